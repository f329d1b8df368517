//! What the members come to that a workbook leaves out, as it keeps it.

use super::sheet_cells::{SheetCells, find_sheet};
use crate::book::{BlockId, Book, Role};
use sg3_workbook::Content;

/// Takes the figures from the sheets of a workbook, where a book made of the same model and data has places for them.
pub(crate) fn read_others(book: &mut Book, sheets: &[SheetCells]) {
    let others: Vec<BlockId> = book.block_ids().filter(|id| book.block(*id).role == Role::Others).collect();
    for id in others {
        let values = stored_values(book, id, sheets);
        book.block_mut(id).values = values;
    }
}

/// By cell; missing where the workbook has no figure there.
fn stored_values(book: &Book, id: BlockId, sheets: &[SheetCells]) -> Vec<f64> {
    let block = book.block(id);
    let sheet = block.place.and_then(|place| find_sheet(sheets, &book.sheets[place.sheet].name));
    let (Some(place), Some(sheet)) = (block.place, sheet) else { return vec![f64::NAN; block.cells()] };
    let mut values = vec![f64::NAN; block.cells()];
    for row in 0..block.rows() {
        for column in 0..block.columns() {
            let content = sheet.content(place.row + row as u32, u32::from(place.column) + column as u32);
            if let Some(Content::Number(number)) = content {
                values[block.cell_of(&block.place_of(row, column))] = *number;
            }
        }
    }
    values
}
