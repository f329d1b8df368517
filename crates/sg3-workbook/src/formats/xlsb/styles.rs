//! The cell styles of a binary workbook.

use super::records;
use super::records::refuse_short;
use crate::container::little_endian::read_u16;
use crate::limits;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use std::collections::HashMap;

const FORMAT_CODE: u16 = 0x002C;
const CELL_FORMAT: u16 = 0x002F;
const FORMAT_CODES_BEGIN: u16 = 0x0267;
const CELL_FORMATS_BEGIN: u16 = 0x0269;
const CELL_FORMATS_END: u16 = 0x026A;
/// The start of a list of no cell formats, without which the reader fails.
const NO_CELL_FORMATS: [u8; 7] = [0xE9, 0x04, 0x04, 0, 0, 0, 0];

/// What each cell format shows of a number. The part was checked before.
pub(crate) fn list_shown(bytes: &[u8]) -> Vec<Shown> {
    let (mut codes, mut formats, mut is_within) = (HashMap::new(), Vec::new(), false);
    // A part that breaks off was refused.
    let _ = records::for_each(bytes, |record| {
        is_within = (is_within || record.kind == CELL_FORMATS_BEGIN) && record.kind != CELL_FORMATS_END;
        match record.kind {
            FORMAT_CODE => codes.extend(read_u16(record.body, 0).zip(record.read_text(2))),
            CELL_FORMAT if is_within => formats.push(read_u16(record.body, 2).unwrap_or(0)),
            _ => {}
        }
        Ok(())
    });
    let shown = |number: &u16| match codes.get(number) {
        Some(code) => Shown::of_code(code),
        None => Shown::of_built_in((*number).into()),
    };
    formats.iter().map(shown).collect()
}

/// Copies the number formats and the cell formats, without the rest of the styles.
///
/// Records of the kind of a cell format stand in another list too, that of the named styles, which the reader would take for cells.
pub(crate) fn clean_styles(part: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (mut kept, mut is_within, mut has_list) = (Vec::new(), false, false);
    records::for_each(bytes, |record| {
        has_list |= record.kind == CELL_FORMATS_BEGIN;
        is_within = (is_within || record.kind == CELL_FORMATS_BEGIN) && record.kind != CELL_FORMATS_END;
        match record.kind {
            FORMAT_CODE if !record.has_text(2) || record.body.len() > limits::XLSB_FORMAT_CODE_BYTES => {
                return Err(refuse_short());
            }
            FORMAT_CODES_BEGIN | CELL_FORMATS_BEGIN if !record.has_bytes(4) => return Err(refuse_short()),
            CELL_FORMAT if is_within && !record.has_bytes(4) => return Err(refuse_short()),
            FORMAT_CODE | FORMAT_CODES_BEGIN | CELL_FORMATS_BEGIN => kept.extend(record.whole),
            CELL_FORMAT if is_within => kept.extend(record.whole),
            _ => {}
        }
        Ok(())
    })
    .map_err(|refusal| refusal.in_part(part))?;
    if !has_list {
        kept.extend(NO_CELL_FORMATS);
    }
    Ok(kept)
}
