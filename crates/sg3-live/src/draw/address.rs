//! How sheets write where something stands.

use super::canvas::Canvas;
use crate::book::stored_layout::members;
use crate::book::{Block, MemberRange, SheetColumns};
use crate::print::range::quoted_sheet;
use sg3_workbook::{format_address, format_column};

/// `$F$12`.
pub(super) fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", format_column(column.into()), row + 1)
}

/// `F12`.
pub(super) fn moving(row: u32, column: u16) -> String {
    format_address(row, column.into())
}

/// `Members!$B$5:$B$9`: a column of the list of members of a dimension.
pub(super) fn member_list(list: &MemberRange, column: u16) -> String {
    format!("{}!{}:{}", members::SHEET, fixed(list.first_row, column), fixed(list.last_row(), column))
}

/// Where a cell of a block stands, by row and column from its first value: sheet, row and column.
fn cell_of(block: &Block, row: usize, column: usize) -> (usize, u32, u16) {
    let place = block.place.expect("what is shown is arranged");
    (place.sheet, place.row + row as u32, place.column + column as u16)
}

impl Canvas<'_> {
    /// `'In Traffic'!$F$12`: a cell of a block, by row and column from its first value.
    pub(super) fn cell(&self, block: &Block, row: usize, column: usize) -> String {
        let (sheet, row, column) = cell_of(block, row, column);
        format!("{}!{}", quoted_sheet(&self.book.sheets[sheet].name), fixed(row, column))
    }

    /// `'In Traffic'!$F$12:$O$12`: all values of a block; of a single one the cell.
    pub(super) fn all_cells(&self, block: &Block) -> String {
        let first = self.cell(block, 0, 0);
        if block.cells() == 1 {
            return first;
        }
        let (_, row, column) = cell_of(block, block.rows() - 1, block.columns() - 1);
        format!("{first}:{}", fixed(row, column))
    }

    /// Where the title of a block stands, to be led to.
    pub(super) fn top(&self, block: &Block) -> String {
        let place = block.place.expect("what is shown is arranged");
        let sheet = quoted_sheet(&self.book.sheets[place.sheet].name);
        format!("{sheet}!{}", moving(place.top, SheetColumns::LABEL))
    }
}
