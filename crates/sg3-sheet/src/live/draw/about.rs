//! What the workbook is, and the guard of its comparisons.

use super::Canvas;
use crate::template::draw as cells;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::guard::GUARD;

/// Draws the sheet.
pub fn draw(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name("About")?.set_screen_gridlines(false);
    cells::text(page, 0, 1, &canvas.material.model.title, &canvas.styles.title)?;
    cells::text(page, 3, 1, "Guard of comparisons", &canvas.styles.label)?;
    page.write_number_with_format(3, 2, GUARD, &canvas.styles.number)?;
    page.set_column_width(0, 3)?.set_column_width(1, 44)?.set_column_width(2, 16)?;
    Ok(())
}
