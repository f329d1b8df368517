//! Values on their way into the layer: each place once, formulas and doubts told.

use super::evidence::Said;
use super::grid::{Page, PageCell, PageRow};
use super::remains::Stray;
use super::report::Cell;
use super::tally::{Common, Tally};
use super::value::Outcome;
use super::{Reading, value};
use sg3_calc::{Before, Blank, Datum, Origin, Value, settle};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Severity};
use sg3_workbook::Content;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::Arc;

type Place = Box<[Arc<str>]>;

/// Where each place was filled: by the hash of the place, the number of its value in the layer.
#[derive(Default)]
pub struct Entries {
    hasher: RandomState,
    positions: HashMap<u64, usize, BuildHasherDefault<Hashed>>,
}

/// What is a hash already is not hashed again.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are hashes")
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
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
    /// Makes room for so many values at once: a long table would move them again and again.
    pub(crate) fn expect(&mut self, values: usize) {
        self.layer.values.reserve(values);
        self.entries.positions.reserve(values);
    }

    /// Takes what the cell that asks for an input at a place says, and what is said beside it.
    pub(crate) fn ask(
        &mut self,
        (page, row): (&Page, &PageRow),
        column: u32,
        asked: (QuantityId, Place),
        said: &Said,
        tally: &mut Tally,
    ) {
        match row.cell(column).filter(|cell| !cell.is_blank()) {
            Some(cell) => self.enter((page, row.row), cell, asked, said, tally),
            None => self.enter_nothing((page, row.row), column, asked, said),
        }
    }

    /// Keeps what the form shows of last year beside a value, to be held against it.
    pub(crate) fn last_year(
        &mut self,
        (page, row): (&Page, &PageRow),
        position: Option<u32>,
        (quantity, place): &(QuantityId, Place),
    ) {
        let Some(position) = position else { return };
        let Some(Content::Number(number)) = row.cell(position).map(|cell| &cell.content) else { return };
        if let Some(taken) = &mut self.taken {
            taken.insert((page.number, row.row, position));
        }
        let scaled = if self.is_scaled(*quantity) { self.scale(page).apply(*number) } else { *number };
        let origin = self.cell(page, row.row, position).origin();
        let (quantity, place) = (*quantity, place.clone());
        self.layer.last_year.push(Before { quantity, place, readings: [*number, scaled], origin });
    }

    /// Keeps the words of a cell that could not be understood.
    fn refuse(&mut self, cell: Cell, (quantity, place): (QuantityId, Place), words: String, said: &Said) {
        let (value, origin, evidence) = (Value::Text(words), cell.origin(), said.evidence.clone());
        self.remains.refused.push(Datum { quantity, place: Some(place), value, origin, evidence });
    }

    fn enter(
        &mut self,
        (page, row): (&Page, u32),
        found: &PageCell,
        (quantity, place): (QuantityId, Place),
        said: &Said,
        tally: &mut Tally,
    ) {
        let cell = self.cell(page, row, found.column);
        if let Some(taken) = &mut self.taken {
            taken.insert((page.number, row, found.column));
        }
        if let Some(files) = &found.formula {
            let common = Common::Formula(files.to_vec());
            let subject = || format!("{}{}", self.model.quantity(quantity).name, bracketed(&place));
            tally.add(common, found.column, || of_formula(&cell, files).about(subject()));
        }
        let asked = self.model.quantity(quantity);
        match value::value(asked, &self.matchers, &value::written(asked, page.is_pointed, &found.content)) {
            Outcome::Clear(value) => self.take(cell, page, (quantity, place), value, said),
            Outcome::Taken(value, complaint) => {
                tally.add(Common::Text, found.column, || cell.complain(Severity::Note, complaint));
                self.take(cell, page, (quantity, place), value, said);
            }
            Outcome::Refused(complaint) => {
                let subject = format!("{}{}", self.model.quantity(quantity).name, bracketed(&place));
                self.messages.add(cell.complain(Severity::Error, complaint).about(subject));
                self.refuse(cell, (quantity, place), found.text(), said);
            }
        }
    }

    /// Takes what the status says of a place without a value: zero, or that there is none; else only where it is asked.
    fn enter_nothing(
        &mut self,
        (page, row): (&Page, u32),
        column: u32,
        (quantity, place): (QuantityId, Place),
        said: &Said,
    ) {
        let status = said.evidence.as_ref().filter(|_| said.status.is_some()).and_then(|evidence| evidence.status);
        match (settle(None, status), said.status) {
            (Ok(Some(value)), Some(position)) => {
                let cell = self.cell(page, row, position);
                self.push(cell, (quantity, place), value, said);
            }
            _ => {
                let cell = self.cell(page, row, column);
                if said.evidence.is_some() {
                    self.refuse(cell.clone(), (quantity, place.clone()), String::new(), said);
                }
                self.layer.blanks.push(Blank { quantity, place, origin: cell.origin() });
            }
        }
    }

    /// Takes a value, unless its status says otherwise.
    fn take(&mut self, cell: Cell, page: &Page, asked: (QuantityId, Place), value: Value, said: &Said) {
        let said = &said.beside(&value);
        let status = said.evidence.as_ref().and_then(|evidence| evidence.status);
        let typed = value.clone();
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
                self.refuse(cell, asked, words_of(&typed), said);
            }
        }
    }

    fn push(&mut self, cell: Cell, (quantity, place): (QuantityId, Place), value: Value, said: &Said) {
        match self.entries.take(&self.layer.values, quantity, &place) {
            Some(first) => {
                let what = described(&self.model.quantity(quantity).label, &place);
                let diagnostic = twice(&cell, &what, &first.origin);
                self.messages.add(diagnostic);
                let (at, text) = (cell.at(), words_of(&value));
                self.remains.strays.push(Stray { at, text, is_foreign: true, is_of_unread_row: false });
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

/// A value as it would be typed.
fn words_of(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Date(day) => sg3_calc::present::day::written(*day),
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Text(words) | Value::NotAvailable(words) => words.clone(),
    }
}

/// `[urban, 2025]`; nothing where there are no axes.
fn bracketed(place: &[Arc<str>]) -> String {
    if place.is_empty() { String::new() } else { format!("[{}]", place.join(", ")) }
}

/// A formula is worth knowing; one that takes its value from elsewhere is to be explained.
fn of_formula(cell: &Cell, files: &[String]) -> Diagnostic {
    const SAVED: &str = "the value it had when the workbook was last saved was read";
    let Some(file) = files.first() else {
        let help = "enter the value itself, or make sure that the workbook was recalculated and saved";
        let message = format!("the cell contains a formula; {SAVED}");
        return cell.warning("formula-in-input", message, help).with(Severity::Note);
    };
    let kind = if is_forecast(file) { ", whose name suggests a budget rather than accounts" } else { "" };
    let message = format!("the cell contains a formula that takes values from `{file}`{kind}; {SAVED}");
    let help = "the file was not supplied: enter the value itself, and state its source";
    cell.warning("formula-in-input", message, help)
}

/// Whether a file is by its name about what is planned rather than about what was.
fn is_forecast(file: &str) -> bool {
    const WORDS: [&str; 9] =
        ["budget", "forecast", "plan", "prévision", "prevision", "presupuesto", "orçamento", "бюджет", "预算"];
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}
