//! A rectangle of cells as a reference.

use sg3_workbook::format_column;
use std::fmt;

/// A rectangle of cells. Which of its edges move as the formula is copied: first row, last row, first column, last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u16, u16),
    pub(super) relative: [bool; 4],
    /// Whether it stands for members however few there are: not every program takes one cell where it expects a range.
    pub(super) spans: bool,
}

impl Range {
    /// `$A$1:$B$3`: from the first row to the last, and from the first column to the last.
    pub(super) fn fixed(rows: (u32, u32), columns: (u16, u16)) -> Range {
        Range { rows, columns, relative: [false; 4], spans: true }
    }

    /// `$A1`: one cell, of which the row or the column moves.
    pub(super) fn cell((row, row_moves): (u32, bool), (column, column_moves): (u16, bool)) -> Range {
        let relative = [row_moves, row_moves, column_moves, column_moves];
        Range { rows: (row, row), columns: (column, column), relative, spans: false }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first_row, last_row, first_column, last_column] = self.relative;
        write_cell(f, (self.columns.0, first_column), (self.rows.0, first_row))?;
        if self.spans || self.rows.0 != self.rows.1 || self.columns.0 != self.columns.1 {
            f.write_str(":")?;
            write_cell(f, (self.columns.1, last_column), (self.rows.1, last_row))?;
        }
        Ok(())
    }
}

fn write_cell(
    f: &mut fmt::Formatter<'_>,
    (column, column_moves): (u16, bool),
    (row, row_moves): (u32, bool),
) -> fmt::Result {
    let (column_mark, row_mark) = (dollar(column_moves), dollar(row_moves));
    write!(f, "{column_mark}{}{row_mark}{}", format_column(column.into()), row + 1)
}

fn dollar(moves: bool) -> &'static str {
    if moves { "" } else { "$" }
}

/// `'In Traffic'`, with its apostrophes doubled.
pub(crate) fn quoted_sheet(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}
