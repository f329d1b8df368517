//! Dimensions: where their members come from.

use super::cursor::{Cursor, Parsed};
use crate::ast::{Dimension, ItemKind, Members};
use crate::lexer::TokenKind;

impl Cursor<'_> {
    pub(super) fn dimension(&mut self) -> Parsed<ItemKind> {
        let name = self.name("the name of a dimension")?;
        let label = self.label(&name);
        let mut members = self.members()?;
        let step = if self.eats_word("in") { Some(self.unit()?) } else { None };
        if members == Members::FromInput && self.eats_word("default") {
            let (first, last) = self.whole_numbers()?;
            members = Members::Proposed(first, last);
        }
        let is_listed_by_data = matches!(members, Members::FromInput | Members::FromRows);
        let alike = is_listed_by_data && self.eats_word("alike");
        Ok(ItemKind::Dimension(Dimension { name, label, members, step, alike }))
    }

    fn members(&mut self) -> Parsed<Members> {
        if self.eats_word("from") {
            let rows = self.eats_word("rows");
            return if rows { Ok(Members::FromRows) } else { self.expect_word("input").map(|()| Members::FromInput) };
        }
        if self.eats_word("subsets") {
            self.expect_word("of")?;
            return Ok(Members::Subsets(self.name("a dimension")?));
        }
        if matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Number { .. })) {
            let (first, last) = self.whole_numbers()?;
            return Ok(Members::Numbers(first, last));
        }
        let mut members = Vec::new();
        while self.peek().is_some_and(|token| token.starts_line) && !self.at_ending() {
            members.push(self.member()?);
        }
        if members.is_empty() {
            return self.fail("members on lines of their own, `from input`, `from rows`, `1..4` or `subsets of`");
        }
        Ok(Members::Listed(members))
    }

    /// `2025..2034`
    fn whole_numbers(&mut self) -> Parsed<(i64, i64)> {
        let first = self.whole_number()?;
        self.expect("..")?;
        Ok((first, self.whole_number()?))
    }
}
