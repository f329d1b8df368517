//! The clean copy of a zip workbook: the parts that are read, examined, unpacked, and nothing else.

use super::cleared::{Cleared, Taken};
use crate::bytes::Bytes;
use crate::container::entries::{Archive, Entry};
use crate::container::kind::Format;
use crate::container::part::Use;
use crate::container::{ahead, entries, kind, part};
use crate::formats::ods::examine as ods;
use crate::formats::xlsb::examine as xlsb;
use crate::formats::xlsx::office;
use crate::formats::xml;
use crate::limits;
use crate::notes::{Notes, SheetNotes};
use crate::refusal::Refusal;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Examines an archive and copies what is needed of it.
pub(crate) fn zip(bytes: Vec<u8>) -> Result<Cleared, Refusal> {
    let mut archive = entries::open(bytes)?;
    let format = kind::zip_format(&entries::names(&archive))?;
    let entries = entries::needed(&mut archive, format)?;
    let mut copy = Copy::with_room_for(&entries, format);
    for entry in &entries {
        copy.take_over(&mut archive, entry)?;
    }
    copy.finish(format)
}

struct Copy {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    notes: Notes,
    taken: Taken,
    cells: usize,
}

impl Copy {
    /// Room is made once: a vector that grows holds its bytes twice. The large parts of .xlsx are not copied.
    fn with_room_for(entries: &[Entry], format: Format) -> Copy {
        let copied = |entry: &&Entry| format != Format::Xlsx || entry.purpose != Use::Xml;
        let room: u64 = entries.iter().filter(copied).map(|e| e.size + 2 * e.name.len() as u64 + 256).sum();
        let bytes = Vec::with_capacity(room as usize + 256);
        let writer = ZipWriter::new(Cursor::new(bytes));
        Copy { writer, notes: Notes::new(), taken: Taken::default(), cells: 0 }
    }

    fn take_over(&mut self, archive: &mut Archive, entry: &Entry) -> Result<(), Refusal> {
        match entry.purpose {
            Use::Xml => self.take_or_copy(archive, entry),
            Use::Styles | Use::Workbook => {
                let bytes = expand(archive, entry)?;
                self.take(entry, office::office(&entry.name, &*bytes, entry.size)?)?;
                self.copy(entry, &bytes)
            }
            Use::Content => {
                let bytes = expand(archive, entry)?;
                self.notes.extend(ods::examine(&entry.name, &bytes)?);
                self.copy(entry, &bytes)
            }
            _ => {
                let (bytes, seen) = examine(entry, expand(archive, entry)?)?;
                self.note(entry, seen);
                self.copy(entry, &bytes)
            }
        }
    }

    /// Sheets and strings are taken while they are unpacked; what is neither is small, and unpacked again to be copied.
    fn take_or_copy(&mut self, archive: &mut Archive, entry: &Entry) -> Result<(), Refusal> {
        let seen = while_expanding(archive, entry, |bytes| office::office(&entry.name, bytes, entry.size))?;
        if self.take(entry, seen)? {
            return Ok(());
        }
        let bytes = expand(archive, entry)?;
        self.copy(entry, &bytes)
    }

    fn note(&mut self, entry: &Entry, seen: SheetNotes) {
        if !seen.is_empty() {
            self.notes.insert(part::key(&entry.name), seen);
        }
    }

    /// Takes cells and strings from what was seen of a part; whether there were any.
    fn take(&mut self, entry: &Entry, seen: office::Seen) -> Result<bool, Refusal> {
        self.note(entry, seen.notes);
        let is_taken = seen.sheet.is_some() || seen.strings.is_some();
        self.cells += seen.sheet.as_ref().map_or(0, |sheet| sheet.cells.len());
        self.taken.sheets.extend(seen.sheet.map(|sheet| (part::key(&entry.name), sheet)));
        self.taken.strings.extend(seen.strings.map(|strings| (part::key(&entry.name), strings)));
        match self.cells > limits::CELLS {
            true => Err(Refusal::too_large(format!("the workbook has more than {} cells", limits::CELLS))),
            false => Ok(is_taken),
        }
    }

    fn copy(&mut self, entry: &Entry, bytes: &[u8]) -> Result<(), Refusal> {
        // Stored, not packed: the copy is read at once and lives only in memory.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let written = self.writer.start_file(&entry.name, options);
        written.and_then(|()| Ok(self.writer.write_all(bytes)?)).map_err(entries::broken)
    }

    fn finish(self, format: Format) -> Result<Cleared, Refusal> {
        let bytes = self.writer.finish().map_err(entries::broken)?.into_inner();
        Ok(Cleared { format, bytes: Bytes::new(bytes), notes: self.notes, taken: self.taken })
    }
}

/// Reads one byte past what the directory declares at most, so a lying directory is found out at no cost.
fn expand(archive: &mut Archive, entry: &Entry) -> Result<Vec<u8>, Refusal> {
    let file = archive.by_index(entry.index).map_err(entries::broken)?;
    let mut bytes = Vec::with_capacity(entry.size as usize + 1);
    file.take(entry.size + 1).read_to_end(&mut bytes).map_err(|e| entries::broken(e.into()))?;
    is_as_declared(entry, bytes.len() as u64)?;
    Ok(bytes)
}

/// Parts of more bytes are unpacked by a thread of their own.
const LARGE: u64 = 1 << 20;

/// The same for a part that is read to its end while it is unpacked.
fn while_expanding<T>(
    archive: &mut Archive,
    entry: &Entry,
    read: impl FnOnce(&mut dyn BufRead) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let file = archive.by_index(entry.index).map_err(entries::broken)?;
    let mut part = file.take(entry.size + 1);
    let done = match entry.size > LARGE {
        true => ahead::ahead(&mut part, read),
        false => read(&mut BufReader::new(&mut part)),
    }?;
    is_as_declared(entry, entry.size + 1 - part.limit())?;
    Ok(done)
}

fn is_as_declared(entry: &Entry, bytes: u64) -> Result<(), Refusal> {
    match bytes.cmp(&entry.size) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(Refusal::damaged(format!("part {} is cut off", entry.name))),
        std::cmp::Ordering::Greater => {
            Err(Refusal::hostile(format!("part {} expands to more than the archive declares", entry.name)))
        }
    }
}

fn examine(entry: &Entry, bytes: Vec<u8>) -> Result<(Vec<u8>, SheetNotes), Refusal> {
    let name = &entry.name;
    match entry.purpose {
        Use::Small => xml::plain(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Use::Sheet => xlsb::sheet(name, &bytes).map(|notes| (bytes, notes)),
        Use::Strings => xlsb::strings(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Use::Book => xlsb::book(name, &bytes).map(|copy| (copy, SheetNotes::default())),
        Use::Formats => xlsb::formats(name, &bytes).map(|copy| (copy, SheetNotes::default())),
        Use::Mimetype | Use::Content | Use::Xml | Use::Styles | Use::Workbook => Ok((bytes, SheetNotes::default())),
    }
}
