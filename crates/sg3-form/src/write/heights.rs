//! Heights of rows: everything can be read without touching a border.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::table::FormRow;
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
pub(crate) fn set_row_heights(
    form: &FormContext,
    page: &mut Worksheet,
    table: &FormTable,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    let headings =
        table.placed_columns().map(|(position, column)| count_lines(widths, (position, 1), &column.heading)).max();
    page.set_row_height(table.heading_row(), height(headings.unwrap_or(1)) + 3.0)?;
    let shared = SharedAnnotations::of(form, table);
    for (row, line) in table.evidence_rows() {
        let spans = table.column_spans().into_iter();
        let lines = spans.map(|span| count_lines_of_span(form, &shared, widths, span, line)).max();
        page.set_row_height(row, height(lines.unwrap_or(1)))?;
    }
    for (row, known) in (table.first_row()..).zip(table.fixed_rows()) {
        let filled = FilledRow::of(form, table, &shared, Some(known), &known.members);
        let texts =
            table.placed_columns().map(|(position, column)| (position, find_text(form, table, column, known, &filled)));
        let lines = texts.map(|(position, (columns, text))| count_lines(widths, (position, columns), &text)).max();
        page.set_row_height(row, height(lines.unwrap_or(1)))?;
    }
    Ok(())
}

/// How many lines a text takes in so many columns from the first.
fn count_lines(widths: &ColumnWidths, (first, columns): (u16, u16), text: &str) -> usize {
    let width: f64 = (first..first + columns).map(|position| widths[&position]).sum();
    cells::lines(text, width - 2.0)
}

fn count_lines_of_span(
    form: &FormContext,
    shared: &SharedAnnotations,
    widths: &ColumnWidths,
    span: ColumnSpan,
    line: &str,
) -> usize {
    let text = shared.line_evidence(span).and_then(|evidence| column_notes::display_line(form, evidence, line));
    text.map_or(1, |text| count_lines(widths, (span.first, span.last - span.first + 1), &text))
}

/// The text of a cell that may need several lines, and over how many columns it goes; nothing of one that never does.
fn find_text(
    form: &FormContext,
    table: &FormTable,
    column: &FormColumn,
    row: &FormRow,
    filled: &FilledRow,
) -> (u16, String) {
    match column.content {
        ColumnContent::Label(axis) => (1, row.labels[axis].clone()),
        ColumnContent::Note => (COLUMNS_OF_NOTES as u16, rows::compose_note(form, row)),
        ColumnContent::Evidence(field) => (1, annotations::display_evidence(form, table, field, filled)),
        _ => (1, String::new()),
    }
}
