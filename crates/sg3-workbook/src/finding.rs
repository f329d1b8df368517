//! What is odd about a cell and yet leaves the rest of the sheet readable.

use std::fmt;

/// Something odd in one cell.
///
/// ```
/// let finding = sg3_workbook::Finding { slug: "cell-given-twice", sheet: "Costs".into(), cell: "C4".into(), message: "it is there twice".into() };
/// assert_eq!(finding.to_string(), "Costs!C4: it is there twice");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name of the oddity: `cell-given-twice`, `number-not-finite`, `text-too-long`, `formula-too-long` or `more-findings`.
    pub slug: &'static str,
    /// The sheet.
    pub sheet: String,
    /// The address of the cell.
    pub cell: String,
    /// What is odd, on one line.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}: {}", self.sheet, self.cell, self.message)
    }
}
