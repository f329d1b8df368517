//! The sheets of a workbook as rows of cells, in order, whatever order the file has them in.

use crate::Workbook;
use sg3_lang::Diagnostics;
use std::sync::Arc;

/// A sheet.
pub struct Page {
    /// Its name as it is now.
    pub name: Arc<str>,
    /// Rows that hold anything, from top to bottom.
    pub rows: Vec<PageRow>,
}

/// A row with its cells from left to right.
pub struct PageRow {
    /// From zero.
    pub row: u32,
    /// Cells that hold anything.
    pub cells: Vec<PageCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct PageCell {
    /// From zero.
    pub column: u32,
    /// What it holds.
    pub content: Content,
    /// Whether a formula made it.
    pub is_formula: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A number.
    Number(f64),
    /// Words.
    Text(Arc<str>),
    /// Yes or no.
    YesNo(bool),
    /// A day, as spreadsheets count days.
    Date(f64),
    /// What a failed formula leaves: `#REF!`.
    Error(String),
}

/// All sheets of a workbook.
pub fn pages(workbook: &Workbook, _diagnostics: &mut Diagnostics) -> Vec<Page> {
    workbook.pages.iter().map(|(name, cells)| page(name, cells)).collect()
}

fn page(name: &str, cells: &[(u32, u32, Content, bool)]) -> Page {
    let mut cells: Vec<_> = cells.to_vec();
    cells.sort_by_key(|(row, column, ..)| (*row, *column));
    let mut rows: Vec<PageRow> = Vec::new();
    for (row, column, content, is_formula) in cells {
        let cell = PageCell { column, content, is_formula };
        match rows.last_mut().filter(|last| last.row == row) {
            Some(last) => last.cells.push(cell),
            None => rows.push(PageRow { row, cells: vec![cell] }),
        }
    }
    Page { name: name.into(), rows }
}

impl PageRow {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&PageCell> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[found])
    }

    /// The words of a column; nothing if it is blank.
    pub fn words(&self, column: u32) -> Option<String> {
        self.cell(column).and_then(PageCell::words)
    }
}

impl PageCell {
    /// What it says as words, with single spaces; nothing if it is blank or failed. Whole numbers are codes, too.
    pub fn words(&self) -> Option<String> {
        let text = match &self.content {
            Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Content::Number(number) => number.to_string(),
            Content::YesNo(_) | Content::Date(_) | Content::Error(_) => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// Whether there is nothing in it but spaces.
    pub fn is_blank(&self) -> bool {
        matches!(&self.content, Content::Text(text) if text.trim().is_empty())
    }
}
