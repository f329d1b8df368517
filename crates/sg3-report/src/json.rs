//! Reports, and all else that is plain data, for other programs; `crates/sg3-cli/json.md` documents what the command writes.

use serde::Serialize;

/// The whole of it.
pub fn write_json(data: &impl Serialize) -> String {
    serde_json::to_string_pretty(data).expect("a report is plain text and numbers") + "\n"
}
