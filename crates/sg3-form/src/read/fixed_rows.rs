//! Tables whose rows the model knows: each row by its key, or by its label if it was typed in.

use crate::layout::column::ColumnContent;
use crate::layout::key;
use crate::layout::table::FormRow;
use crate::read::evidence::TableAnnotations;
use crate::read::index::{KnownColumn, TableNumber};
use crate::read::reading::Reading;
use crate::read::tally::ColumnTally;
use crate::read::{status, units};
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use crate::values::text::fold_case;
use std::collections::HashSet;

/// Reads the values of every row, and reports rows that are not of the form.
pub(crate) fn read_rows<'a>(reading: &mut Reading<'a>, page: &Page, block: &Block, columns: &[KnownColumn<'a>]) {
    let values: Vec<KnownColumn> = columns.iter().filter(|known| known.column.holds_values()).copied().collect();
    if values.is_empty() {
        return;
    }
    let annotations = TableAnnotations::of(reading, page, block, &values);
    let mut table =
        FixedBlock { block, columns, values, annotations, tally: ColumnTally::default(), keys: HashSet::new() };
    for row in block.rows(page) {
        match row.text_or_code(block.column) {
            Some(units) if units == key::UNITS => units::drop_changed_units(reading, page, row, &mut table.values),
            Some(mark) if mark.starts_with(key::MARK) => {}
            Some(key) => table.read_row(reading, page, row, &key),
            None => table.read_unkeyed_row(reading, page, row),
        }
    }
    table.tally.report(&mut reading.messages);
}

struct FixedBlock<'a, 'b> {
    block: &'b Block,
    columns: &'b [KnownColumn<'a>],
    /// Columns with values that may be read.
    values: Vec<KnownColumn<'a>>,
    annotations: TableAnnotations,
    tally: ColumnTally,
    keys: HashSet<String>,
}

impl<'a> FixedBlock<'a, '_> {
    fn read_row(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        let key = &*self.correct_key_case(reading, key);
        let Some((table, position, known)) = self.find_row(reading, key) else {
            return self.report_unknown_row(reading, page, row, key);
        };
        if known.asks.is_some_and(|input| !reading.is_own_input(page, input)) {
            return;
        }
        reading.seen.add_row(table, position);
        // A second row of a key is a copy: its values are twice given, if it has any.
        let first_time = self.keys.insert(key.to_owned());
        if self.is_consistent(reading, page, row, table, known) && (first_time || self.has_values(row)) {
            self.read_values(reading, page, row, key);
        }
    }

    fn read_values(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        let input = self.find_row(reading, key).and_then(|(_, _, known)| known.asks);
        let annotations = self.annotations.read_row(reading, page, row, &self.values, input);
        status::check_status(reading, page, row, &self.values, &annotations);
        for (value, annotation) in self.values.clone().into_iter().zip(&annotations) {
            let Some((table, _, known)) = reading.index.find_row(self.block, value.table, key) else { continue };
            let asked = reading.index.tables[table].1.input_at(value.column, Some(known), &known.members);
            if let Some(asked) = asked {
                reading.keep_last_year((page, row), value.last_year, &asked);
                reading.read_cell((page, row), value.position, asked, annotation, &mut self.tally);
            }
        }
    }

    /// The key as the form has it: where keys are seen, in a text, somebody may have changed their case.
    fn correct_key_case(&self, reading: &Reading<'a>, key: &str) -> String {
        if self.find_row(reading, key).is_some() {
            return key.to_owned();
        }
        let tables = self.values.iter().map(|known| known.table);
        let mut rows = tables.flat_map(|table| reading.index.tables[table].1.fixed_rows());
        let same = rows.find(|row| fold_case(&row.key) == fold_case(key));
        same.map_or_else(|| key.to_owned(), |row| row.key.clone())
    }

    fn find_row(&self, reading: &Reading<'a>, key: &str) -> Option<(TableNumber, usize, &'a FormRow)> {
        let tables = self.values.iter().chain(self.columns).map(|known| known.table);
        tables.into_iter().find_map(|table| reading.index.find_row(self.block, table, key))
    }

    fn has_values(&self, row: &PageRow) -> bool {
        self.values.iter().any(|value| row.is_filled(value.position))
    }

    /// Whether key, label and unit of a row belong together.
    fn is_consistent(
        &self,
        reading: &mut Reading<'a>,
        page: &Page,
        row: &PageRow,
        table: TableNumber,
        known: &FormRow,
    ) -> bool {
        let others = reading.index.tables[table].1.fixed_rows();
        let mut is_consistent = true;
        for about in self.columns {
            is_consistent &= match about.column.content {
                ColumnContent::Label(axis) => has_own_label(reading, page, row, about.position, axis, known, others),
                // Beside values of another model too, the row shows what its member is counted in.
                ColumnContent::Unit if reading.shared.is_some() => true,
                ColumnContent::Unit => {
                    let asked = (&*known.unit, known.in_percent);
                    units::has_asked_unit(reading, page, row, about.position, asked)
                }
                _ => true,
            };
        }
        is_consistent
    }

    /// A row that was typed or copied in: its label may say which it is.
    fn read_unkeyed_row(&mut self, reading: &mut Reading<'a>, page: &Page, row: &PageRow) {
        if !self.has_values(row) {
            return;
        }
        match self.find_key_by_label(reading, row) {
            Some(key) => self.read_row(reading, page, row, &key),
            None => self.report_unknown_row(reading, page, row, ""),
        }
    }

    fn find_key_by_label(&self, reading: &Reading<'a>, row: &PageRow) -> Option<String> {
        let labels: Vec<(usize, String)> = self.columns.iter().filter_map(|about| read_label(about, row)).collect();
        if labels.is_empty() {
            return None;
        }
        let tables = self.columns.iter().map(|known| reading.index.tables[known.table].1);
        let mut rows = tables
            .flat_map(super::super::layout::table::FormTable::fixed_rows)
            .filter(|known| known.labels.len() == labels.len());
        let named = rows.find(|known| labels.iter().all(|(axis, words)| is_labelled(known, *axis, words)))?;
        Some(named.key.clone())
    }

    fn report_unknown_row(&self, reading: &mut Reading<'a>, page: &Page, row: &PageRow, key: &str) {
        if !self.has_values(row) {
            return;
        }
        let label =
            self.columns.iter().find_map(|about| read_label(about, row).and_then(|_| row.text_or_code(about.position)));
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

fn read_label(about: &KnownColumn, row: &PageRow) -> Option<(usize, String)> {
    match about.column.content {
        ColumnContent::Label(axis) => row.text_or_code(about.position).map(|words| (axis, fold_case(&words))),
        _ => None,
    }
}

/// A label that is another row's means that rows were moved without their keys.
fn has_own_label(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    position: u32,
    axis: usize,
    known: &FormRow,
    others: &[FormRow],
) -> bool {
    let Some(words) = row.text_or_code(position).map(|words| fold_case(&words)) else { return true };
    if is_labelled(known, axis, &words) {
        return true;
    }
    let Some(other) = others.iter().find(|other| is_labelled(other, axis, &words)) else { return true };
    let message =
        format!("the row is labelled `{}`, but its hidden key is that of `{}`", other.labels[axis], known.labels[axis]);
    let help = "sort or move whole rows, with the hidden first column; the row was not read";
    reading.messages.add(reading.cell(page, row.row, position).error("wrong-form", message, help));
    false
}

fn is_labelled(row: &FormRow, axis: usize, folded: &str) -> bool {
    row.labels.get(axis).is_some_and(|label| fold_case(label) == folded)
}
