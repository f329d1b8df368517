//! Where things stand in a form that nobody has moved.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence;
use crate::layout::evidence::EvidenceField;
use crate::layout::sheet::Layout;
use crate::layout::table::InputPlace;
use crate::layout::table::{FormTable, TableRows};
use sg3_calc::{Blank, Origin};
use sg3_lang::model::QuantityId;
use sg3_workbook::format_address;
use std::fmt;
use std::sync::Arc;

/// First row of the first table, below the head of the sheet; a row less if its title is that of the sheet.
const FIRST_TABLE: u32 = 3;
/// Rows prepared where the filler adds them.
const PREPARED: u32 = 200;
/// So many of them are drawn from the start. A drawn row is printed, filled or not; those below are drawn as they are
/// reached.
pub(crate) const DRAWN: u32 = 20;
/// Notes go over so many columns of values, so that they do not make any of them wider.
pub(crate) const COLUMNS_OF_NOTES: u32 = 4;
/// Rows between two tables.
const GAP: u32 = 2;

/// A cell of the blank form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellAddress {
    /// Name of the sheet.
    pub sheet: String,
    /// Row, from zero.
    pub row: u32,
    /// Column, from zero.
    pub column: u32,
}

impl fmt::Display for CellAddress {
    /// `Traffic!C4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}", self.sheet, format_address(self.row, self.column))
    }
}

/// Gives every table of a sheet its place.
pub(crate) fn stack_tables(tables: &mut [FormTable]) {
    let is_untitled = tables.first().is_some_and(|table| table.title.is_empty());
    let concerns = ColumnContent::Evidence(EvidenceField::Concerns);
    let any_concerns = tables.iter().any(|table| table.find_column(&concerns).is_some());
    let margin = tables.iter().map(FormTable::end_of_values).max().unwrap_or(1);
    let mut top = FIRST_TABLE - u32::from(is_untitled);
    for table in tables {
        // Where another table says which column is meant, its column is left free: so all "Status" of a sheet are in
        // one column.
        let shift = u32::from(any_concerns && table.find_column(&concerns).is_none());
        (table.top, table.margin) = (top, margin + shift);
        top = table.first_row() + table.prepared_rows() + GAP;
    }
}

impl FormTable {
    /// Row of the words below the title, if there are any.
    pub(crate) fn note_row(&self) -> Option<u32> {
        (!self.notes.is_empty()).then_some(self.top + 1)
    }

    /// Row of the machine keys of columns.
    pub(crate) fn key_row(&self) -> u32 {
        self.note_row().unwrap_or(self.top) + 1
    }

    /// Row of what people see above columns.
    pub(crate) fn heading_row(&self) -> u32 {
        self.key_row() + 1
    }

    /// Row of the units of columns, if any column has one.
    pub(crate) fn units_row(&self) -> Option<u32> {
        let has_units = self.columns.iter().any(|column| !column.unit.is_empty());
        has_units.then_some(self.heading_row() + 1)
    }

    /// Rows of evidence of whole columns, with their keys.
    pub(crate) fn evidence_rows(&self) -> impl Iterator<Item = (u32, &'static str)> {
        let above = self.units_row().unwrap_or(self.heading_row()) + 1;
        let lines: &[&'static str] = if self.has_column_evidence() { &evidence::LINES } else { &[] };
        (above..).zip(lines.iter().copied())
    }

    /// First row of data.
    pub(crate) fn first_row(&self) -> u32 {
        self.units_row().unwrap_or(self.heading_row()) + 1 + self.evidence_rows().count() as u32
    }

    /// The column of the sheet where a column of the table stands; the first holds the keys.
    pub(crate) fn sheet_column(&self, column: usize) -> u32 {
        let first = self.columns.iter().position(FormColumn::is_evidence).unwrap_or(self.columns.len());
        match column.checked_sub(first) {
            Some(beside) => self.margin + beside as u32,
            None => column as u32 + 1,
        }
    }

    /// Columns with where they stand; the first column of the sheet holds the keys.
    pub(crate) fn placed_columns(&self) -> impl Iterator<Item = (u16, &FormColumn)> {
        self.columns.iter().enumerate().map(|(number, column)| (self.sheet_column(number) as u16, column))
    }

    /// The column of the sheet after its values and notes.
    fn end_of_values(&self) -> u32 {
        1 + self.columns.iter().filter(|column| !column.is_evidence()).map(FormColumn::sheet_columns).sum::<u32>()
    }

    /// How many rows the blank form prepares.
    pub(crate) fn prepared_rows(&self) -> u32 {
        match &self.rows {
            TableRows::Fixed(rows) => rows.len() as u32,
            TableRows::Open(_) => PREPARED,
        }
    }
}

impl Layout {
    /// The cell of the blank form that asks for an input at a place; none where the filler adds the row.
    pub fn address(&self, quantity: QuantityId, place: &[Arc<str>]) -> Option<CellAddress> {
        self.tables().find_map(|(sheet, table)| {
            let (row, column) = table.find_cell(quantity, place)?;
            Some(CellAddress { sheet: sheet.name.clone(), row, column })
        })
    }

    /// Every place that the blank form asks for, with its cell; none where the filler adds the row.
    pub fn blanks(&self, file: &str) -> Vec<Blank> {
        let file: Arc<str> = file.into();
        let mut blanks = Vec::new();
        for (sheet, table) in self.tables() {
            let name: Arc<str> = sheet.name.as_str().into();
            table.visit_inputs(|(quantity, place), (row, column)| {
                let origin = Origin::Cell { file: file.clone(), sheet: name.clone(), row, column };
                blanks.push(Blank { quantity, place, origin });
            });
        }
        blanks
    }
}

impl FormColumn {
    /// Over how many columns of the sheet it goes.
    pub(crate) fn sheet_columns(&self) -> u32 {
        if self.content == ColumnContent::Note { COLUMNS_OF_NOTES } else { 1 }
    }
}

impl FormTable {
    /// Calls `visit` for what every cell of a known row asks for, with its row and column.
    fn visit_inputs(&self, mut visit: impl FnMut(InputPlace, (u32, u32))) {
        for (down, row) in self.fixed_rows().iter().enumerate() {
            for (across, column) in self.columns.iter().enumerate() {
                if let Some(asked) = self.input_at(column, Some(row), &row.members) {
                    visit(asked, (self.first_row() + down as u32, across as u32 + 1));
                }
            }
        }
    }

    fn find_cell(&self, quantity: QuantityId, place: &[Arc<str>]) -> Option<(u32, u32)> {
        (self.first_row()..).zip(self.fixed_rows()).find_map(|(at, row)| {
            let asks = |column: &FormColumn| {
                self.input_at(column, Some(row), &row.members)
                    .is_some_and(|(input, at)| input == quantity && *at == *place)
            };
            let column = self.columns.iter().position(|column| !column.is_evidence() && asks(column))?;
            Some((at, self.sheet_column(column)))
        })
    }
}
