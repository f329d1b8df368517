//! The blocks of a sheet below each other, and what belongs beside each other beside each other.

use crate::book::stored_layout::HEAD;
use crate::book::{Block, BlockId, BlockPlace, BlockSheet, Book, Role};

/// Gives every block of the sheet its place, and the book the sheet.
pub(super) fn place_blocks(book: &mut Book, mut sheet: BlockSheet) {
    let number = book.sheets.len();
    let mut row = HEAD + sheet.prose.len() as u32 + u32::from(!sheet.prose.is_empty());
    let mut above: Option<BlockId> = None;
    for id in sheet.blocks.clone() {
        let place = if let Some(place) = place_beside(book, id) {
            place
        } else {
            let place = place_below(book, id, number, row, above);
            row = place.row + book.block(id).rows() as u32 + 1;
            above = Some(id);
            place
        };
        book.block_mut(id).place = Some(place);
    }
    sheet.end = row;
    book.sheets.push(sheet);
}

/// Figures as delivered, and cells for other figures, stand beside the figures in use, unless years go across.
fn place_beside(book: &Book, id: BlockId) -> Option<BlockPlace> {
    let block = book.block(id);
    let steps = match block.role {
        Role::Delivered => 1,
        Role::Override => 2,
        _ => return None,
    };
    let in_use = book.block(block.part_of?);
    let place = in_use.place.filter(|_| in_use.across.is_none())?;
    Some(BlockPlace { column: place.column + steps, ..place })
}

/// From a row on; rows that follow each other need no heading of their own, and no blank row between them.
fn place_below(book: &Book, id: BlockId, sheet: usize, row: u32, above: Option<BlockId>) -> BlockPlace {
    let block = book.block(id);
    let joins = above.is_some_and(|above| joins(book.block(above), block));
    let (top, heading) = if joins { (row - 1, block.formula_rows()) } else { (row, block.rows_above()) };
    BlockPlace { sheet, top, row: top + heading, column: book.columns.first() }
}

/// Whether a block is one more row of those above.
fn joins(above: &Block, block: &Block) -> bool {
    if !block.axes.is_empty() {
        return false;
    }
    let is_below_single = above.axes.is_empty();
    match (above.role, block.role) {
        (Role::InUse, Role::InUse) => is_below_single,
        (_, Role::Number | Role::Part) => is_below_single || above.role == Role::Number,
        (_, Role::Check) => is_below_single && block.part_of.is_some(),
        _ => false,
    }
}
