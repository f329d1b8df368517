//! A short text that changes when what a form asks changes: keys and units, not words, positions or what stands beside
//! values.

use crate::layout::sheet::Layout;
use crate::layout::table::FormTable;
use sg3_lang::Fnv1a;

impl Layout {
    /// Sixteen hexadecimal digits (FNV-1a of every key and unit).
    pub fn fingerprint(&self) -> String {
        let mut lines: Vec<String> = self.tables().flat_map(|(_, table)| list_lines(table)).collect();
        lines.sort_unstable();
        let mut hash = Fnv1a::default();
        hash.add(lines.join("\n").as_bytes());
        format!("{:016x}", hash.value())
    }
}

fn list_lines(table: &FormTable) -> Vec<String> {
    let columns = table
        .columns
        .iter()
        .filter(|column| !column.is_evidence())
        .map(|column| format!("{} | {} | {}", table.key, column.key, column.unit));
    let rows = table.fixed_rows().iter().map(|row| format!("{} = {} | {}", table.key, row.key, row.unit));
    columns.chain(rows).collect()
}
