//! Heads, inputs and computed quantities.

use super::cursor::{Cursor, Parsed};
use crate::ast::{Body, Expression, Head, Input, ItemKind, Member, Name, Node, Plausible, Quantity, Role, TypeName};
use crate::diagnostic::Diagnostic;
use crate::lexer::TokenKind;
use crate::model::{Owner, Range};
use std::sync::Arc;

impl Cursor<'_> {
    pub(super) fn constant(&mut self) -> Parsed<ItemKind> {
        let head = self.head()?;
        let shown = self.shown()?;
        self.expect("=")?;
        let role = Role::Constant(self.body()?);
        Ok(ItemKind::Quantity(Quantity { head, role, output: false, headline: false, shown, plausible: None }))
    }

    /// `plausible call_length[service] "Length of a call" : minute/call = minutes / calls in 1..6`
    pub(super) fn plausible(&mut self) -> Parsed<ItemKind> {
        let head = self.head()?;
        let shown = self.shown()?;
        self.expect("=")?;
        let role = Role::Computed(Body::Formula(self.expression()?));
        self.expect_word("in")?;
        let plausible = Some(Plausible { range: self.stated_range()?, reason: None });
        Ok(ItemKind::Quantity(Quantity { head, role, output: false, headline: false, shown, plausible }))
    }

    pub(super) fn input(&mut self, owner: Owner) -> Parsed<ItemKind> {
        let head = self.head()?;
        let mut input = Input { owner, range: self.range()?, blank: None, default: None };
        let (mut plausible, mut shown) = (None, None);
        loop {
            if shown.is_none() && self.sees_word("shown") {
                shown = self.shown()?;
            } else if self.eats_word("plausible") {
                plausible = Some(Plausible { range: self.stated_range()?, reason: self.text() });
            } else if self.eats_word("or") {
                input.blank = Some(self.literal()?);
            } else if self.eats_word("default") {
                let table = self.sees("|");
                input.default = Some(if table { self.body()? } else { Body::Formula(self.literal()?) });
            } else {
                return Ok(ItemKind::Quantity(Quantity {
                    head,
                    role: Role::Input(input),
                    output: false,
                    headline: false,
                    shown,
                    plausible,
                }));
            }
        }
    }

    pub(super) fn computed(&mut self, output: bool, headline: bool) -> Parsed<ItemKind> {
        let simultaneous = self.eats_word("simultaneous");
        let head = self.head()?;
        let shown = self.shown()?;
        self.expect("=")?;
        let body = self.body()?;
        let role = if simultaneous { Role::Simultaneous(body) } else { Role::Computed(body) };
        Ok(ItemKind::Quantity(Quantity { head, role, output, headline, shown, plausible: None }))
    }

    fn head(&mut self) -> Parsed<Head> {
        let name = self.name("the name of a quantity")?;
        let axes = self.axes()?;
        let label = self.label(&name);
        self.expect(":")?;
        Ok(Head { name, axes, label, of: self.type_name()? })
    }

    /// The label; without one, the complaint and the name itself.
    pub(super) fn label(&mut self, name: &Name) -> Arc<str> {
        self.text().unwrap_or_else(|| {
            let message = format!("`{}` has no label", name.text);
            let help = format!("write `{} \"Label\"`: forms, reports and workbooks show it", name.text);
            self.diagnostics.add(Diagnostic::error("missing-label", name.span, message).help(help));
            name.text.clone()
        })
    }

    fn type_name(&mut self) -> Parsed<TypeName> {
        if self.eats_word("yes") {
            self.expect("/")?;
            self.expect_word("no")?;
            return Ok(TypeName::YesNo);
        }
        if self.eats_word("date") {
            return Ok(TypeName::Date);
        }
        if self.sees_word("one") && self.peek_second().is_some_and(|token| super::cursor::is_word(token, "of")) {
            self.next();
            self.next();
            return Ok(TypeName::OneOf(self.list(Self::member)?));
        }
        Ok(TypeName::Unit(self.unit()?))
    }

    /// `key "label" [in unit]`
    pub(super) fn member(&mut self) -> Parsed<Member> {
        let key = self.name("the key of a member")?;
        let label = self.label(&key);
        let unit = if self.eats_word("in") { Some(self.unit()?) } else { None };
        Ok(Member { key, label, unit })
    }

    /// `>= 0`, `0..1`
    fn range(&mut self) -> Parsed<Option<Range>> {
        for (sign, itself) in [(">=", true), (">", false)] {
            if self.eats(sign) {
                return Ok(Some(Range { least: Some((self.number()?.0, itself)), greatest: None }));
            }
        }
        for (sign, itself) in [("<=", true), ("<", false)] {
            if self.eats(sign) {
                return Ok(Some(Range { least: None, greatest: Some((self.number()?.0, itself)) }));
            }
        }
        let number_follows = matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Number { .. }));
        if !number_follows && !self.sees("-") {
            return Ok(None);
        }
        let least = self.number()?.0;
        self.expect("..")?;
        Ok(Some(Range { least: Some((least, true)), greatest: Some((self.number()?.0, true)) }))
    }

    /// A range that cannot be left out.
    fn stated_range(&mut self) -> Parsed<Range> {
        match self.range()? {
            Some(range) => Ok(range),
            None => self.fail("a range, such as `1..6` or `>= 0`"),
        }
    }

    /// A value without any computing.
    pub(super) fn literal(&mut self) -> Parsed<Expression> {
        let start = self.here();
        if self.sees("-") {
            let (value, half_digit) = self.number()?;
            return Ok(Expression { node: Node::Number(value, half_digit), span: start.to(self.last()) });
        }
        let word = self
            .peek()
            .is_some_and(|token| matches!(&token.kind, TokenKind::Word(word) if &**word != "yes" && &**word != "no"));
        if word {
            let name = self.name("a value")?;
            return Ok(Expression::of_name(&name.text, name.span));
        }
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Number { .. } | TokenKind::Date(..) | TokenKind::Text(_) | TokenKind::Word(_)) => {
                self.factor()
            }
            _ => self.fail("a value"),
        }
    }
}
