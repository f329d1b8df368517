//! Hidden rows and columns, which the workbook reader leaves out.
//!
//! They matter because an operator does not see what is in them, and the regulator who reads the file does. They are noted while the
//! guard goes through the part, so that no part is gone through twice.

mod spans;

use crate::cells::{COLUMNS, ROWS, parse_row};
use quick_xml::events::BytesStart;
use spans::Spans;
use std::ops::RangeInclusive;

/// What is hidden in a sheet, in ascending order and counted from nought.
///
/// ```
/// let mut writer = rust_xlsxwriter::Workbook::new();
/// let sheet = writer.add_worksheet();
/// sheet.write_number(0, 0, 1).unwrap();
/// sheet.set_row_hidden(4).unwrap().set_column_range_hidden(1, 2).unwrap();
/// let workbook = sg3_sheet::Workbook::open(writer.save_to_buffer().unwrap(), "form.xlsx").unwrap();
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
    /// The row that comes next, where the file leaves numbers out.
    next: u32,
}

impl Seen {
    /// Looks at an element of this local name.
    pub fn element(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "row" => self.row(element),
            "col" if shut(element, "width") => self.column(element),
            "sheetFormatPr" => self.other_rows = is(element, "zeroHeight"),
            _ => {}
        }
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

    fn row(&mut self, element: &BytesStart<'_>) {
        let row = text(element, "r").and_then(|r| parse_row(&r)).unwrap_or(self.next).min(ROWS - 1);
        self.next = row + 1;
        if shut(element, "ht") {
            self.rows.add(row..=row);
        }
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let number = |name| text(element, name)?.parse::<u32>().ok().filter(|n| (1..=COLUMNS).contains(n));
        if let (Some(first), Some(last)) = (number("min"), number("max")) {
            self.columns.add(first - 1..=last - 1);
        }
    }
}

/// Hidden by word, or by a size of nought.
fn shut(element: &BytesStart<'_>, size: &str) -> bool {
    is(element, "hidden") || text(element, size).and_then(|size| size.parse::<f64>().ok()) == Some(0.0)
}

fn is(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(text(element, name).as_deref(), Some("1" | "true"))
}

fn text(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.attributes().flatten().find(|a| a.key.as_ref() == name).map(|a| a.value.into_owned())
}
