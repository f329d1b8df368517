//! What stands above the rows of a table: title, words, keys, headings, units.

use super::size::Widths;
use super::{Form, draw as draw_of_write, size};
use crate::layout::column_content::{Column, Holds};
use crate::layout::position::COLUMNS_OF_NOTES;
use crate::layout::{Table, key};
use rust_xlsxwriter::{Format, Note, Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Words below a title go over columns of this width together.
const WIDTH_OF_WORDS: f64 = 90.0;

/// Draws all of it.
pub fn draw(form: &Form, sheet: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    above(form, sheet, table, widths)?;
    heading(form, sheet, table)?;
    units(form, sheet, table)
}

fn above(form: &Form, sheet: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    draw_of_write::key(form, sheet, table.top, key::TITLE)?;
    if !table.title.is_empty() {
        cells::text(sheet, table.top, 1, &table.title, &form.styles.subtitle)?;
        sheet.set_row_height(table.top, 20)?;
    }
    if let Some(row) = table.note_row() {
        draw_of_write::key(form, sheet, row, key::TITLE)?;
        words(form, sheet, row, &table.notes.join(" "), widths)?;
    }
    draw_of_write::key(form, sheet, table.key_row(), &format!("{}{}", sg3_workbook::csv::CORNER, table.key))?;
    for (position, column) in table.columns() {
        cells::text(sheet, table.key_row(), position, &column.key, &form.styles.key)?;
    }
    sheet.set_row_hidden(table.key_row())?;
    Ok(())
}

/// Words below a title, over as many columns as they are legible in.
fn words(form: &Form, sheet: &mut Worksheet, row: u32, words: &str, widths: &Widths) -> Result<(), XlsxError> {
    let (last, width) = size::span(widths, 1, WIDTH_OF_WORDS);
    let format = &form.styles.hint;
    sheet.set_row_height(row, cells::height(cells::lines(words, width)))?;
    match last {
        1 => cells::text(sheet, row, 1, words, format),
        last => sheet.merge_range(row, 1, row, last, words, format).map(|_| ()),
    }
}

fn heading(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    draw_of_write::key(form, sheet, table.heading_row(), key::HEADING)?;
    for (position, column) in table.columns() {
        head(form, sheet, table.heading_row(), position, column)?;
        if let Some(note) = note(form, table, column) {
            sheet.insert_note(table.heading_row(), position, &note)?;
        }
    }
    Ok(())
}

fn head(form: &Form, sheet: &mut Worksheet, row: u32, position: u16, column: &Column) -> Result<(), XlsxError> {
    match column.holds {
        Holds::Note => over_columns(sheet, row, position, &column.heading, &form.styles.heading),
        Holds::Single(_) | Holds::Values(_) => {
            cells::text(sheet, row, position, &column.heading, &form.styles.heading_of_values)
        }
        Holds::Evidence(_) | Holds::Last(_) | Holds::Check => {
            cells::text(sheet, row, position, &column.heading, &form.styles.heading_of_evidence)
        }
        _ => cells::text(sheet, row, position, &column.heading, &form.styles.heading),
    }
}

/// Words over as many columns as notes take.
pub fn over_columns(
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
fn note(form: &Form, table: &Table, column: &Column) -> Option<Note> {
    let Holds::Values(ask) = &column.holds else { return None };
    let hint = form.hint(form.model.quantity(ask.quantity));
    let is_new = !hint.is_empty() && !table.notes.join(" ").starts_with(&hint);
    let height = 20 + 18 * cells::lines(&hint, 36.0) as u32;
    is_new.then(|| Note::new(cells::clip(&hint, 2_000)).add_author_prefix(false).set_width(240).set_height(height))
}

fn units(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let Some(row) = table.units_row() else { return Ok(()) };
    draw_of_write::key(form, sheet, row, key::UNITS)?;
    for (position, column) in table.columns().filter(|(_, column)| !column.is_evidence()) {
        cells::text(sheet, row, position, &form.say(&column.unit), &form.styles.unit_below)?;
    }
    Ok(())
}
