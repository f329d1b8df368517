//! Widths of columns and heights of rows: everything can be read without touching a border.

use crate::layout::column::{Column, Holds};
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::table::Table;
use crate::write::context::Form;
use crate::write::filled_row::Filled;
use crate::write::shared_annotations::{Span, Told};
use crate::write::widths::Widths;
use crate::write::{annotations, column_notes, rows};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;
use sg3_workbook::write::cells::height;

/// Headings, labels and notes wrap; their rows are as high as they need.
pub fn heights(form: &Form, page: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    let of_text = |position: u16, text: &str| cells::lines(text, widths[&position] - 2.0);
    let headings = table.columns().map(|(position, column)| of_text(position, &column.heading)).max();
    page.set_row_height(table.heading_row(), height(headings.unwrap_or(1)) + 3.0)?;
    let told = Told::of(form, table);
    for (row, line) in table.evidence_rows() {
        let of_span = |span: Span| {
            let width = (span.first..=span.last).map(|position| widths[&position]).sum::<f64>();
            told.line(span)
                .and_then(|said| column_notes::said(form, said, line))
                .map_or(1, |said| cells::lines(&said, width - 2.0))
        };
        page.set_row_height(row, height(table.spans().into_iter().map(of_span).max().unwrap_or(1)))?;
    }
    for (row, known) in (table.first_row()..).zip(table.fixed_rows()) {
        let filled = Filled::of(form, table, &told, Some(known), &known.members);
        let of_column = |(position, column): (u16, &Column)| match column.holds {
            Holds::Label(axis) => of_text(position, &known.labels[axis]),
            Holds::Note => {
                let width =
                    (position..position + COLUMNS_OF_NOTES as u16).map(|position| widths[&position]).sum::<f64>();
                cells::lines(&rows::note_of(form, known), width - 2.0)
            }
            Holds::Evidence(fact) => of_text(position, &annotations::words(form, table, fact, &filled)),
            _ => 1,
        };
        page.set_row_height(row, height(table.columns().map(of_column).max().unwrap_or(1)))?;
    }
    Ok(())
}
