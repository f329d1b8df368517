//! Gathers hidden rows and columns while a sheet is examined.

use super::Hidden;
use super::runs::Runs;
use crate::address::{COLUMNS, ROWS};

/// Gathers what is hidden in one sheet, in whatever order the file tells it.
#[derive(Default)]
pub(crate) struct HiddenCollector {
    rows: Runs,
    columns: Runs,
    other_rows: bool,
}

impl HiddenCollector {
    /// Takes a row of .xlsx with the attributes that say whether it is hidden and how high it is.
    pub(crate) fn take_row(&mut self, row: u32, hidden: Option<&str>, height: Option<&str>) {
        if is_shut(hidden, height) {
            self.hide_rows(row, row);
        }
    }

    /// Takes columns of .xlsx: the first and the last, counted from one, whether they are hidden and how wide they are.
    pub(crate) fn take_columns(&mut self, [first, last, hidden, width]: [Option<&str>; 4]) {
        if !is_shut(hidden, width) {
            return;
        }
        if let (Some(first), Some(last)) = (parse_column(first), parse_column(last)) {
            self.columns.add(first - 1..=last - 1);
        }
    }

    /// Takes the attribute that says whether all rows are hidden that the file does not mention.
    pub(crate) fn take_other_rows(&mut self, hidden: Option<&str>) {
        self.other_rows = is_true(hidden);
    }

    /// Adds hidden rows, from the first to the last.
    pub(crate) fn hide_rows(&mut self, first: u32, last: u32) {
        self.rows.add(first.min(ROWS - 1)..=last.min(ROWS - 1));
    }

    /// Adds hidden columns, from the first to the last.
    pub(crate) fn hide_columns(&mut self, first: u32, last: u32) {
        self.columns.add(first.min(COLUMNS - 1)..=last.min(COLUMNS - 1));
    }

    /// Ends the gathering: the runs in order, each apart from the next.
    pub(crate) fn into_hidden(self) -> Hidden {
        Hidden { rows: self.rows.into_runs(), columns: self.columns.into_runs(), other_rows: self.other_rows }
    }
}

/// Hidden by an attribute, or by a size of zero: both look the same to who opens the file.
fn is_shut(hidden: Option<&str>, size: Option<&str>) -> bool {
    is_true(hidden) || size.and_then(|size| size.parse::<f64>().ok()) == Some(0.0)
}

fn is_true(attribute: Option<&str>) -> bool {
    matches!(attribute, Some("1" | "true"))
}

fn parse_column(text: Option<&str>) -> Option<u32> {
    text?.parse().ok().filter(|number| (1..=COLUMNS).contains(number))
}
