//! Widths of columns and heights of rows: everything can be read without touching a border.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::shared_annotations::{ColumnSpan, SharedAnnotations};
use crate::write::widths::ColumnWidths;
use crate::write::{annotations, column_notes, rows};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;
use sg3_workbook::write::cells::height;

/// Headings, labels and notes wrap; their rows are as high as they need.
pub fn set_row_heights(
    form: &FormContext,
    page: &mut Worksheet,
    table: &FormTable,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    let of_text = |position: u16, text: &str| cells::lines(text, widths[&position] - 2.0);
    let headings = table.columns().map(|(position, column)| of_text(position, &column.heading)).max();
    page.set_row_height(table.heading_row(), height(headings.unwrap_or(1)) + 3.0)?;
    let told = SharedAnnotations::of(form, table);
    for (row, line) in table.evidence_rows() {
        let of_span = |span: ColumnSpan| {
            let width = (span.first..=span.last).map(|position| widths[&position]).sum::<f64>();
            told.line_evidence(span)
                .and_then(|said| column_notes::display_line(form, said, line))
                .map_or(1, |said| cells::lines(&said, width - 2.0))
        };
        page.set_row_height(row, height(table.column_spans().into_iter().map(of_span).max().unwrap_or(1)))?;
    }
    for (row, known) in (table.first_row()..).zip(table.fixed_rows()) {
        let filled = FilledRow::of(form, table, &told, Some(known), &known.members);
        let of_column = |(position, column): (u16, &FormColumn)| match column.content {
            ColumnContent::Label(axis) => of_text(position, &known.labels[axis]),
            ColumnContent::Note => {
                let width =
                    (position..position + COLUMNS_OF_NOTES as u16).map(|position| widths[&position]).sum::<f64>();
                cells::lines(&rows::compose_note(form, known), width - 2.0)
            }
            ColumnContent::Evidence(fact) => {
                of_text(position, &annotations::display_evidence(form, table, fact, &filled))
            }
            _ => 1,
        };
        page.set_row_height(row, height(table.columns().map(of_column).max().unwrap_or(1)))?;
    }
    Ok(())
}
