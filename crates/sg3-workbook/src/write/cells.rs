//! Cells: text is always text, never a formula.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// `='Radio site'!$B$6:$B$305`.
pub fn absolute(sheet: &str, column: u16, first: u32, last: u32) -> String {
    let cell = |row| row_col_to_cell_absolute(row, column);
    format!("='{}'!{}:{}", sheet.replace('\'', "''"), cell(first), cell(last))
}

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

/// Makes a row as high as its texts need in columns of some widths.
pub fn fit<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    let needed = texts.into_iter().map(|(text, width)| lines(text, width - 2.0)).max().unwrap_or(1);
    if needed > 1 {
        sheet.set_row_height(row, height(needed))?;
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

const LINE: f64 = 13.0;

/// Of so many lines.
pub fn height(lines: usize) -> f64 {
    LINE * lines as f64 + 2.0
}
