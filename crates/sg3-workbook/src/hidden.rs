//! Hidden rows and columns, which the workbook reader leaves out.
//!
//! They matter because an operator does not see what is in them, and the regulator who reads the file does. They are noted while the
//! guard goes through the part, so that no part is gone through twice.

pub(crate) mod spans;

use crate::address::{COLUMNS, ROWS};
use spans::Spans;
use std::ops::RangeInclusive;

/// What is hidden in a sheet, in ascending order and counted from nought.
///
/// ```
/// let mut writer = rust_xlsxwriter::Workbook::new();
/// let sheet = writer.add_worksheet();
/// sheet.write_number(0, 0, 1).unwrap();
/// sheet.set_row_hidden(4).unwrap().set_column_range_hidden(1, 2).unwrap();
/// let workbook = sg3_workbook::Workbook::open(writer.save_to_buffer().unwrap(), "form.xlsx").unwrap();
///
/// let hidden = workbook.hidden(0);
/// assert!(hidden.row(4) && !hidden.row(3));
/// assert_eq!(hidden.columns, [1..=2]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Runs of hidden rows.
    pub rows: Vec<RangeInclusive<u32>>,
    /// Runs of hidden columns.
    pub columns: Vec<RangeInclusive<u32>>,
    /// Whether rows that the file does not mention are hidden too.
    pub other_rows: bool,
}

impl Hidden {
    /// Whether nothing is hidden.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.columns.is_empty() && !self.other_rows
    }

    /// Whether a row is in a run of hidden rows.
    pub fn row(&self, row: u32) -> bool {
        is_within(&self.rows, row)
    }

    /// Whether a column is in a run of hidden columns.
    pub fn column(&self, column: u32) -> bool {
        is_within(&self.columns, column)
    }
}

/// A filtered list has a run for every few rows, so they are not gone through one by one.
fn is_within(runs: &[RangeInclusive<u32>], number: u32) -> bool {
    let after = runs.partition_point(|run| *run.start() <= number);
    after.checked_sub(1).is_some_and(|before| runs[before].contains(&number))
}

/// What the elements of a part say.
#[derive(Default)]
pub(crate) struct Seen {
    rows: Spans,
    columns: Spans,
    other_rows: bool,
}

impl Seen {
    /// A row with its words for being hidden and its height.
    pub fn row(&mut self, row: u32, hidden: Option<&str>, height: Option<&str>) {
        if is_shut(hidden, height) {
            self.hide_rows(row, row);
        }
    }

    /// Columns of a sheet: the first and the last, counted from one, their words for being hidden and their width.
    pub fn column(&mut self, [first, last, hidden, width]: &[Option<&str>; 4]) {
        let number = |text: &Option<&str>| text.as_ref()?.parse::<u32>().ok().filter(|n| (1..=COLUMNS).contains(n));
        if let (true, Some(first), Some(last)) = (is_shut(*hidden, *width), number(first), number(last)) {
            self.columns.add(first - 1..=last - 1);
        }
    }

    /// The words for all other rows being hidden.
    pub fn other_rows(&mut self, hidden: Option<&str>) {
        self.other_rows = is_true(hidden);
    }

    /// Rows that are hidden, from the first to the last.
    pub fn hide_rows(&mut self, first: u32, last: u32) {
        self.rows.add(first.min(ROWS - 1)..=last.min(ROWS - 1));
    }

    /// Columns that are hidden, from the first to the last.
    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.columns.add(first.min(COLUMNS - 1)..=last.min(COLUMNS - 1));
    }

    /// Everything that was seen.
    pub fn into_hidden(self) -> Hidden {
        Hidden { rows: self.rows.into_runs(), columns: self.columns.into_runs(), other_rows: self.other_rows }
    }
}

/// Hidden by word, or by a size of nought.
fn is_shut(hidden: Option<&str>, size: Option<&str>) -> bool {
    is_true(hidden) || size.and_then(|size| size.parse::<f64>().ok()) == Some(0.0)
}

fn is_true(word: Option<&str>) -> bool {
    matches!(word, Some("1" | "true"))
}
