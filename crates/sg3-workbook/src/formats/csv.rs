//! The form as text: every sheet as comma-separated values, with the same cells in the same rows and columns as the workbook.
//!
//! The text is made from the workbook and is opened as one, so a form has one drawing and one reading whatever it is kept in.
//! A folder holds a file for each sheet; one file holds them one below the other, each from its mark `@sheet` on.

pub mod encoding;
pub(crate) mod marks;
pub(crate) mod read;
pub(crate) mod write;

pub use marks::{CORNER, MODEL, SHEET};
pub use read::is_decimal;
pub use write::{CsvFile, write_files, write_single};

/// Whether a text is a form or a part of one, rather than a list of values.
///
/// ```
/// assert!(sg3_workbook::csv::is_form(b"sg3:by service,minutes\nvoice,12\n"));
/// assert!(!sg3_workbook::csv::is_form(b"service,minutes\nvoice,12\n"));
/// ```
pub fn is_form(bytes: &[u8]) -> bool {
    encoding::decode(bytes).lines().any(|line| marks::strip_corner(line).is_some())
}
