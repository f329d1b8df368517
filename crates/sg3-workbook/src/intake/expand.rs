//! Unpacks an entry of an archive, no further than its directory declares.

use crate::container::archive::{Archive, ArchiveEntry, refuse_broken};
use crate::container::part::part_key;
use crate::container::read_ahead::read_ahead;
use crate::container::unicode::{decode_utf16, detect_utf16};
use crate::refusal::Refusal;
use encoding_rs::Encoding;
use std::cmp::Ordering;
use std::io::{BufRead, BufReader, Read};

/// Reads one byte past what the directory declares at most, so a lying directory is found out at no cost.
pub(crate) fn expand(archive: &mut Archive, entry: &ArchiveEntry) -> Result<Vec<u8>, Refusal> {
    let file = archive.by_index(entry.index).map_err(refuse_broken)?;
    let mut bytes = Vec::with_capacity(entry.size as usize + 1);
    file.take(entry.size + 1).read_to_end(&mut bytes).map_err(|e| refuse_broken(e.into()))?;
    check_size(entry, bytes.len() as u64)?;
    Ok(match find_utf16(entry, &bytes) {
        Some(encoding) => decode_utf16(&bytes, encoding),
        None => bytes,
    })
}

/// The encoding of an XML part in UTF-16.
fn find_utf16(entry: &ArchiveEntry, bytes: &[u8]) -> Option<&'static Encoding> {
    let name = part_key(&entry.name);
    detect_utf16(bytes).filter(|_| name.ends_with(".xml") || name.ends_with(".rels"))
}

/// Parts of more bytes are unpacked by a thread of their own.
const LARGE: u64 = 1 << 20;

/// The same for a part that is read to its end while it is unpacked.
pub(crate) fn read_while_expanding<T>(
    archive: &mut Archive,
    entry: &ArchiveEntry,
    read: impl FnOnce(&mut dyn BufRead) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let file = archive.by_index(entry.index).map_err(refuse_broken)?;
    let mut part = BufReader::new(file);
    if find_utf16(entry, part.fill_buf().map_err(|e| refuse_broken(e.into()))?).is_some() {
        drop(part);
        // Hardly ever: such a part is unpacked as a whole.
        return read(&mut &*expand(archive, entry)?);
    }
    let mut part = part.take(entry.size + 1);
    let done = if entry.size > LARGE { read_ahead(&mut part, read)? } else { read(&mut part)? };
    check_size(entry, entry.size + 1 - part.limit())?;
    Ok(done)
}

fn check_size(entry: &ArchiveEntry, bytes: u64) -> Result<(), Refusal> {
    match bytes.cmp(&entry.size) {
        Ordering::Equal => Ok(()),
        Ordering::Less => Err(Refusal::damaged(format!("part {} is cut off", entry.name))),
        Ordering::Greater => {
            Err(Refusal::hostile(format!("part {} expands to more than the archive declares", entry.name)))
        }
    }
}
