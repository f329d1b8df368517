//! A table of the form, where the layout puts it.

use super::shared_annotations::Told;
use super::size::Widths;
use super::validation::Block;
use super::{Form, choice, column_notes, head, rows, validation};
use crate::layout::column_content::{Column, Holds};
use crate::layout::{Open, Rows, Table};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Draws a table.
pub fn draw(form: &Form, sheet: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    let told = Told::of(form, table);
    head::draw(form, sheet, table, widths)?;
    column_notes::draw(form, sheet, table, &told)?;
    rows::draw(form, sheet, table, &told)?;
    rules(form, sheet, table)
}

fn rules(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let first = table.first_row();
    let last = first + choice::rows(form, table).max(1) - 1;
    for (position, column) in table.columns() {
        let block = (first, last, position);
        match &column.holds {
            Holds::Values(ask) => {
                validation::values(form, sheet, block, form.model.quantity(ask.quantity), &column.unit)?
            }
            Holds::Single(_) => singles(form, sheet, table, position)?,
            Holds::Code(axis) if table.rows == Rows::Open(Open::Reference) => {
                validation::codes(form, sheet, block, table.axes[*axis].dimension)?
            }
            Holds::Evidence(fact) => validation::fact(form, sheet, block, table, *fact)?,
            Holds::Code(_) | Holds::Label(_) | Holds::Unit | Holds::Note | Holds::Last(_) | Holds::Check => {}
        }
    }
    Ok(())
}

fn singles(form: &Form, sheet: &mut Worksheet, table: &Table, position: u16) -> Result<(), XlsxError> {
    for (at, row) in (table.first_row()..).zip(table.fixed_rows()) {
        let block: Block = (at, at, position);
        if let Some(input) = row.asks {
            validation::values(form, sheet, block, form.model.quantity(input), &row.unit)?;
        }
    }
    Ok(())
}

impl Table {
    /// Columns with where they stand; the first column of the sheet holds the keys.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (u16, &Column)> {
        self.columns.iter().enumerate().map(|(number, column)| (self.position(number) as u16, column))
    }
}
