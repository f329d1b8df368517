//! What stands above the rows of a table: title, words, keys, headings, units.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::key;
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::widths::ColumnWidths;
use crate::write::{form_cells, widths};
use rust_xlsxwriter::{Format, Note, Worksheet, XlsxError};
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

/// Words below a title go over columns of this width together.
const WIDTH_OF_WORDS: f64 = 90.0;

/// Draws all of it.
pub(crate) fn draw_head(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    draw_title(form, sheet, table, widths)?;
    draw_headings(form, sheet, table)?;
    draw_units(form, sheet, table)
}

fn draw_title(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    form_cells::draw_key(form, sheet, table.top, key::TITLE)?;
    if !table.title.is_empty() {
        cells::write_text(sheet, table.top, 1, &table.title, &form.styles.subtitle)?;
        sheet.set_row_height(table.top, 20)?;
    }
    if let Some(row) = table.note_row() {
        form_cells::draw_key(form, sheet, row, key::TITLE)?;
        draw_notes(form, sheet, row, &table.notes.join(" "), widths)?;
    }
    form_cells::draw_key(form, sheet, table.key_row(), &format!("{}{}", sg3_workbook::csv::CORNER, table.key))?;
    for (position, column) in table.placed_columns() {
        cells::write_text(sheet, table.key_row(), position, &column.key, &form.styles.key)?;
    }
    sheet.set_row_hidden(table.key_row())?;
    Ok(())
}

/// Words below a title, over as many columns as they are legible in.
fn draw_notes(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    words: &str,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    let (last, width) = widths::span_columns(widths, 1, WIDTH_OF_WORDS);
    let format = &form.styles.hint;
    sheet.set_row_height(row, text::row_height(text::count_lines(words, width)))?;
    match last {
        1 => cells::write_text(sheet, row, 1, words, format),
        last => sheet.merge_range(row, 1, row, last, words, format).map(|_| ()),
    }
}

fn draw_headings(form: &FormContext, sheet: &mut Worksheet, table: &FormTable) -> Result<(), XlsxError> {
    form_cells::draw_key(form, sheet, table.heading_row(), key::HEADING)?;
    for (position, column) in table.placed_columns() {
        draw_heading(form, sheet, table.heading_row(), position, column)?;
        if let Some(note) = compose_note(form, table, column) {
            sheet.insert_note(table.heading_row(), position, &note)?;
        }
    }
    Ok(())
}

fn draw_heading(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    position: u16,
    column: &FormColumn,
) -> Result<(), XlsxError> {
    match column.content {
        ColumnContent::Note => merge_note_columns(sheet, row, position, &column.heading, &form.styles.heading),
        ColumnContent::Scalar(_) | ColumnContent::Values(_) => {
            cells::write_text(sheet, row, position, &column.heading, &form.styles.heading_of_values)
        }
        ColumnContent::Evidence(_) | ColumnContent::LastYear(_) | ColumnContent::Check => {
            cells::write_text(sheet, row, position, &column.heading, &form.styles.heading_of_evidence)
        }
        _ => cells::write_text(sheet, row, position, &column.heading, &form.styles.heading),
    }
}

/// Words over as many columns as notes take.
pub(crate) fn merge_note_columns(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, first, row, first + COLUMNS_OF_NOTES as u16 - 1, words, format)?;
    Ok(())
}

/// What there is to know about a column, unless it stands below the title already.
fn compose_note(form: &FormContext, table: &FormTable, column: &FormColumn) -> Option<Note> {
    let ColumnContent::Values(ask) = &column.content else { return None };
    let hint = form.hint(form.model.quantity(ask.quantity));
    let is_new = !hint.is_empty() && !table.notes.join(" ").starts_with(&hint);
    let height = 20 + 18 * text::count_lines(&hint, 36.0) as u32;
    is_new.then(|| Note::new(text::truncate(&hint, 2_000)).add_author_prefix(false).set_width(240).set_height(height))
}

fn draw_units(form: &FormContext, sheet: &mut Worksheet, table: &FormTable) -> Result<(), XlsxError> {
    let Some(row) = table.units_row() else { return Ok(()) };
    form_cells::draw_key(form, sheet, row, key::UNITS)?;
    for (position, column) in table.placed_columns().filter(|(_, column)| !column.is_evidence()) {
        let unit = form.translate_unit(&column.unit, column.in_percent);
        cells::write_text(sheet, row, position, &unit, &form.styles.unit_below)?;
    }
    Ok(())
}
