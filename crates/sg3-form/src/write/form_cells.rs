//! Cells: text is always text, never a formula.

use crate::write::context::FormContext;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_workbook::Content;
use sg3_workbook::write::cells;
use sg3_workbook::write::cells::{lines, text};

/// What was said about the form itself, where it is returned.
pub fn find_fact<'a>(form: &'a FormContext, keys: [&str; 3]) -> Option<&'a Content> {
    let [table, key, of] = keys.map(str::to_owned);
    form.marks.as_ref()?.about.get(&(table, key, of))
}

/// Writes what was said about the form itself, where it is returned; blank where nothing was.
pub fn draw_fact(
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

/// Writes the machine key of a row.
pub fn draw_key(form: &FormContext, sheet: &mut Worksheet, row: u32, key: &str) -> Result<(), XlsxError> {
    text(sheet, row, 0, key, &form.styles.key)
}

/// Writes sentences beside each other in one row from the second column on; over columns of some width together if they need more lines.
pub fn draw_sentences(
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
