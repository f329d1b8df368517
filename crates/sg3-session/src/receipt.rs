//! The receipt for a workbook: what it was, and what was understood of it, for whoever sent it.

use serde::Serialize;
use sg3_form::{Receipt, Scale, SheetReceipt, Total};

/// What a workbook was, and what was read of it.
#[derive(Debug, Clone, Serialize)]
pub struct Received {
    /// As the user named it.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Facts that the sender stated on the cover.
    pub facts: Vec<CoverFact>,
    /// As the cover names it.
    pub currency: Option<String>,
    /// What was read of each sheet.
    pub sheets: Vec<ReceivedSheet>,
    /// Sums of what was read, beside those that were signed.
    pub totals: Vec<ControlTotal>,
    /// Who signed.
    pub signatures: Vec<Signature>,
}

/// A line of the cover.
#[derive(Debug, Clone, Serialize)]
pub struct CoverFact {
    /// The question as the form puts it.
    pub label: String,
    /// The answer as the sender wrote it.
    pub value: String,
}

/// What was read of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct ReceivedSheet {
    /// Name of the sheet as the workbook has it.
    pub sheet: String,
    /// Rows with values.
    pub rows: usize,
    /// Values of inputs.
    pub values: usize,
    /// `units`, `thousands` or `millions`; nothing for a sheet without amounts of money.
    pub scale: Option<&'static str>,
}

/// The sum of an input, by which the sender sees that all was read.
#[derive(Debug, Clone, Serialize)]
pub struct ControlTotal {
    /// Name of the input that is totalled.
    pub name: String,
    /// Label of the input.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// The sum of what was read.
    pub read: f64,
    /// The sum as the form computes it.
    pub in_form: Option<f64>,
    /// The sum that was signed.
    pub own: Option<f64>,
}

/// Who signed, and when.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// Role in which the person signed.
    pub role: String,
    /// Name of the person who signed.
    pub name: String,
    /// Date of the signature, as it was written.
    pub date: String,
}

impl Received {
    /// The receipt for a file.
    pub(crate) fn of(file: &str, sha256: String, receipt: Receipt) -> Received {
        Received {
            file: file.to_owned(),
            sha256,
            facts: receipt.facts.into_iter().map(|(label, value)| CoverFact { label, value }).collect(),
            currency: receipt.currency,
            sheets: receipt.sheets.into_iter().map(sheet).collect(),
            totals: receipt.totals.into_iter().map(control_total).collect(),
            signatures: receipt
                .signatures
                .into_iter()
                .map(|(role, name, date)| Signature { role, name, date })
                .collect(),
        }
    }
}

fn sheet(sheet: SheetReceipt) -> ReceivedSheet {
    ReceivedSheet { sheet: sheet.sheet, rows: sheet.rows, values: sheet.values, scale: sheet.scale.map(Scale::label) }
}

fn control_total(total: Total) -> ControlTotal {
    ControlTotal {
        name: total.name,
        label: total.label,
        unit: total.unit,
        read: total.read,
        in_form: total.in_form,
        own: total.own,
    }
}
