//! Tables found by their machine keys, wherever they stand now.

use crate::layout::evidence::LAST;
use crate::layout::key;
use crate::tables::grid::{Page, PageCell, PageRow};
use sg3_workbook::Content;

/// A table as it stands in a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What its rows are: the key in its corner.
    pub key: String,
    /// Row of the keys of columns.
    pub row: u32,
    /// Column of the keys of rows.
    pub column: u32,
    /// Keys of columns, with where they are.
    pub columns: Vec<(u32, String)>,
    /// Rows below this one are not its own.
    pub last: u32,
}

/// All tables of a sheet.
pub fn find_blocks(page: &Page) -> Vec<Block> {
    let mut blocks: Vec<Block> = page.rows.iter().flat_map(find_in_row).collect();
    for at in 0..blocks.len() {
        let below = blocks[at + 1..].iter().filter(|below| below.row > blocks[at].row && is_above(&blocks[at], below));
        blocks[at].last = below.map(|below| below.row - 1).min().unwrap_or(u32::MAX);
    }
    blocks
}

fn is_above(block: &Block, below: &Block) -> bool {
    let right = block.columns.last().map_or(block.column, |(column, _)| *column);
    (block.column..=right).contains(&below.column)
}

fn find_in_row(row: &PageRow) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (column, text) in list_texts(row) {
        match (text.strip_prefix(sg3_workbook::csv::CORNER), blocks.last_mut()) {
            (Some(corner), _) => blocks.push(Block::new(corner, row.row, column)),
            (None, Some(block)) => block.columns.push((column, text.to_owned())),
            (None, None) => {}
        }
    }
    blocks
}

fn list_texts(row: &PageRow) -> impl Iterator<Item = (u32, &str)> {
    row.cells.iter().filter_map(|cell| Some((cell.column, cell_text(cell)?)))
}

/// The text of a cell, if it holds any.
pub(crate) fn cell_text(cell: &PageCell) -> Option<&str> {
    match &cell.content {
        Content::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

impl Block {
    fn new(corner: &str, row: u32, column: u32) -> Block {
        Block { key: corner.to_owned(), row, column, columns: Vec::new(), last: u32::MAX }
    }

    /// Where a column stands.
    pub fn position(&self, key: &str) -> Option<u32> {
        self.columns.iter().find(|(_, other)| other == key).map(|(column, _)| *column)
    }

    /// Where last year's values of a column stand, if the form shows them.
    pub fn last_year(&self, key: &str) -> Option<u32> {
        self.columns.iter().find(|(_, other)| other.strip_suffix(LAST) == Some(key)).map(|(column, _)| *column)
    }

    /// Its rows without those that the form marks as title, heading or the like.
    pub(crate) fn data_rows<'a>(&self, page: &'a Page) -> impl Iterator<Item = &'a PageRow> {
        let key_column = self.column;
        self.rows(page).iter().filter(move |row| !row.has_text(key_column, |mark| mark.starts_with(key::MARK)))
    }

    /// Its rows, headings included.
    pub fn rows<'a>(&self, page: &'a Page) -> &'a [PageRow] {
        let start = page.rows.partition_point(|row| row.row <= self.row);
        let end = page.rows.partition_point(|row| row.row <= self.last);
        &page.rows[start..end]
    }
}
