//! Merged cells: a heading over several columns, a label beside several rows.

use crate::address::{ROWS, parse_address};

/// More merged cells than this are decoration, not structure; what follows is not read.
pub(crate) const MOST: usize = 100_000;

/// A rectangle of cells, both corners inside, counted from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Area {
    /// One cell.
    pub fn cell(row: u32, column: u32) -> Area {
        Area { top: row, left: column, bottom: row, right: column }
    }

    /// Whether a cell lies in it.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }

    /// `C7`, `C7:D9`, `C:D`; `7:9` is not written by anyone who means cells.
    ///
    /// ```
    /// let area = sg3_workbook::Area::parse("$C$7:D9").unwrap();
    /// assert_eq!((area.top, area.left, area.bottom, area.right), (6, 2, 8, 3));
    /// assert_eq!(sg3_workbook::Area::parse("C:C").unwrap().to_string(), "C:C");
    /// assert_eq!(sg3_workbook::Area::parse("total"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Area> {
        let text = text.trim().replace('$', "").to_uppercase();
        let (first, last) = text.split_once(':').unwrap_or((&text, &text));
        let ((top, left), (bottom, right)) = (corner(first, 1)?, corner(last, ROWS)?);
        let is_whole = |part: &str| part.bytes().all(|letter| letter.is_ascii_alphabetic());
        let fits = top <= bottom
            && left <= right
            && is_whole(first) == is_whole(last)
            && text.contains(':') | !is_whole(first);
        fits.then_some(Area { top, left, bottom, right })
    }
}

/// A cell; of a column alone, the cell in that row, counted from one.
fn corner(text: &str, row: u32) -> Option<(u32, u32)> {
    let whole = text.bytes().all(|letter| letter.is_ascii_alphabetic());
    if whole { parse_address(&format!("{text}{row}")) } else { parse_address(text) }
}

impl std::fmt::Display for Area {
    /// `C7`, `C7:D9`, `C:D`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, last) =
            (crate::address::address(self.top, self.left), crate::address::address(self.bottom, self.right));
        match (self.top == 0 && self.bottom == ROWS - 1, first == last) {
            (true, _) => write!(
                f,
                "{}:{}",
                crate::address::column_letters(self.left),
                crate::address::column_letters(self.right)
            ),
            (false, true) => f.write_str(&first),
            (false, false) => write!(f, "{first}:{last}"),
        }
    }
}
