//! The clean copy of a zip workbook: the parts that are read, examined, unpacked, and nothing else.

use super::clean_workbook::CleanWorkbook;
use super::expand::{expand, read_while_expanding};
use crate::container::archive::{Archive, ArchiveEntry, list_names, open_archive, refuse_broken, select_entries};
use crate::container::file_type;
use crate::container::file_type::Format;
use crate::container::part::{Purpose, part_key};
use crate::container::shared_bytes::SharedBytes;
use crate::formats::ods::examine::examine_content;
use crate::formats::ods::indents;
use crate::formats::xlsb;
use crate::formats::xlsx::examine::{ExaminedPart, examine_part};
use crate::formats::xlsx::sheet_cells::ExtractedParts;
use crate::formats::xlsx::sheet_list::drop_partless_sheets;
use crate::formats::xml;
use crate::limits;
use crate::notes::{Notes, SheetNotes};
use crate::number_format::Shown;
use crate::refusal::Refusal;
use std::io;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Examines an archive and copies what is needed of it.
pub(crate) fn clean_archive(bytes: Vec<u8>) -> Result<CleanWorkbook, Refusal> {
    let mut archive = open_archive(bytes)?;
    let format = file_type::detect_zip_format(&list_names(&archive))?;
    let entries = select_entries(&mut archive, format)?;
    let mut copy = CleanCopy::with_room_for(&entries, format);
    // Which formats show another number is known before the sheets of .xlsb are gone through, and of .ods whether they are to be
    // understood at all.
    let is_first = |entry: &&ArchiveEntry| matches!(entry.purpose, Purpose::BinaryStyles | Purpose::OdsManifest);
    let (first, others): (Vec<_>, Vec<_>) = entries.iter().partition(is_first);
    for entry in first.into_iter().chain(others) {
        copy.take_over(&mut archive, entry)?;
    }
    copy.finish(format)
}

struct CleanCopy {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    notes: Notes,
    extracted: ExtractedParts,
    /// Cells taken along so far.
    cells: usize,
    /// What each format of .xlsb shows of a number.
    shown: Vec<Shown>,
}

impl CleanCopy {
    /// Room is made once: a vector that grows holds its bytes twice. The large parts of .xlsx are not copied.
    fn with_room_for(entries: &[ArchiveEntry], format: Format) -> CleanCopy {
        let copied = entries.iter().filter(|entry| format != Format::Xlsx || entry.purpose != Purpose::OfficeXml);
        // The name stands twice in an archive, beside about eighty bytes each time.
        let room: u64 = copied.map(|entry| entry.size + 2 * entry.name.len() as u64 + 256).sum();
        let bytes = Vec::with_capacity(room as usize + 256);
        let writer = ZipWriter::new(Cursor::new(bytes));
        CleanCopy { writer, notes: Notes::new(), extracted: ExtractedParts::default(), cells: 0, shown: Vec::new() }
    }

    fn take_over(&mut self, archive: &mut Archive, entry: &ArchiveEntry) -> Result<(), Refusal> {
        match entry.purpose {
            Purpose::OfficeXml => self.extract_or_copy(archive, entry),
            Purpose::OfficeStyles | Purpose::OfficeWorkbook => {
                let bytes = expand(archive, entry)?;
                self.extract(entry, examine_part(&entry.name, &*bytes, entry.size)?)?;
                let is_book = entry.purpose == Purpose::OfficeWorkbook;
                self.copy(entry, &if is_book { drop_partless_sheets(bytes) } else { bytes })
            }
            Purpose::OdsContent => {
                let bytes = expand(archive, entry)?;
                self.notes.extend(examine_content(&entry.name, &bytes)?);
                self.copy_by(entry, |writer| indents::for_each_piece(&bytes, |piece| writer.write_all(piece)))
            }
            _ => {
                let (bytes, notes) = examine_binary(entry, expand(archive, entry)?, &self.shown)?;
                if entry.purpose == Purpose::BinaryStyles {
                    self.shown = xlsb::styles::list_shown(&bytes);
                }
                self.note(entry, notes);
                self.copy(entry, &bytes)
            }
        }
    }

