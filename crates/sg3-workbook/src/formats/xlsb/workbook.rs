//! The list of sheets of a binary workbook.

use super::records;
use super::records::{Biff12Record, refuse_short};
use crate::limits;
use crate::refusal::Refusal;

const PROPERTIES: u16 = 0x0099;
const SHEET: u16 = 0x009C;
/// The records that end the list of sheets and the workbook.
const ENDS: [u8; 6] = [0x90, 0x01, 0x00, 0x84, 0x01, 0x00];

/// Copies the list of sheets without the names and formulas around it.
pub(crate) fn clean_workbook(part: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (mut kept, mut sheets) = (Vec::new(), 0);
    records::for_each(bytes, |record| {
        match record.kind {
            PROPERTIES if record.has_bytes(1) => kept.extend(record.whole),
            SHEET if record.has_bytes(16) && record.body.len() <= limits::XLSB_SHEET_NAME_BYTES => {
                kept.extend(record.whole);
            }
            PROPERTIES | SHEET => return Err(refuse_short()),
            _ => return Ok(()),
        }
        sheets += usize::from(record.kind == SHEET);
        if sheets > limits::SHEETS { Err(Refusal::too_large("lists too many sheets")) } else { Ok(()) }
    })
    .map_err(|refusal| refusal.in_part(part))?;
    // What stands between the two is names, whose text the reader can be made to multiply.
    kept.extend(ENDS);
    Ok(kept)
}

/// The sheets of a list that was checked, with the names of their relations.
pub(crate) fn list_sheets(bytes: &[u8]) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    // A list that breaks off gives the sheets up to there; the reader refuses it anyway.
    let _ = records::for_each(bytes, |record| {
        if record.kind == SHEET {
            sheets.extend(read_sheet(&record));
        }
        Ok(())
    });
    sheets
}

/// After eight bytes come two counted texts: the relation, then the name.
fn read_sheet(record: &Biff12Record<'_>) -> Option<(String, String)> {
    const RELATION: usize = 8;
    let letters = record.read_number(RELATION)? as usize;
    let name = RELATION + 4 + 2 * letters;
    Some((record.read_text(name)?, record.read_text(RELATION)?))
}
