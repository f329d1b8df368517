//! The stream of an old Excel workbook: records of a kind, a length and so many bytes; sheets begin where a list says.
//!
//! The reader lays each sheet out in full when it opens the file, so its size is found here first.

pub(crate) mod formula;
pub(crate) mod records;
pub(crate) mod sheet;
pub(crate) mod strings;

use crate::limits;
use crate::notes::Notes;
use crate::refusal::Refusal;
use records::{Record, Records, word};

pub(crate) const END: u16 = 0x000A;

const NAME: u16 = 0x0018;

const PASSWORD: u16 = 0x002F;

const SHEET: u16 = 0x0085;

const STRINGS: u16 = 0x00FC;

pub(crate) const BEGIN: u16 = 0x0809;

pub(crate) const EXTENT: u16 = 0x0200;

/// What the front part of the stream says about the rest.
#[derive(Default)]
pub(crate) struct Book {
    /// Where each sheet begins, and its name.
    sheets: Vec<(usize, String)>,
    /// Bytes of each shared string.
    strings: Vec<u32>,
    /// Longest name, of a range or of a sheet; formulas repeat them.
    longest_name: u64,
}

/// What the sheets come to, all together.
#[derive(Default)]
pub(crate) struct Totals {
    places: u64,
    text: u64,
    records: u64,
}

/// Examines the stream and takes the one record out of it that makes the reader reserve memory for cells that are not there.
pub(crate) fn clear(stream: &mut [u8]) -> Result<Notes, Refusal> {
    let book = front(stream)?;
    let (mut notes, mut totals, mut extents) = (Notes::new(), Totals::default(), Vec::new());
    for (place, (start, name)) in book.sheets.iter().enumerate() {
        let rest = stream
            .get(*start..)
            .ok_or_else(|| Refusal::damaged("a sheet begins past the end of the file").in_sheet(name))?;
        let found = sheet::examine(rest, &book, &mut totals).map_err(|refusal| refusal.in_sheet(name))?;
        extents.extend(found.extents.iter().map(|at| start + at));
        if !found.notes.is_empty() {
            notes.insert(place.to_string(), found.notes);
        }
    }
    for at in extents {
        stream[at..at + 2].copy_from_slice(&UNKNOWN.to_le_bytes());
    }
    Ok(notes)
}

/// A kind of record that means nothing.
const UNKNOWN: u16 = 0x7FFF;

fn front(stream: &[u8]) -> Result<Book, Refusal> {
    let mut book = Book::default();
    let mut modern = true;
    for record in Records::of(stream) {
        let record = record?;
        match record.kind {
            PASSWORD if word(record.body, 0) != Some(0) => return Err(Refusal::encrypted()),
            BEGIN => modern = is_modern(&record),
            SHEET => book.sheet(&record, modern)?,
            NAME => {
                book.longest_name =
                    book.longest_name.max(3 * record.body.get(3).map_or(0, |letters| u64::from(*letters)))
            }
            STRINGS => book.strings = strings::lengths(&record)?,
            END => break,
            _ => {}
        }
    }
    Ok(book)
}

/// Whether names carry a byte that says how wide their letters are, as since Excel 97.
fn is_modern(record: &Record<'_>) -> bool {
    match (word(record.body, 0), word(record.body, 2)) {
        (Some(0x0200 | 0x0002 | 0x0007 | 0x0300 | 0x0400 | 0x0500), _) => false,
        (Some(0), kind) => kind != Some(0x1000),
        _ => true,
    }
}

impl Book {
    fn sheet(&mut self, record: &Record<'_>, modern: bool) -> Result<(), Refusal> {
        let start = record.body.first_chunk::<4>().map(|four| u32::from_le_bytes(*four) as usize);
        let start = start
            .filter(|_| record.body.len() >= 8)
            .ok_or_else(|| Refusal::damaged("the list of sheets is cut off"))?;
        let name = name(&record.body[6..], modern);
        self.longest_name = self.longest_name.max(4 * name.chars().count() as u64);
        self.sheets.push((start, name));
        let many = self.sheets.len() > limits::SHEETS;
        if many {
            Err(Refusal::too_large(format!("the workbook has more than {} sheets", limits::SHEETS)))
        } else {
            Ok(())
        }
    }
}

/// A name as well as it can be told without the code page; it only serves messages.
fn name(body: &[u8], modern: bool) -> String {
    let count = usize::from(body[0]);
    let wide = modern && body[1] & 1 != 0;
    let letters = &body[if modern { 2 } else { 1 }..];
    let letters: Vec<u16> = match wide {
        true => letters.as_chunks::<2>().0.iter().take(count).map(|pair| u16::from_le_bytes(*pair)).collect(),
        false => letters.iter().take(count).map(|byte| u16::from(*byte)).collect(),
    };
    String::from_utf16_lossy(&letters).replace('\0', "")
}
