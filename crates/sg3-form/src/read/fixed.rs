//! Tables whose rows the model knows: each row by its key, or by its label if it was typed in.

use super::block::Block;
use super::evidence::Beside;
use super::grid::{Page, PageRow};
use super::index::{Known, TableNumber};
use super::matcher::fold;
use super::tally::Tally;
use super::{Reading, status, units};
use crate::layout::column_content::Holds;
use crate::layout::{Row, key};
use std::collections::HashSet;

/// Reads every row.
pub fn read<'a>(reading: &mut Reading<'a>, page: &Page, block: &Block, columns: &[Known<'a>]) {
    let values: Vec<Known> = columns
        .iter()
        .filter(|known| matches!(known.column.holds, Holds::Single(_) | Holds::Values(_)))
        .copied()
        .collect();
    if values.is_empty() {
        return;
    }
    let beside = Beside::of(reading, page, block, &values);
    let mut table = FixedBlock { block, columns, values, beside, tally: Tally::default(), keys: HashSet::new() };
    for row in block.rows(page) {
        match row.words(block.column) {
            Some(units) if units == key::UNITS => units::check_columns(reading, page, row, &mut table.values),
            Some(mark) if mark.starts_with(key::MARK) => {}
            Some(key) => table.row(reading, page, row, &key),
            None => table.row_without_key(reading, page, row),
        }
    }
    table.tally.tell(&mut reading.messages);
}

struct FixedBlock<'a, 'b> {
    block: &'b Block,
    columns: &'b [Known<'a>],
    /// Columns with values that may be read.
    values: Vec<Known<'a>>,
    beside: Beside,
    tally: Tally,
    keys: HashSet<String>,
}

impl<'a> FixedBlock<'a, '_> {
    fn row(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        let key = &*self.key_as_made(reading, key);
        let Some((table, position, known)) = self.known(reading, key) else {
            return self.unknown_row(reading, page, row, key);
        };
        if known.asks.is_some_and(|input| !reading.is_own(page, input)) {
            return;
        }
        reading.seen.row(table, position);
        let first_time = self.keys.insert(key.to_owned());
        if self.is_sound(reading, page, row, table, known) && (first_time || self.has_values(row)) {
            self.values(reading, page, row, key);
        }
    }

    fn values(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        let input = self.known(reading, key).and_then(|(_, _, known)| known.asks);
        let said = self.beside.row(reading, page, row, &self.values, input);
        status::check(reading, page, row, &self.values, &said);
        for (value, said) in self.values.clone().into_iter().zip(&said) {
            let Some((table, _, known)) = reading.index.row(self.block, value.table, key) else { continue };
            let asked = reading.index.tables[table].1.asked(value.column, Some(known), &known.members);
            if let Some(asked) = asked {
                reading.last_year((page, row), value.last_year, &asked);
                reading.ask((page, row), value.position, asked, said, &mut self.tally);
            }
        }
    }

    /// The key as the form has it: where keys are seen, in a text, somebody may have changed their case.
    fn key_as_made(&self, reading: &Reading<'a>, key: &str) -> String {
        if self.known(reading, key).is_some() {
            return key.to_owned();
        }
        let tables = self.values.iter().map(|known| known.table);
        let mut rows = tables.flat_map(|table| reading.index.tables[table].1.fixed_rows());
        let same = rows.find(|row| fold(&row.key) == fold(key));
        same.map_or_else(|| key.to_owned(), |row| row.key.clone())
    }

    fn known(&self, reading: &Reading<'a>, key: &str) -> Option<(TableNumber, usize, &'a Row)> {
        let tables = self.values.iter().chain(self.columns).map(|known| known.table);
        tables.into_iter().find_map(|table| reading.index.row(self.block, table, key))
    }

    fn has_values(&self, row: &PageRow) -> bool {
        self.values.iter().any(|value| row.cell(value.position).is_some_and(|cell| !cell.is_blank()))
    }

    /// Whether key, label and unit of a row belong together.
    fn is_sound(&self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, table: TableNumber, known: &Row) -> bool {
        let others = reading.index.tables[table].1.fixed_rows();
        let sound = |about: &Known| match about.column.holds {
            Holds::Label(axis) => Self::is_labelled(reading, page, row, about.position, axis, known, others),
            // beside values of another model too, the row shows what its member is counted in
            Holds::Unit if reading.shared.is_some() => true,
            Holds::Unit => units::is_same(reading, page, row, about.position, &known.unit),
            _ => true,
        };
        self.columns.iter().map(sound).filter(|sound| !sound).count() == 0
    }

    /// A label that is another row's means that rows were moved without their keys.
    fn is_labelled(
        reading: &mut Reading<'a>,
        page: &Page,
        row: &PageRow,
        position: u32,
        axis: usize,
        known: &Row,
        others: &[Row],
    ) -> bool {
        let Some(words) = row.words(position).map(|words| fold(&words)) else { return true };
        let is = |other: &Row| other.labels.get(axis).is_some_and(|label| fold(label) == words);
        let Some(other) = others.iter().find(|other| is(other)).filter(|_| !is(known)) else { return true };
        let message = format!(
            "the row is labelled `{}`, but its hidden key is that of `{}`",
            other.labels[axis], known.labels[axis]
        );
        let help = "sort or move whole rows, with the hidden first column; the row was not read";
        reading.messages.add(reading.cell(page, row.row, position).error("wrong-form", message, help));
        false
    }

    /// A row that was typed or copied in: its label may say which it is.
    fn row_without_key(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow) {
        if !self.has_values(row) {
            return;
        }
        match self.key_by_label(reading, row) {
            Some(key) => self.row(reading, page, row, &key),
            None => self.unknown_row(reading, page, row, ""),
        }
    }

    fn key_by_label(&self, reading: &Reading<'a>, row: &PageRow) -> Option<String> {
        let labels: Vec<(usize, String)> = self.columns.iter().filter_map(|about| label(about, row)).collect();
        let named = |known: &&Row| {
            !labels.is_empty()
                && labels.len() == known.labels.len()
                && labels.iter().all(|(axis, words)| fold(&known.labels[*axis]) == *words)
        };
        let tables = self.columns.iter().map(|known| reading.index.tables[known.table].1);
        let rows = tables.flat_map(|table| table.fixed_rows());
        rows.into_iter().find(named).map(|known| known.key.clone())
    }

    fn unknown_row(&self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        if !self.has_values(row) {
            return;
        }
        let label = self.columns.iter().find_map(|about| label(about, row).and_then(|_| row.words(about.position)));
        let named = label.map(|label| format!(", `{label}`,")).unwrap_or_default();
        let cell = reading.cell(page, row.row, self.values.first().map_or(self.block.column, |value| value.position));
        let diagnostic = match key {
            "" => {
                let message = format!("the row{named} is not a row of the form; it was not read");
                cell.warning(
                    "unknown-member",
                    message,
                    "enter the figures in rows of the form; remarks and sums may remain",
                )
            }
            _ if reading.shared.is_some() => return,
            key => {
                let message = format!("the model does not ask for this row, `{key}`; it was not read");
                cell.warning("unknown-input", message, "request the form of this version of the model")
            }
        };
        reading.messages.add(diagnostic);
    }
}

fn label(about: &Known, row: &PageRow) -> Option<(usize, String)> {
    match about.column.holds {
        Holds::Label(axis) => row.words(about.position).map(|words| (axis, fold(&words))),
        _ => None,
    }
}
