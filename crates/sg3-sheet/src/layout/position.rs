//! Where things stand in a form that nobody has moved.

use super::{Layout, Rows, Table};
use crate::address;
use sg3_calc::{Blank, Origin};
use sg3_lang::model::QuantityId;
use std::fmt;
use std::sync::Arc;

/// First row of the first table, below the head of the sheet; a row less if its title is that of the sheet.
const FIRST_TABLE: u32 = 3;
/// Rows prepared where the filler adds them.
const PREPARED: u32 = 200;
/// Rows between two tables.
const GAP: u32 = 2;

/// A cell of the blank form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Name of the sheet.
    pub sheet: String,
    /// Row, from zero.
    pub row: u32,
    /// Column, from zero.
    pub column: u32,
}

impl fmt::Display for Address {
    /// `Traffic!C4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}", self.sheet, address(self.row, self.column))
    }
}

/// Gives every table of a sheet its place.
pub(super) fn stack(tables: &mut [Table]) {
    let is_untitled = tables.first().is_some_and(|table| table.title.is_empty());
    let mut top = FIRST_TABLE - u32::from(is_untitled);
    for table in tables {
        table.top = top;
        top = table.first_row() + table.prepared_rows() + GAP;
    }
}

impl Table {
    /// Row of the words below the title, if there are any.
    pub fn note_row(&self) -> Option<u32> {
        (!self.note.is_empty()).then_some(self.top + 1)
    }

    /// Row of the machine keys of columns.
    pub fn key_row(&self) -> u32 {
        self.note_row().unwrap_or(self.top) + 1
    }

    /// Row of what people see above columns.
    pub fn heading_row(&self) -> u32 {
        self.key_row() + 1
    }

    /// Row of the units of columns, if any column has one.
    pub fn units_row(&self) -> Option<u32> {
        let has_units = self.columns.iter().any(|column| !column.unit.is_empty());
        has_units.then_some(self.heading_row() + 1)
    }

    /// First row of data.
    pub fn first_row(&self) -> u32 {
        self.units_row().unwrap_or(self.heading_row()) + 1
    }

    /// How many rows the blank form prepares.
    pub fn prepared_rows(&self) -> u32 {
        match &self.rows {
            Rows::Fixed(rows) => rows.len() as u32,
            Rows::Open(_) => PREPARED,
        }
    }
}

impl Layout {
    /// The cell of the blank form that asks for an input at a place; none where the filler adds the row.
    pub fn address(&self, quantity: QuantityId, place: &[Arc<str>]) -> Option<Address> {
        self.tables().find_map(|(sheet, table)| {
            let (row, column) = table.cell(quantity, place)?;
            Some(Address { sheet: sheet.name.clone(), row, column })
        })
    }
}

impl Layout {
    /// Every place that the blank form asks for, with its cell; none where the filler adds the row.
    pub fn blanks(&self, file: &str) -> Vec<Blank> {
        let file: Arc<str> = file.into();
        let mut blanks = Vec::new();
        for (sheet, table) in self.tables() {
            let name: Arc<str> = sheet.name.as_str().into();
            table.each_asked(|(quantity, place), (row, column)| {
                let origin = Origin::Cell { file: file.clone(), sheet: name.clone(), row, column };
                blanks.push(Blank { quantity, place, origin });
            });
        }
        blanks
    }
}

impl Table {
    /// Calls `visit` for what every cell of a known row asks for, with its row and column.
    fn each_asked(&self, mut visit: impl FnMut((QuantityId, Box<[Arc<str>]>), (u32, u32))) {
        for (down, row) in self.fixed_rows().iter().enumerate() {
            for (across, column) in self.columns.iter().enumerate() {
                if let Some(asked) = self.asked(column, Some(row), &row.members) {
                    visit(asked, (self.first_row() + down as u32, across as u32 + 1));
                }
            }
        }
    }

    fn cell(&self, quantity: QuantityId, place: &[Arc<str>]) -> Option<(u32, u32)> {
        let rows = self.fixed_rows().iter().enumerate();
        rows.flat_map(|row| self.columns.iter().enumerate().map(move |column| (row, column))).find_map(
            |((down, row), (across, column))| {
                let (asked, at) = self.asked(column, Some(row), &row.members)?;
                (asked == quantity && *at == *place).then_some((self.first_row() + down as u32, across as u32 + 1))
            },
        )
    }
}
