//! The clause by which a head says how its figures are shown.

use super::cursor::{Cursor, Failed, Parsed};
use crate::ast::Shown;
use crate::diagnostic::Diagnostic;
use crate::model::{Display, DisplayScale};
use crate::source::Span;

/// The most decimals that a figure is shown to.
const MOST_DECIMALS: i64 = 9;

impl Cursor<'_> {
    /// `shown as statement in millions to 1`: at least one of the three parts, in this order; nothing where no `shown` stands.
    pub(super) fn shown(&mut self) -> Parsed<Option<Shown>> {
        let start = self.here();
        if !self.eats_word("shown") {
            return Ok(None);
        }
        let statement = self.statement()?;
        let scale = self.display_scale()?;
        let decimals = self.decimals()?;
        if !statement && scale.is_none() && decimals.is_none() {
            return self.refuse_clause(start, "expected `as statement`, `in` or `to` after `shown`");
        }
        let display = Display { scale: scale.unwrap_or_default(), decimals, statement };
        Ok(Some(Shown { display, span: start.to(self.last()) }))
    }

    fn statement(&mut self) -> Parsed<bool> {
        let found = self.eats_word("as");
        if found {
            self.expect_word("statement")?;
        }
        Ok(found)
    }

    fn display_scale(&mut self) -> Parsed<Option<DisplayScale>> {
        if !self.eats_word("in") {
            return Ok(None);
        }
        for (word, scale) in DisplayScale::WORDS {
            if self.eats(word) || self.eats_word(word) {
                return Ok(Some(scale));
            }
        }
        self.fail("`%`, `thousands` or `millions`")
    }

    fn decimals(&mut self) -> Parsed<Option<u8>> {
        if !self.eats_word("to") {
            return Ok(None);
        }
        let here = self.here();
        let decimals = self.whole_number()?;
        if (0..=MOST_DECIMALS).contains(&decimals) {
            return Ok(Some(decimals as u8));
        }
        self.refuse_clause(here, &format!("figures are shown to 0 to {MOST_DECIMALS} decimals"))
    }

    fn refuse_clause<T>(&mut self, span: Span, message: &str) -> Parsed<T> {
        self.diagnostics.add(Diagnostic::error("syntax", span, message));
        Err(Failed { at_end: false })
    }
}
