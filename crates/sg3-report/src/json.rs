//! Reports, and all else that is plain data, for other programs; `crates/sg3-cli/json.md` documents what the command writes.

use serde::Serialize;

/// Writes data as indented JSON, for other programs.
pub fn write_json(data: &impl Serialize) -> String {
    serde_json::to_string_pretty(data).expect("a report is plain text and numbers") + "\n"
}
