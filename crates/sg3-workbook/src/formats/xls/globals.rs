//! The front part of the stream, which says what the sheets share: where each begins, the strings, the longest name.

use super::records::{BEGIN, BiffRecord, BiffRecords, END};
use super::strings;
use crate::container::little_endian::{read_u16, read_u32};
use crate::limits;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use encoding_rs::UTF_16LE;
use encoding_rs::mem::decode_latin1;
use std::collections::HashMap;

const NAME: u16 = 0x0018;
const PASSWORD: u16 = 0x002F;
const SHEET: u16 = 0x0085;
/// A number format, and the formats of cells that name one.
const FORMAT_CODE: u16 = 0x041E;
const CELL_FORMAT: u16 = 0x00E0;
const STRINGS: u16 = 0x00FC;

/// What the front part of the stream says about the rest.
#[derive(Default)]
pub(crate) struct Globals {
    /// Where each sheet begins, and its name.
    pub(crate) sheets: Vec<(usize, String)>,
    /// What each cell format shows of a number, once all were read.
    pub(crate) shown: Vec<Shown>,
    /// Bytes of each shared string.
    pub(crate) strings: Vec<u32>,
    /// Longest name, of a range or of a sheet; formulas repeat them.
    pub(crate) longest_name: u64,
}

/// Reads the front part up to its end.
pub(crate) fn read_globals(stream: &[u8]) -> Result<Globals, Refusal> {
    let mut globals = Globals::default();
    let (mut is_modern, mut codes, mut formats) = (true, HashMap::new(), Vec::new());
    for record in BiffRecords::of(stream) {
        let record = record?;
        match record.kind {
            PASSWORD if read_u16(record.body, 0) != Some(0) => return Err(Refusal::encrypted()),
            BEGIN => is_modern = has_wide_names(&record),
            SHEET => globals.add_sheet(&record, is_modern)?,
            NAME => globals.note_name(3 * record.body.get(3).map_or(0, |letters| u64::from(*letters))),
            STRINGS => globals.strings = strings::measure_strings(&record)?,
            FORMAT_CODE => codes.extend(read_code(record.body, is_modern)),
            CELL_FORMAT => formats.push(read_u16(record.body, 2).unwrap_or(0)),
            END => break,
            _ => {}
        }
    }
    let shown = |number: &u16| codes.get(number).copied().unwrap_or_else(|| Shown::of_built_in((*number).into()));
    globals.shown = formats.iter().map(shown).collect();
    Ok(globals)
}

/// The number of a format and what it shows; its code is counted in two bytes since Excel 97, in one before.
fn read_code(body: &[u8], is_modern: bool) -> Option<(u16, Shown)> {
    let number = read_u16(body, 0)?;
    let code = if is_modern {
        let (count, letters) = (usize::from(read_u16(body, 2)?), body.get(5..)?);
        match body.get(4)? & 1 {
            0 => decode_latin1(&letters[..count.min(letters.len())]),
            _ => UTF_16LE.decode_without_bom_handling(&letters[..(2 * count).min(letters.len() & !1)]).0,
        }
    } else {
        let letters = body.get(3..)?;
        decode_latin1(&letters[..usize::from(*body.get(2)?).min(letters.len())])
    };
    Some((number, Shown::of_code(&code)))
}

/// Whether names carry a byte that says how wide their letters are, as since Excel 97.
fn has_wide_names(record: &BiffRecord<'_>) -> bool {
    match (read_u16(record.body, 0), read_u16(record.body, 2)) {
        (Some(0x0200 | 0x0002 | 0x0007 | 0x0300 | 0x0400 | 0x0500), _) => false,
        (Some(0), kind) => kind != Some(0x1000),
        _ => true,
    }
}

impl Globals {
    fn add_sheet(&mut self, record: &BiffRecord<'_>, is_modern: bool) -> Result<(), Refusal> {
        let start = read_u32(record.body, 0)
            .filter(|_| record.body.len() >= 8)
            .ok_or_else(|| Refusal::damaged("the list of sheets is cut off"))?;
        let name = decode_name(&record.body[6..], is_modern);
        self.note_name(4 * name.chars().count() as u64);
        self.sheets.push((start as usize, name));
        if self.sheets.len() > limits::SHEETS {
            return Err(Refusal::too_large(format!("the workbook has more than {} sheets", limits::SHEETS)));
        }
        Ok(())
    }

    fn note_name(&mut self, bytes: u64) {
        self.longest_name = self.longest_name.max(bytes);
    }
}

/// A name as well as it can be told without the code page; it only serves messages.
fn decode_name(body: &[u8], is_modern: bool) -> String {
    let count = usize::from(body[0]);
    let is_wide = is_modern && body[1] & 1 != 0;
    let letters = &body[if is_modern { 2 } else { 1 }..];
    let name = if is_wide {
        let whole_units = letters.len() - letters.len() % 2;
        UTF_16LE.decode_without_bom_handling(&letters[..whole_units.min(2 * count)]).0
    } else {
        decode_latin1(&letters[..letters.len().min(count)])
    };
    name.replace('\0', "")
}
