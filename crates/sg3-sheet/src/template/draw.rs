//! Cells: text is always text, never a formula.

use super::{Form, size};
use crate::Content;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Rows and columns of which nothing is said, in dots on the screen.
const ROW_HEIGHT: u32 = 20;
const COLUMN_WIDTH: u32 = 64;
/// Longest text of a cell.
const LONGEST: usize = 32_000;

/// A workbook without sheets. Widths of columns are counted in noughts of its font: one that every program has, or has the like of.
pub fn workbook() -> Workbook {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&letters(), ROW_HEIGHT, COLUMN_WIDTH).expect("the width is one that is known");
    workbook
}

/// The letters in which everything is written.
pub fn letters() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

/// Writes words without looks of their own; nothing where there are none.
pub fn plain(sheet: &mut Worksheet, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
    if !words.is_empty() {
        sheet.write_string(row, column, clip(words, LONGEST))?;
    }
    Ok(())
}

/// Writes words; a cell of none keeps its looks.
pub fn text(sheet: &mut Worksheet, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    match words.is_empty() {
        true => sheet.write_blank(row, column, format)?,
        false => sheet.write_string_with_format(row, column, clip(words, LONGEST), format)?,
    };
    Ok(())
}

/// What was said about the form itself, where it is returned.
pub fn said_about<'a>(form: &'a Form, keys: [&str; 3]) -> Option<&'a Content> {
    let [table, key, of] = keys.map(str::to_owned);
    form.marks.as_ref()?.about.get(&(table, key, of))
}

/// Writes what was said about the form itself, where it is returned; blank where nothing was.
pub fn about(
    form: &Form,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    keys: [&str; 3],
    format: &Format,
) -> Result<(), XlsxError> {
    match said_about(form, keys) {
        Some(Content::Number(number) | Content::Date(number)) => {
            sheet.write_number_with_format(row, column, *number, format)?;
            Ok(())
        }
        Some(Content::Text(words)) => text(sheet, row, column, words, format),
        _ => text(sheet, row, column, "", format),
    }
}

/// Writes the machine key of a row.
pub fn key(form: &Form, sheet: &mut Worksheet, row: u32, key: &str) -> Result<(), XlsxError> {
    text(sheet, row, 0, key, &form.styles.key)
}

/// Writes sentences beside each other in one row from the second column on; over columns of some width together if they need more lines.
pub fn sentences(
    form: &Form,
    sheet: &mut Worksheet,
    row: u32,
    words: &str,
    (last, width): (u16, f64),
) -> Result<(), XlsxError> {
    let words = form.tell(words);
    let needed = lines(&words, width);
    if needed == 1 {
        return text(sheet, row, 1, &words, &form.styles.quiet);
    }
    sheet.merge_range(row, 1, row, last, &words, &form.styles.quiet.clone().set_text_wrap())?;
    sheet.set_row_height(row, size::height(needed))?;
    Ok(())
}

/// Makes a row as high as its texts need in columns of some widths.
pub fn fit<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    let needed = texts.into_iter().map(|(text, width)| lines(text, width - 2.0)).max().unwrap_or(1);
    if needed > 1 {
        sheet.set_row_height(row, size::height(needed))?;
    }
    Ok(())
}

/// The beginning of a text, at a word if it is long, in so many UTF-16 units.
pub fn shorten(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let cut = clip(text, longest - 1);
    let at_word = cut.rfind(' ').filter(|space| *space > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..at_word].trim_end())
}

/// The beginning of a text, in as many UTF-16 units as a workbook allows.
pub fn clip(text: &str, longest: usize) -> &str {
    let mut units = 0;
    let mut letters = text.char_indices();
    let end = letters.find(|(_, letter)| {
        units += letter.len_utf16();
        units > longest
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// The foot of a printed page: a title, the sheet, the page.
pub fn footer(title: &str) -> String {
    format!("&L&8{}&C&8&A&R&8&P / &N", clip(title, 120).replace('&', "&&"))
}

/// How many lines a text takes in a column of some width, which is counted in noughts: most letters are narrower.
pub fn lines(text: &str, width: f64) -> usize {
    const LETTERS_IN_A_NOUGHT: f64 = 1.15;
    let room = ((width * LETTERS_IN_A_NOUGHT) as usize).max(4);
    let mut lines = 1;
    let mut used = 0;
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        let joined = if used == 0 { word } else { used + 1 + word };
        if joined > room && used > 0 {
            lines += 1;
            used = word;
        } else {
            used = joined;
        }
        lines += used.saturating_sub(1) / room;
        used = if used > room { (used - 1) % room + 1 } else { used };
    }
    lines
}

/// A text within a formula, where quotes are doubled.
pub fn quoted(text: &str) -> String {
    text.replace('"', "\"\"")
}
