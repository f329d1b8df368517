//! The entries of a zip file by what its directory declares, before any is expanded.

use super::file_type::Format;
use super::part::{Purpose, find_purpose, part_key};
use crate::limits;
use crate::refusal::Refusal;
use std::collections::BTreeSet;
use std::io::Cursor;
use zip::ZipArchive;
use zip::result::ZipError;

pub(crate) type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// An entry that the reader needs.
pub(crate) struct ArchiveEntry {
    pub(crate) index: usize,
    pub(crate) name: String,
    /// Bytes once it is expanded, as the directory declares them.
    pub(crate) size: u64,
    pub(crate) purpose: Purpose,
}

/// Opens a zip file whose directory is of bearable length.
pub(crate) fn open_archive(bytes: Vec<u8>) -> Result<Archive, Refusal> {
    // Counted in the bytes, because the library makes room for all entries at once.
    if bytes.windows(4).filter(|w| *w == b"PK\x01\x02").count() > limits::ENTRIES {
        return Err(refuse_many());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refuse_broken)?;
    if archive.len() > limits::ENTRIES {
        return Err(refuse_many());
    }
    if archive.has_duplicate_names() || archive.has_overlapping_files().map_err(refuse_broken)? {
        return Err(Refusal::hostile("two entries of the archive share a name or their bytes"));
    }
    Ok(archive)
}

/// The names of all entries, as the reader looks them up.
pub(crate) fn list_names(archive: &Archive) -> Vec<String> {
    archive.file_names().filter_map(Result::ok).map(|name| part_key(&name)).collect()
}

/// The entries that are needed, if what they declare is bearable.
pub(crate) fn select_entries(archive: &mut Archive, format: Format) -> Result<Vec<ArchiveEntry>, Refusal> {
    let mut kept = Vec::new();
    for index in 0..archive.len() {
        kept.extend(check_declared(archive, index, format)?);
    }
    let keys: BTreeSet<String> = kept.iter().map(|entry| part_key(&entry.name)).collect();
    if keys.len() < kept.len() {
        return Err(Refusal::hostile("two parts have names that differ in capital letters only"));
    }
    let total = kept.iter().fold(0, |sum: u64, e| sum.saturating_add(e.size));
    if total > limits::TOTAL_BYTES {
        return Err(refuse_large("the workbook", total, limits::TOTAL_BYTES));
    }
    Ok(kept)
}

/// An entry, if it is needed and what it declares is bearable.
fn check_declared(archive: &mut Archive, index: usize, format: Format) -> Result<Option<ArchiveEntry>, Refusal> {
    let file = archive.by_index_raw(index).map_err(refuse_broken)?;
    let name = file.name().map_err(refuse_broken)?.into_owned();
    let Some(purpose) = find_purpose(format, &part_key(&name)) else { return Ok(None) };
    if file.encrypted() {
        return Err(Refusal::encrypted());
    }
    let (size, packed) = (file.size(), file.compressed_size());
    if size > purpose.limit() {
        return Err(refuse_large(&format!("part {name}"), size, purpose.limit()));
    }
    if size > limits::RATIO_FROM && size / limits::RATIO > packed {
        return Err(Refusal::hostile(format!("part {name} expands more than {} times", limits::RATIO)));
    }
    Ok(Some(ArchiveEntry { index, name, size, purpose }))
}

fn refuse_large(what: &str, size: u64, limit: u64) -> Refusal {
    Refusal::too_large(format!("{what} expands to {} MiB; {} are read", size >> 20, limit >> 20))
}

fn refuse_many() -> Refusal {
    Refusal::hostile(format!("the archive has more than {} entries", limits::ENTRIES))
}

/// The refusal for what the zip library says.
pub(crate) fn refuse_broken(error: ZipError) -> Refusal {
    match error {
        ZipError::InvalidPassword => Refusal::encrypted(),
        ZipError::CompressionMethodNotSupported(_) => {
            Refusal::damaged("the archive uses a compression method that no spreadsheet program uses")
        }
        other => Refusal::damaged(format!("the archive is cut off or damaged ({other})")),
    }
}
