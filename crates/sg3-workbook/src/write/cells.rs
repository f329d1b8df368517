//! Cells: text is always text, never a formula.

use super::text::{count_lines, row_height, truncate};
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Height of rows and width of columns for which nothing else is set, in dots on the screen.
const ROW_HEIGHT: u32 = 20;
const COLUMN_WIDTH: u32 = 64;
/// Longest text that is written into a cell; a little less than a cell holds.
const LONGEST_TEXT: usize = 32_000;

/// Creates a workbook without sheets. Widths of columns are counted in zeros of its font, which is one that every program has, or has the
/// like of.
pub fn create_workbook() -> Workbook {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&base_format(), ROW_HEIGHT, COLUMN_WIDTH).expect("the width is one that is known");
    workbook
}

/// The format on which all others are built: the font in which everything is written.
pub fn base_format() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

/// Writes a text without a format of its own; nothing if it is empty.
pub fn write_plain_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string(row, column, truncate(text, LONGEST_TEXT))?;
    }
    Ok(())
}

/// Writes a text with a format, which the cell has also if the text is empty.
pub fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else {
        sheet.write_string_with_format(row, column, truncate(text, LONGEST_TEXT), format)?;
    }
    Ok(())
}

/// Makes a row as high as its texts need in columns of some widths.
pub fn fit_row_height<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    let needed = texts.into_iter().map(|(text, width)| count_lines(text, width - 2.0)).max().unwrap_or(1);
    if needed > 1 {
        sheet.set_row_height(row, row_height(needed))?;
    }
    Ok(())
}

/// Writes the rows of a column as a formula names them: `='Radio site'!$B$6:$B$305`.
pub fn format_absolute_range(sheet: &str, column: u16, first: u32, last: u32) -> String {
    let [first, last] = [first, last].map(|row| row_col_to_cell_absolute(row, column));
    format!("='{}'!{first}:{last}", sheet.replace('\'', "''"))
}

/// The foot of a printed page in the codes of spreadsheets: a title, the sheet, the page.
pub fn format_footer(title: &str) -> String {
    format!("&L&8{}&C&8&A&R&8&P / &N", truncate(title, 120).replace('&', "&&"))
}
