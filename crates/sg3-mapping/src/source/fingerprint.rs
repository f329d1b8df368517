//! A short text that changes when any cell of the source changes: what was confirmed is known again.

use super::sheet::SourceSheet;
use sg3_lang::Fnv1a;

/// Sixteen hexadecimal digits (FNV-1a of names, places and contents).
pub(crate) fn fingerprint(sheets: &[SourceSheet]) -> String {
    let mut hash = Fnv1a::default();
    for sheet in sheets {
        hash.add(sheet.name.as_bytes());
        for row in &sheet.rows {
            for cell in &row.cells {
                hash.add(&row.row.to_le_bytes());
                hash.add(&cell.column.to_le_bytes());
                match cell.value.number() {
                    Some(number) => hash.add(&number.to_bits().to_le_bytes()),
                    None => hash.add(cell.value.text().as_bytes()),
                }
            }
        }
    }
    format!("{:016x}", hash.value())
}
