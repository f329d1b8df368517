//! The stream of an old Excel workbook: records of a kind, a length and so many bytes; sheets begin where a list says.
//!
//! The reader lays each sheet out in full when it opens the file, so its size is found here first.

use super::globals::read_globals;
use super::sheet;
use super::totals::Totals;
use crate::notes::Notes;
use crate::refusal::Refusal;

/// Examines the stream and takes the one record out of it that makes the reader reserve memory for cells that are not there.
pub(crate) fn clean_stream(stream: &mut [u8]) -> Result<Notes, Refusal> {
    let globals = read_globals(stream)?;
    let (mut notes, mut totals, mut extents) = (Notes::new(), Totals::default(), Vec::new());
    for (number, (start, name)) in globals.sheets.iter().enumerate() {
        let rest = stream
            .get(*start..)
            .ok_or_else(|| Refusal::damaged("a sheet begins past the end of the file").in_sheet(name))?;
        let found = sheet::examine_sheet(rest, &globals, &mut totals).map_err(|refusal| refusal.in_sheet(name))?;
        extents.extend(found.extents.iter().map(|at| start + at));
        if !found.notes.is_empty() {
            notes.insert(number.to_string(), found.notes);
        }
    }
    for at in extents {
        stream[at..at + 2].copy_from_slice(&UNKNOWN.to_le_bytes());
    }
    Ok(notes)
}

/// A kind of record that means nothing, so that the reader passes over it.
const UNKNOWN: u16 = 0x7FFF;
