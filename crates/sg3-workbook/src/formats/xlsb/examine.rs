//! Binary Office parts (.xlsb). The reader reads past the end of short records into what the last one left behind, and walks
//! the styles out of step; so lengths are checked here, and of the list of sheets and the styles only the records it needs are kept.

use super::records;
use super::records::Record;
use crate::address::{COLUMNS, ROWS, address};
use crate::area::Area;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::{area as merged, hidden, limits};

const ROW: u16 = 0x0000;

const ERROR: u16 = 0x0003;

const FORMULA_ERROR: u16 = 0x000B;

const COLUMN: u16 = 0x003C;

const MERGED: u16 = 0x00B0;

/// Where rows and columns say that they are hidden, and by which bit.
const ROW_HIDDEN: (usize, u8) = (11, 0x10);

const COLUMN_HIDDEN: (usize, u8) = (16, 0x01);

/// Checks a sheet and notes its formulas and errors, and what is hidden and merged.
pub(crate) fn sheet(part: &str, bytes: &[u8]) -> Result<SheetNotes, Refusal> {
    let (mut notes, mut row, mut hidden) = (SheetNotes::default(), 0, hidden::Seen::default());
    records::each(bytes, |record| {
        match record.kind {
            ROW => {
                row = row_number(&record, &mut notes)?;
                if has_bit(&record, ROW_HIDDEN) {
                    hidden.hide_rows(row, row);
                }
            }
            COLUMN if has_bit(&record, COLUMN_HIDDEN) => {
                if let (Some(first), Some(last)) = (record.number(0), record.number(4)) {
                    hidden.hide_columns(first, last);
                }
            }
            MERGED if notes.merged.len() < merged::MOST => notes.merged.extend(area(&record)),
            1..=FORMULA_ERROR => cell(&record, row, &mut notes)?,
            _ => {}
        }
        Ok(())
    })
    .map_err(|refusal| refusal.in_part(part))?;
    notes.hidden = hidden.into_hidden();
    Ok(notes)
}

fn has_bit(record: &Record<'_>, (byte, bit): (usize, u8)) -> bool {
    record.body.get(byte).is_some_and(|byte| byte & bit != 0)
}

/// Merged cells: first and last row, first and last column.
fn area(record: &Record<'_>) -> Option<Area> {
    let number = |at| record.number(at);
    let area = Area { top: number(0)?, bottom: number(4)?, left: number(8)?, right: number(12)? };
    let is_on_grid = area.top <= area.bottom && area.bottom < ROWS && area.left <= area.right && area.right < COLUMNS;
    is_on_grid.then_some(area)
}

fn row_number(record: &Record<'_>, notes: &mut SheetNotes) -> Result<u32, Refusal> {
    let row = record.number(0).ok_or_else(short)?;
    if row >= ROWS {
        // The reader would take this for the end of the sheet.
        notes.note_off_grid(&format!("row {}", u64::from(row) + 1));
    }
    Ok(row)
}

fn cell(record: &Record<'_>, row: u32, notes: &mut SheetNotes) -> Result<(), Refusal> {
    let column = record.number(0).ok_or_else(short)?;
    if !whole(record) {
        return Err(short());
    }
    if row >= ROWS || column >= COLUMNS {
        notes.note_off_grid(&address(row, column));
        return Ok(());
    }
    if record.kind >= 8 {
        notes.formulas.push((row, column));
    }
    if record.kind == FORMULA_ERROR {
        notes.errors.push_back((row, column, error(record.body[8])));
    }
    Ok(())
}

fn whole(record: &Record<'_>) -> bool {
    match record.kind {
        1 => record.has(8),
        2 | 7 => record.has(12),
        ERROR | FORMULA_ERROR | 4 | 10 => record.has(9),
        5 | 9 => record.has(16),
        _ => record.has_text(8),
    }
}

fn error(code: u8) -> String {
    let text = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#UNKNOWN!",
    };
    text.to_owned()
}

/// Checks the shared strings.
pub(crate) fn strings(part: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let mut count = 0;
    records::each(bytes, |record| {
        count += u64::from(record.kind == 0x0013);
        match record.kind {
            0x0013 if !record.has_text(1) => Err(short()),
            0x009F if !record.has(8) => Err(short()),
            _ if count > limits::STRINGS => {
                Err(Refusal::too_large(format!("contains more than {} strings", limits::STRINGS)))
            }
            _ => Ok(()),
        }
    })
    .map_err(|refusal| refusal.in_part(part))
}

/// The list of sheets without the names and formulas around it.
pub(crate) fn book(part: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (mut kept, mut sheets) = (Vec::new(), 0);
    records::each(bytes, |record| {
        match record.kind {
            0x0099 if record.has(1) => kept.extend(record.whole),
            0x009C if record.has(16) && record.body.len() <= 2048 => kept.extend(record.whole),
            0x0099 | 0x009C => return Err(short()),
            _ => return Ok(()),
        }
        sheets += usize::from(record.kind == 0x009C);
        if sheets > limits::SHEETS { Err(Refusal::too_large("lists too many sheets")) } else { Ok(()) }
    })
    .map_err(|refusal| refusal.in_part(part))?;
    // End of the sheets, end of the book: what stands between is names, whose text the reader can be made to multiply.
    kept.extend([0x90, 0x01, 0x00, 0x84, 0x01, 0x00]);
    Ok(kept)
}

/// The sheets of a list that was checked, with the names of their relations.
pub(crate) fn sheet_list(bytes: &[u8]) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    // A list that breaks off gives the sheets up to there; the reader refuses it anyway.
    let _ = records::each(bytes, |record| {
        if record.kind == 0x009C {
            sheets.extend(listed(&record));
        }
        Ok(())
    });
    sheets
}

fn listed(record: &Record<'_>) -> Option<(String, String)> {
    let letters = record.number(8)? as usize;
    let name = 12 + 2 * letters;
    Some((record.text(name)?, record.text(8)?))
}

/// The number formats and the cell formats, without the rest of the styles.
pub(crate) fn formats(part: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (mut kept, mut within, mut listed) = (Vec::new(), false, false);
    records::each(bytes, |record| {
        listed |= record.kind == 0x0269;
        within = (within || record.kind == 0x0269) && record.kind != 0x026A;
        match record.kind {
            0x002C if !record.has_text(2) || record.body.len() > 4096 => return Err(short()),
            0x0267 | 0x0269 if !record.has(4) => return Err(short()),
            0x002F if within && !record.has(4) => return Err(short()),
            0x002C | 0x0267 | 0x0269 => kept.extend(record.whole),
            0x002F if within => kept.extend(record.whole),
            _ => {}
        }
        Ok(())
    })
    .map_err(|refusal| refusal.in_part(part))?;
    if !listed {
        kept.extend(NO_FORMATS);
    }
    Ok(kept)
}

/// The start of a list of no cell formats, without which the reader fails.
const NO_FORMATS: [u8; 7] = [0xE9, 0x04, 0x04, 0, 0, 0, 0];

fn short() -> Refusal {
    Refusal::damaged("has a record of the wrong length")
}
