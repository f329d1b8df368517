//! A short text that changes when what a form asks changes: keys and units, not words, positions or what stands beside values.

use super::{Layout, Table};

impl Layout {
    /// Sixteen hexadecimal digits (FNV-1a of every key and unit).
    pub fn fingerprint(&self) -> String {
        let mut lines: Vec<String> = self.tables().flat_map(|(_, table)| lines(table)).collect();
        lines.sort_unstable();
        format!("{:016x}", hash(lines.join("\n").as_bytes()))
    }
}

fn lines(table: &Table) -> Vec<String> {
    let columns = table
        .columns
        .iter()
        .filter(|column| !column.is_evidence())
        .map(|column| format!("{} | {} | {}", table.key, column.key, column.unit));
    let rows = table.fixed_rows().iter().map(|row| format!("{} = {} | {}", table.key, row.key, row.unit));
    columns.chain(rows).collect()
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
