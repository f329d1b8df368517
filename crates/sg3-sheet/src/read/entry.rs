//! Values on their way into the layer: each place once, formulas and doubts told.

use super::Reading;
use super::evidence::Said;
use super::grid::{Page, PageRow};
use super::report::Cell;
use super::tally::{Common, Tally};
use super::value::{self, Outcome};
use crate::Formula;
use sg3_calc::{Blank, Datum, Origin, Value, settle};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Severity};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

type Place = Box<[Arc<str>]>;

/// Where each place was filled: by the hash of the place, the number of its value in the layer.
#[derive(Default)]
pub struct Entries {
    hasher: RandomState,
    positions: HashMap<u64, usize>,
}

impl Entries {
    /// The value that stands at the place already; else the place is taken by the next value of the layer.
    fn take<'a>(&mut self, values: &'a [Datum], quantity: QuantityId, place: &Place) -> Option<&'a Datum> {
        let hash = self.hasher.hash_one((quantity, place));
        let first = &values.get(*self.positions.entry(hash).or_insert(values.len()))?;
        (first.quantity == quantity && first.place.as_ref() == Some(place)).then_some(first)
    }
}

impl Reading<'_> {
    /// Takes what a cell says about an input at a place; of a blank cell only where it is.
    pub(super) fn enter(
        &mut self,
        (page, row): (&Page, &PageRow),
        column: u32,
        (quantity, place): (QuantityId, Place),
        said: &Said,
        tally: &mut Tally,
    ) {
        let cell = self.cell(page, row.row, column);
        let Some(found) = row.cell(column).filter(|found| !found.is_blank()) else {
            return self.enter_nothing(cell, (quantity, place), said);
        };
        if let Some(formula) = &found.formula {
            tally.add(Common::Formula, found.column, || of_formula(&cell, formula));
        }
        match value::value(self.model.quantity(quantity), &self.matchers, &found.content) {
            Outcome::Clear(value) => self.take(cell, page, (quantity, place), value, said),
            Outcome::Taken(value, complaint) => {
                tally.add(Common::Text, found.column, || cell.complain(Severity::Warning, complaint));
                self.take(cell, page, (quantity, place), value, said);
            }
            Outcome::Refused(complaint) => self.messages.add(cell.complain(Severity::Error, complaint)),
        }
    }

    /// Takes what the status says of a place without a value: zero, or that there is none. Without a status, the place is noted.
    fn enter_nothing(&mut self, cell: Cell, (quantity, place): (QuantityId, Place), said: &Said) {
        let status = said.evidence.as_ref().and_then(|evidence| evidence.status);
        match (settle(None, status), said.status) {
            (Ok(Some(value)), Some(column)) => self.push(Cell { column, ..cell }, (quantity, place), value, said),
            _ => self.layer.blanks.push(Blank { quantity, place, origin: cell.origin() }),
        }
    }

    /// Takes a value, unless its status says otherwise.
    fn take(&mut self, cell: Cell, page: &Page, asked: (QuantityId, Place), value: Value, said: &Said) {
        let said = &said.beside(&value);
        let status = said.evidence.as_ref().and_then(|evidence| evidence.status);
        let value = match value {
            Value::Number(amount) if self.is_scaled(asked.0) => Value::Number(self.scale(page).apply(amount)),
            value => value,
        };
        match settle(Some(value), status) {
            Ok(Some(value)) => self.push(cell, asked, value, said),
            Ok(None) => {}
            Err(disagreement) => {
                let help = "correct the status or the figure; the figure was not read";
                self.messages.add(cell.error("wrong-status", disagreement.to_string(), help));
            }
        }
    }

    fn push(&mut self, cell: Cell, (quantity, place): (QuantityId, Place), value: Value, said: &Said) {
        match self.entries.take(&self.layer.values, quantity, &place) {
            Some(first) => {
                let what = described(&self.model.quantity(quantity).label, &place);
                let diagnostic = twice(&cell, &what, &first.origin);
                self.messages.add(diagnostic);
            }
            None => {
                let (origin, evidence) = (cell.origin(), said.evidence.clone());
                self.layer.values.push(Datum { quantity, place: Some(place), value, origin, evidence });
            }
        }
    }
}

fn twice(cell: &Cell, what: &str, first: &Origin) -> Diagnostic {
    let first = Cell::of(first).expect("every value of a form comes from a cell");
    let message = format!("{what} is given twice: here and in `{}`", first.at());
    let diagnostic = cell.error("duplicate-value", message, "keep one of them; the first was read");
    diagnostic.note_at(first.place(), "first given here")
}

fn described(label: &str, place: &[Arc<str>]) -> String {
    if place.is_empty() { label.to_owned() } else { format!("{label} of `{}`", place.join(", ")) }
}

fn of_formula(cell: &Cell, formula: &Formula) -> Diagnostic {
    let link = formula.files.first().map(|file| format!(" that takes values from `{file}`")).unwrap_or_default();
    let message = format!("the cell holds a formula{link}; the value it had when the workbook was last saved was read");
    let help = "write the value itself, or make sure the workbook was recalculated and saved";
    cell.warning("formula-in-input", message, help)
}
