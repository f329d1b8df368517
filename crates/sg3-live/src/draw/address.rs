//! How pages write where something stands.

use super::Canvas;
use crate::book::block::Block;
use sg3_workbook::column_letters;

/// `$F$12`.
pub fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", column_letters(column.into()), row + 1)
}

/// `F12`.
pub fn moving(row: u32, column: u16) -> String {
    format!("{}{}", column_letters(column.into()), row + 1)
}

/// `'In Traffic'`, with its apostrophes doubled.
pub fn sheet(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

impl Canvas<'_> {
    /// `'In Traffic'!$F$12`: a cell of a block, by row and column from its first value.
    pub fn cell(&self, block: &Block, row: usize, column: usize) -> String {
        let (number, row, column) = super::pen::cell_of(block, row, column);
        format!("{}!{}", sheet(&self.book.sheets[number].name), fixed(row, column))
    }

    /// `'In Traffic'!$F$12:$O$12`: cells of a block, from one row and column to another.
    pub fn range(&self, block: &Block, rows: (usize, usize), columns: (usize, usize)) -> String {
        let (_, last_row, last_column) = super::pen::cell_of(block, rows.1, columns.1);
        let first = self.cell(block, rows.0, columns.0);
        if rows.0 == rows.1 && columns.0 == columns.1 {
            first
        } else {
            format!("{first}:{}", fixed(last_row, last_column))
        }
    }

    /// All values of a block.
    pub fn all(&self, block: &Block) -> String {
        self.range(block, (0, block.rows() - 1), (0, block.columns() - 1))
    }

    /// Where the title of a block stands, to be led to.
    pub fn top(&self, block: &Block) -> String {
        let place = block.place.expect("what is shown is arranged");
        format!("{}!{}", sheet(&self.book.sheets[place.sheet].name), moving(place.top, crate::book::Columns::LABEL))
    }
}
