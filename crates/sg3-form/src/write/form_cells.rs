//! Cells that every sheet of a form has: machine keys, sentences, facts about the form.

use crate::write::context::FormContext;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_workbook::Content;
use sg3_workbook::write::cells;
use sg3_workbook::write::cells::{lines, text};

/// What was said about the form itself, where it is returned.
pub(crate) fn find_fact<'a>(form: &'a FormContext, keys: [&str; 3]) -> Option<&'a Content> {
    let [table, row, column] = keys.map(str::to_owned);
    form.marks.as_ref()?.about.get(&(table, row, column))
}

/// Writes what was said about the form itself, where it is returned; blank where nothing was.
pub(crate) fn draw_fact(
    form: &FormContext,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    keys: [&str; 3],
    format: &Format,
) -> Result<(), XlsxError> {
    match find_fact(form, keys) {
        Some(Content::Number(number) | Content::Date(number)) => {
            sheet.write_number_with_format(row, column, *number, format)?;
            Ok(())
        }
        Some(Content::Text(words)) => text(sheet, row, column, words, format),
        _ => text(sheet, row, column, "", format),
    }
}

/// Begins a sheet that every form has: its name, and from which side it is read.
pub(crate) fn begin_sheet(form: &FormContext, sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(form.translate_briefly(name))?;
    sheet.set_screen_gridlines(false).set_right_to_left(form.language.is_right_to_left());
    Ok(())
}

/// Writes the machine key of a row.
pub(crate) fn draw_key(form: &FormContext, sheet: &mut Worksheet, row: u32, key: &str) -> Result<(), XlsxError> {
    text(sheet, row, 0, key, &form.styles.key)
}

/// Writes the hidden row above a table about the form: the key of the table in its corner, then those of its columns.
pub(crate) fn draw_key_row(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    corner: &str,
    columns: &[&str],
) -> Result<(), XlsxError> {
    let corner = format!("{}{corner}", sg3_workbook::csv::CORNER);
    for (column, key) in (0..).zip([&*corner].iter().chain(columns)) {
        text(sheet, row, column, key, &form.styles.key)?;
    }
    sheet.set_row_hidden(row)?;
    Ok(())
}

/// Writes sentences beside each other in one row from the second column on; over columns of some width together if they
/// need more lines.
pub(crate) fn draw_sentences(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    words: &str,
    (last, width): (u16, f64),
) -> Result<(), XlsxError> {
    let words = form.translate_sentences(words);
    let needed = lines(&words, width);
    if needed == 1 {
        return text(sheet, row, 1, &words, &form.styles.quiet);
    }
    sheet.merge_range(row, 1, row, last, &words, &form.styles.quiet.clone().set_text_wrap())?;
    sheet.set_row_height(row, cells::height(needed))?;
    Ok(())
}
