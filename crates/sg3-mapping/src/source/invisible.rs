//! What nobody sees in the texts of a source file is taken out, and told once for each sheet.

use super::cell::SourceValue;
use super::sheet::SourceSheet;
use sg3_lang::invisible;

/// The first cell with such characters, which they are, and how many cells have them.
pub(crate) struct StrippedCells {
    pub(crate) first: (u32, u32),
    pub(crate) found: String,
    pub(crate) cells: usize,
}

/// Takes them out of all cells of a sheet; nothing if there are none.
pub(crate) fn strip_sheet(sheet: &mut SourceSheet) -> Option<StrippedCells> {
    let mut stripped: Option<StrippedCells> = None;
    for row in &mut sheet.rows {
        for cell in &mut row.cells {
            let SourceValue::Words(text) = &mut cell.value else { continue };
            let Some(found) = invisible::describe(text) else { continue };
            *text = invisible::strip(text).trim().to_owned();
            let first = (row.row, cell.column);
            stripped.get_or_insert(StrippedCells { first, found, cells: 0 }).cells += 1;
        }
        row.cells.retain(|cell| !matches!(&cell.value, SourceValue::Words(text) if text.is_empty()));
    }
    sheet.rows.retain(|row| !row.cells.is_empty());
    stripped
}