    /// Sheets and strings are taken while they are unpacked; what is neither is small, and unpacked again to be copied.
    fn extract_or_copy(&mut self, archive: &mut Archive, entry: &ArchiveEntry) -> Result<(), Refusal> {
        let examined = read_while_expanding(archive, entry, |bytes| examine_part(&entry.name, bytes, entry.size))?;
        if self.extract(entry, examined)? {
            return Ok(());
        }
        let bytes = expand(archive, entry)?;
        self.copy(entry, &bytes)
    }

    fn note(&mut self, entry: &ArchiveEntry, notes: SheetNotes) {
        if !notes.is_empty() {
            self.notes.insert(part_key(&entry.name), notes);
        }
    }

    /// Takes cells and strings along; whether the part held any.
    fn extract(&mut self, entry: &ArchiveEntry, part: ExaminedPart) -> Result<bool, Refusal> {
        self.note(entry, part.notes);
        let is_taken = part.sheet.is_some() || part.strings.is_some();
        self.cells += part.sheet.as_ref().map_or(0, |sheet| sheet.cells.len());
        self.extracted.sheets.extend(part.sheet.map(|sheet| (part_key(&entry.name), sheet)));
        self.extracted.strings.extend(part.strings.map(|strings| (part_key(&entry.name), strings)));
        if self.cells > limits::CELLS {
            return Err(Refusal::too_large(format!("the workbook has more than {} cells", limits::CELLS)));
        }
        Ok(is_taken)
    }

    fn copy(&mut self, entry: &ArchiveEntry, bytes: &[u8]) -> Result<(), Refusal> {
        self.copy_by(entry, |writer| writer.write_all(bytes))
    }

    fn copy_by(
        &mut self,
        entry: &ArchiveEntry,
        write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>) -> io::Result<()>,
    ) -> Result<(), Refusal> {
        // Stored, not packed: the copy is read at once and lives only in memory.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let written = self.writer.start_file(&entry.name, options);
        written.and_then(|()| Ok(write(&mut self.writer)?)).map_err(refuse_broken)
    }

    fn finish(self, format: Format) -> Result<CleanWorkbook, Refusal> {
        let copy = self.writer.finish().map_err(refuse_broken)?.into_inner();
        let copy = SharedBytes::new(copy);
        Ok(CleanWorkbook { format, copy, notes: self.notes, extracted: self.extracted })
    }
}

/// Examines a part of binary records, and the small parts of all formats; of some only what the reader needs is copied.
fn examine_binary(entry: &ArchiveEntry, bytes: Vec<u8>, shown: &[Shown]) -> Result<(Vec<u8>, SheetNotes), Refusal> {
    let name = &entry.name;
    match entry.purpose {
        Purpose::Small => xml::check_form(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Purpose::OdsManifest if is_encrypted(&bytes) => Err(Refusal::encrypted()),
        Purpose::OdsManifest => xml::check_form(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Purpose::BinarySheet => xlsb::sheet::examine_sheet(name, &bytes, shown).map(|notes| (bytes, notes)),
        Purpose::BinaryStrings => xlsb::strings::check_strings(name, &bytes).map(|()| (bytes, SheetNotes::default())),
        Purpose::BinaryWorkbook => {
            xlsb::workbook::clean_workbook(name, &bytes).map(|copy| (copy, SheetNotes::default()))
        }
        Purpose::BinaryStyles => xlsb::styles::clean_styles(name, &bytes).map(|copy| (copy, SheetNotes::default())),
        Purpose::OdsMimetype
        | Purpose::OdsContent
        | Purpose::OfficeXml
        | Purpose::OfficeStyles
        | Purpose::OfficeWorkbook => Ok((bytes, SheetNotes::default())),
    }
}

/// Whether the list of the parts of an OpenDocument file says that any of them needs a password.
fn is_encrypted(manifest: &[u8]) -> bool {
    const MARK: &[u8] = b":encryption-data";
    manifest.windows(MARK.len()).any(|letters| letters == MARK)
}
