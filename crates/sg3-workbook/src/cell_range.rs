//! Rectangles of cells: a heading merged over several columns, the cells that a line of a mapping reads.

use crate::address::{ROWS, format_address, format_column, parse_address};
use std::fmt;

/// A rectangle of cells, both corners inside, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellRange {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl CellRange {
    /// The range that is one cell.
    pub fn cell(row: u32, column: u32) -> CellRange {
        CellRange { top: row, left: column, bottom: row, right: column }
    }

    /// Whether a cell lies in it.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }

    /// `C7`, `C7:D9`, `C:D`; `7:9` is not written by anyone who means cells.
    ///
    /// ```
    /// let range = sg3_workbook::CellRange::parse("$C$7:D9").unwrap();
    /// assert_eq!((range.top, range.left, range.bottom, range.right), (6, 2, 8, 3));
    /// assert_eq!(sg3_workbook::CellRange::parse("C:C").unwrap().to_string(), "C:C");
    /// assert_eq!(sg3_workbook::CellRange::parse("total"), None);
    /// ```
    pub fn parse(text: &str) -> Option<CellRange> {
        let text = text.trim().replace('$', "").to_uppercase();
        let (first, last) = text.split_once(':').unwrap_or((&text, &text));
        let ((top, left), (bottom, right)) = (parse_corner(first, 1)?, parse_corner(last, ROWS)?);
        let fits = top <= bottom
            && left <= right
            && is_column(first) == is_column(last)
            // `C` alone is a word, `C:C` a column.
            && (text.contains(':') || !is_column(first));
        fits.then_some(CellRange { top, left, bottom, right })
    }
}

fn is_column(corner: &str) -> bool {
    corner.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// A cell; of a column alone, the cell in that row, counted from one.
fn parse_corner(text: &str, row: u32) -> Option<(u32, u32)> {
    if is_column(text) { parse_address(&format!("{text}{row}")) } else { parse_address(text) }
}

impl fmt::Display for CellRange {
    /// `C7`, `C7:D9`, `C:D`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.top == 0 && self.bottom == ROWS - 1 {
            return write!(f, "{}:{}", format_column(self.left), format_column(self.right));
        }
        let (first, last) = (format_address(self.top, self.left), format_address(self.bottom, self.right));
        if first == last { f.write_str(&first) } else { write!(f, "{first}:{last}") }
    }
}
