//! The clean copy of a zip workbook: the parts that are read, examined, unpacked, and nothing else.

use super::entries::{self, Archive, Entry};
use super::part::{self, Use};
use super::{Format, Notes, SheetNotes, kind, ods, xlsb, xml};
use crate::Refusal;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Examines an archive and copies what is needed of it.
pub(super) fn zip(bytes: Vec<u8>) -> Result<(Format, (Vec<u8>, Notes)), Refusal> {
    let mut archive = entries::open(bytes)?;
    let format = kind::zip_format(&entries::names(&archive))?;
    let entries = entries::needed(&mut archive, format)?;
    let mut copy = Copy::with_room_for(&entries);
    for entry in &entries {
        copy.take_over(&mut archive, entry)?;
    }
    Ok((format, copy.finish()?))
}

struct Copy {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    notes: Notes,
}

impl Copy {
    /// Room is made once: a vector that grows holds its bytes twice.
    fn with_room_for(entries: &[Entry]) -> Copy {
        let room: u64 = entries.iter().map(|e| e.size + 2 * e.name.len() as u64 + 256).sum();
        let bytes = Vec::with_capacity(room as usize + 256);
        Copy { writer: ZipWriter::new(Cursor::new(bytes)), notes: Notes::new() }
    }

    fn take_over(&mut self, archive: &mut Archive, entry: &Entry) -> Result<(), Refusal> {
        let bytes = expand(archive, entry)?;
        let (bytes, seen) = match entry.purpose {
            Use::Content => {
                self.notes.extend(ods::examine(&entry.name, &bytes)?);
                (bytes, SheetNotes::default())
            }
            _ => examine(entry, bytes)?,
        };
        if !seen.is_empty() {
            self.notes.insert(part::key(&entry.name), seen);
        }
        // Stored, not packed: the copy is read at once and lives only in memory.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let written = self.writer.start_file(&entry.name, options);
        written.and_then(|()| Ok(self.writer.write_all(&bytes)?)).map_err(entries::broken)
    }

    fn finish(self) -> Result<(Vec<u8>, Notes), Refusal> {
        let bytes = self.writer.finish().map_err(entries::broken)?.into_inner();
        Ok((bytes, self.notes))
    }
}

/// Reads one byte past what the directory declares at most, so a lying directory is found out at no cost.
fn expand(archive: &mut Archive, entry: &Entry) -> Result<Vec<u8>, Refusal> {
    let file = archive.by_index(entry.index).map_err(entries::broken)?;
    let mut bytes = Vec::with_capacity(entry.size as usize + 1);
    file.take(entry.size + 1).read_to_end(&mut bytes).map_err(|e| entries::broken(e.into()))?;
    match (bytes.len() as u64).cmp(&entry.size) {
        std::cmp::Ordering::Equal => Ok(bytes),
        std::cmp::Ordering::Less => Err(Refusal::damaged(format!("part {} is cut off", entry.name))),
        std::cmp::Ordering::Greater => {
            Err(Refusal::hostile(format!("part {} expands to more than the archive declares", entry.name)))
        }
    }
}

fn examine(entry: &Entry, bytes: Vec<u8>) -> Result<(Vec<u8>, SheetNotes), Refusal> {
    let name = &entry.name;
    match entry.purpose {
        Use::Xml | Use::Styles | Use::Workbook => xml::office(name, &bytes).map(|notes| (bytes, notes)),
        Use::Small => xml::plain(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Use::Sheet => xlsb::sheet(name, &bytes).map(|notes| (bytes, notes)),
        Use::Strings => xlsb::strings(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Use::Book => xlsb::book(name, &bytes).map(|copy| (copy, SheetNotes::default())),
        Use::Formats => xlsb::formats(name, &bytes).map(|copy| (copy, SheetNotes::default())),
        Use::Mimetype | Use::Content => Ok((bytes, SheetNotes::default())),
    }
}
