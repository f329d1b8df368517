//! What was received, as data.

use crate::read::cover_facts::Submission;
use crate::values::scale::Scale;

/// What was received, for whoever sent it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Receipt {
    /// What the cover says, in order: label and words.
    pub facts: Vec<(String, String)>,
    /// What tells the submission from others.
    pub submission: Submission,
    /// The currency, if the cover names one.
    pub currency: Option<String>,
    /// Sheets of which anything was read, in order of the workbook.
    pub sheets: Vec<SheetReceipt>,
    /// Sums of inputs that add up, in order of definition.
    pub totals: Vec<Total>,
    /// Who signed: role, name, date.
    pub signatures: Vec<(String, String, String)>,
}

/// What was read of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReceipt {
    /// Its name as it is now.
    pub sheet: String,
    /// Rows of which anything was read.
    pub rows: usize,
    /// Values that were read.
    pub values: usize,
    /// In what its amounts of money were understood to be; nothing if it has none.
    pub scale: Option<Scale>,
}

/// The sum of an input as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Name of the input.
    pub name: String,
    /// The label of the input.
    pub label: String,
    /// The unit; where members differ, the places of their units.
    pub unit: String,
    /// Of all that was read, in the unit of the input, whatever the scale of the sheet.
    pub read: f64,
    /// What the form itself adds up to on its last sheet, when it was last saved.
    pub in_form: Option<f64>,
    /// What whoever signed says that it should be.
    pub own: Option<f64>,
}
