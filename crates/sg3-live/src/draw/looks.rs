//! Looks of many cells at once.
//!
//! The writer finds the number of a format by going through all that the format says, for every cell that is written with one.
//! Cells that there are many of are written plain, and given their looks afterwards.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::ops::Range;

/// So many rows at a time, whose cells are then still at hand for the next columns.
const ROWS_AT_A_TIME: usize = 64;

/// Gives each its looks to columns of some rows; cells that nothing was written to become blank ones with looks.
pub fn over(page: &mut Worksheet, rows: Range<u32>, looks: &[(Range<u16>, &Format)]) -> Result<(), XlsxError> {
    let looks = || looks.iter().filter(|(columns, _)| !columns.is_empty());
    for first in rows.clone().step_by(ROWS_AT_A_TIME) {
        let last = rows.end.min(first + ROWS_AT_A_TIME as u32) - 1;
        for (columns, format) in looks() {
            page.set_range_format(first, columns.start, last, columns.end - 1, format)?;
        }
    }
    // how far the sheet goes is only noted where a single cell is given looks
    for (columns, format) in looks().filter(|_| !rows.is_empty()) {
        page.set_cell_format(rows.end - 1, columns.end - 1, format)?;
    }
    Ok(())
}

/// One column.
pub fn column(column: u16) -> Range<u16> {
    column..column + 1
}
