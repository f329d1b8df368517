//! The receipt for a workbook, for people.

use super::table::{plain_table, table_of_names};
use sg3_calc::display_number;
use sg3_language::Language;
use sg3_session::{ControlTotal, Received, ReceivedSheet};

/// What the workbook was, what was read of each sheet, and the sums by which the sender sees that all was read.
pub(crate) fn draw_receipt(received: &Received, language: &Language) -> String {
    draw_head(received, language) + &draw_sheets(received, language) + &draw_totals(received, language) + "\n"
}

/// What the workbook is, and who signed it.
fn draw_head(received: &Received, language: &Language) -> String {
    let line = |label: &str, value: &str| format!("  {}: {value}", language.translate(label)).trim_end().to_owned();
    let facts = received.facts.iter().map(|fact| line(&fact.label, &fact.value));
    let currency = received.currency.is_none().then(|| line("Currency", &language.translate("not stated")));
    let signatures = received.signatures.iter();
    let signatures =
        signatures.map(|signature| line(&signature.role, &format!("{} {}", signature.name, signature.date)));
    let title = language.translate(&format!("Receipt for {}", received.file));
    let head = [title, format!("  sha256 {}", received.sha256)];
    head.into_iter().chain(facts).chain(currency).chain(signatures).map(|line| line + "\n").collect()
}

fn draw_sheets(received: &Received, language: &Language) -> String {
    let head = ["Sheet", "Rows", "Figures", "Amounts of money in"].map(|word| language.translate(word));
    let rows = received.sheets.iter().map(|sheet| sheet_row(sheet, language)).collect();
    plain_table(&head.each_ref().map(String::as_str), rows, &[1, 2])
}

fn draw_totals(received: &Received, language: &Language) -> String {
    if received.totals.is_empty() {
        return String::new();
    }
    let head = ["Control total", "Unit", "As read", "In the form", "As signed"].map(|word| language.translate(word));
    let rows = received.totals.iter().map(|total| total_row(total, language)).collect();
    table_of_names(&head.each_ref().map(String::as_str), rows, &[2, 3, 4])
}

fn sheet_row(sheet: &ReceivedSheet, language: &Language) -> Vec<String> {
    let scale = sheet.scale.map_or_else(|| "–".to_owned(), |scale| language.translate(scale));
    vec![sheet.sheet.clone(), sheet.rows.to_string(), sheet.values.to_string(), scale]
}

fn total_row(total: &ControlTotal, language: &Language) -> Vec<String> {
    let number = |value: f64| language.write_number(&display_number(value));
    let own = [total.in_form, total.own].map(|value| value.map_or_else(String::new, number));
    let unit = language.translate_unit(&total.unit);
    [total.name.clone(), unit, number(total.read)].into_iter().chain(own).collect()
}
