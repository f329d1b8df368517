//! Formats of many cells at once.
//!
//! The writer finds the number of a format by going through all that the format says, for every cell that is written with one.
//! Cells that there are many of are written plain, and given their formats afterwards.

use super::writer::{Format, Worksheet, XlsxError};
use std::ops::Range;

/// So many rows at a time, whose cells are then still at hand for the next columns.
const ROWS_AT_A_TIME: usize = 64;

/// Formats columns of some rows; cells that nothing was written to become blank ones with a format.
pub(super) fn apply_formats(
    page: &mut Worksheet,
    rows: Range<u32>,
    formats: &[(Range<u16>, &Format)],
) -> Result<(), XlsxError> {
    let formats = formats.iter().filter(|(columns, _)| !columns.is_empty());
    for first in rows.clone().step_by(ROWS_AT_A_TIME) {
        let last = rows.end.min(first + ROWS_AT_A_TIME as u32) - 1;
        for (columns, format) in formats.clone() {
            page.set_range_format(first, columns.start, last, columns.end - 1, format)?;
        }
    }
    // how far the sheet goes is only noted where a single cell is formatted
    for (columns, format) in formats.filter(|_| !rows.is_empty()) {
        page.set_cell_format(rows.end - 1, columns.end - 1, format)?;
    }
    Ok(())
}

/// A single column as a range of columns.
pub(super) fn one_column(column: u16) -> Range<u16> {
    column..column + 1
}
