//! The receipt for a workbook: what it was, and what was understood of it, for whoever sent it.

use crate::layers;
use crate::report::{number, plain_table, table_of_names};
use serde::Serialize;
use sg3_form::{Scale, SheetReceipt, Total};

/// A receipt for programs.
#[derive(Debug, Clone, Serialize)]
pub struct Received {
    file: String,
    sha256: String,
    facts: Vec<Fact>,
    currency: Option<String>,
    sheets: Vec<Sheet>,
    totals: Vec<ControlTotal>,
    signatures: Vec<Signature>,
}

#[derive(Debug, Clone, Serialize)]
struct Fact {
    label: String,
    value: String,
}

#[derive(Debug, Clone, Serialize)]
struct Sheet {
    sheet: String,
    rows: usize,
    values: usize,
    /// `units`, `thousands` or `millions`; nothing for a sheet without amounts of money.
    scale: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
struct ControlTotal {
    name: String,
    label: String,
    unit: String,
    read: f64,
    in_form: Option<f64>,
    own: Option<f64>,
}

#[derive(Debug, Clone, Serialize)]
struct Signature {
    role: String,
    name: String,
    date: String,
}

/// The receipt as people read it.
pub fn text(received: &layers::Received) -> String {
    let receipt = &received.receipt;
    let mut text = format!("Receipt for {}\n  sha256 {}\n", received.file, received.hash);
    for (label, value) in &receipt.facts {
        text += &format!("  {label}: {value}\n");
    }
    if receipt.currency.is_none() {
        text += "  Currency: not stated\n";
    }
    for (role, name, date) in &receipt.signatures {
        text += format!("  {role}: {name} {date}").trim_end();
        text += "\n";
    }
    let sheets = receipt.sheets.iter().map(sheet_row).collect();
    text += &plain_table(&["Sheet", "Rows", "Figures", "Amounts of money in"], sheets, &[1, 2]);
    if !receipt.totals.is_empty() {
        let head = ["Control total", "Unit", "As read", "In the form", "As signed"];
        text += &table_of_names(&head, receipt.totals.iter().map(total_row).collect(), &[2, 3, 4]);
    }
    text + "\n"
}

fn sheet_row(sheet: &SheetReceipt) -> Vec<String> {
    let scale = sheet.scale.map(Scale::word).unwrap_or("–").to_owned();
    vec![sheet.sheet.clone(), sheet.rows.to_string(), sheet.values.to_string(), scale]
}

fn total_row(total: &Total) -> Vec<String> {
    let shown = |value: Option<f64>| value.map_or_else(String::new, number::shown);
    vec![total.name.clone(), total.unit.clone(), number::shown(total.read), shown(total.in_form), shown(total.own)]
}

/// The receipt for programs.
pub fn json(received: &layers::Received) -> Received {
    let receipt = received.receipt.clone();
    let sheet = |sheet: SheetReceipt| Sheet {
        sheet: sheet.sheet,
        rows: sheet.rows,
        values: sheet.values,
        scale: sheet.scale.map(Scale::word),
    };
    let total = |total: Total| ControlTotal {
        name: total.name,
        label: total.label,
        unit: total.unit,
        read: total.read,
        in_form: total.in_form,
        own: total.own,
    };
    Received {
        file: received.file.clone(),
        sha256: received.hash.clone(),
        facts: receipt.facts.into_iter().map(|(label, value)| Fact { label, value }).collect(),
        currency: receipt.currency,
        sheets: receipt.sheets.into_iter().map(sheet).collect(),
        totals: receipt.totals.into_iter().map(total).collect(),
        signatures: receipt.signatures.into_iter().map(|(role, name, date)| Signature { role, name, date }).collect(),
    }
}
