//! A table of the form, where the layout puts it.

use crate::layout::column::ColumnContent;
use crate::layout::table::{FormTable, OpenRows, TableRows};
use crate::write::context::FormContext;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::validation::CellRange;
use crate::write::widths::ColumnWidths;
use crate::write::{choice, column_notes, head, rows, validation};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Draws head, lines for whole columns and rows, and adds what each cell accepts.
pub(crate) fn draw_table(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    let shared = SharedAnnotations::of(form, table);
    head::draw_head(form, sheet, table, widths)?;
    column_notes::draw_column_notes(form, sheet, table, &shared)?;
    rows::draw_rows(form, sheet, table, &shared)?;
    add_validation(form, sheet, table)
}

fn add_validation(form: &FormContext, sheet: &mut Worksheet, table: &FormTable) -> Result<(), XlsxError> {
    let first = table.first_row();
    let last = first + choice::count_rows(form, table).max(1) - 1;
    for (position, column) in table.placed_columns() {
        let range = (first, last, position);
        match &column.content {
            ColumnContent::Values(ask) => {
                validation::validate_values(form, sheet, range, form.model.quantity(ask.quantity), &column.unit)?;
            }
            ColumnContent::Scalar(_) => validate_scalars(form, sheet, table, position)?,
            ColumnContent::Code(axis) if table.rows == TableRows::Open(OpenRows::Reference) => {
                validation::validate_codes(form, sheet, range, table.axes[*axis].dimension)?;
            }
            ColumnContent::Evidence(field) => validation::validate_evidence(form, sheet, range, table, *field)?,
            ColumnContent::Code(_)
            | ColumnContent::Label(_)
            | ColumnContent::Unit
            | ColumnContent::Note
            | ColumnContent::LastYear(_)
            | ColumnContent::Check => {}
        }
    }
    Ok(())
}

fn validate_scalars(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    position: u16,
) -> Result<(), XlsxError> {
    for (at, row) in (table.first_row()..).zip(table.fixed_rows()) {
        let range: CellRange = (at, at, position);
        if let Some(input) = row.asks {
            validation::validate_values(form, sheet, range, form.model.quantity(input), &row.unit)?;
        }
    }
    Ok(())
}
