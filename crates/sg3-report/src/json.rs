//! The report for other programs; `crates/sg3-cli/json.md` documents it.

use crate::data::Report;

/// The whole report.
pub fn write_json(report: &Report) -> String {
    let text = serde_json::to_string_pretty(report).expect("a report is plain text and numbers");
    text + "\n"
}
