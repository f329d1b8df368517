//! A short text that changes when any cell of the source changes: what was confirmed is known again.

use super::sheet::SourceSheet;

/// Sixteen hexadecimal digits (FNV-1a of names, places and contents).
pub(crate) fn fingerprint(sheets: &[SourceSheet]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for sheet in sheets {
        add(&mut hash, sheet.name.as_bytes());
        for row in &sheet.rows {
            for cell in &row.cells {
                add(&mut hash, &row.row.to_le_bytes());
                add(&mut hash, &cell.column.to_le_bytes());
                match cell.says.number() {
                    Some(number) => add(&mut hash, &number.to_bits().to_le_bytes()),
                    None => add(&mut hash, cell.says.text().as_bytes()),
                }
            }
        }
    }
    format!("{hash:016x}")
}

fn add(hash: &mut u64, bytes: &[u8]) {
    for byte in bytes {
        *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
