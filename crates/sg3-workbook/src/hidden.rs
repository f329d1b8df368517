//! Hidden rows and columns, which the workbook reader leaves out.
//!
//! They matter because an operator does not see what is in them, and the regulator who reads the file does. They are noted while the
//! intake goes through the part, so that no part is gone through twice.

pub(crate) mod collector;
pub(crate) mod runs;

use std::ops::RangeInclusive;

/// What is hidden in a sheet, in ascending order and counted from zero.
///
/// ```
/// let mut writer = rust_xlsxwriter::Workbook::new();
/// let sheet = writer.add_worksheet();
/// sheet.write_number(0, 0, 1).unwrap();
/// sheet.set_row_hidden(4).unwrap().set_column_range_hidden(1, 2).unwrap();
/// let workbook = sg3_workbook::Workbook::open(writer.save_to_buffer().unwrap(), "form.xlsx").unwrap();
///
/// let hidden = workbook.hidden(0);
/// assert!(hidden.hides_row(4) && !hidden.hides_row(3));
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
    pub fn hides_row(&self, row: u32) -> bool {
        is_within(&self.rows, row)
    }

    /// Whether a column is in a run of hidden columns.
    pub fn hides_column(&self, column: u32) -> bool {
        is_within(&self.columns, column)
    }
}

/// A filtered list has a run for every few rows, so they are not gone through one by one.
fn is_within(runs: &[RangeInclusive<u32>], number: u32) -> bool {
    let after = runs.partition_point(|run| *run.start() <= number);
    after.checked_sub(1).is_some_and(|before| runs[before].contains(&number))
}
