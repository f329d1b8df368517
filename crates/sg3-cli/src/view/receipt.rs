//! The receipt for a workbook, for people.

use super::table::{plain_table, table_of_names};
use sg3_calc::display_number;
use sg3_session::{ControlTotal, Received, ReceivedSheet};

/// What the workbook was, what was read of each sheet, and the sums by which the sender sees that all was read.
pub(crate) fn draw_receipt(received: &Received) -> String {
    let mut text = format!("Receipt for {}\n  sha256 {}\n", received.file, received.sha256);
    for fact in &received.facts {
        text += &format!("  {}: {}\n", fact.label, fact.value);
    }
    if received.currency.is_none() {
        text += "  Currency: not stated\n";
    }
    for signature in &received.signatures {
        text += format!("  {}: {} {}", signature.role, signature.name, signature.date).trim_end();
        text += "\n";
    }
    let sheets = received.sheets.iter().map(sheet_row).collect();
    text += &plain_table(&["Sheet", "Rows", "Figures", "Amounts of money in"], sheets, &[1, 2]);
    if !received.totals.is_empty() {
        let head = ["Control total", "Unit", "As read", "In the form", "As signed"];
        text += &table_of_names(&head, received.totals.iter().map(total_row).collect(), &[2, 3, 4]);
    }
    text + "\n"
}

fn sheet_row(sheet: &ReceivedSheet) -> Vec<String> {
    let scale = sheet.scale.unwrap_or("–").to_owned();
    vec![sheet.sheet.clone(), sheet.rows.to_string(), sheet.values.to_string(), scale]
}

fn total_row(total: &ControlTotal) -> Vec<String> {
    let own = [total.in_form, total.own].map(|value| value.map_or_else(String::new, display_number));
    [total.name.clone(), total.unit.clone(), display_number(total.read)].into_iter().chain(own).collect()
}
