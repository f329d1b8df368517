//! Unpacks an entry of an archive, no further than its directory declares.

use crate::container::archive::{Archive, ArchiveEntry, refuse_broken};
use crate::container::read_ahead::read_ahead;
use crate::refusal::Refusal;
use std::cmp::Ordering;
use std::io::{BufRead, BufReader, Read};

/// Reads one byte past what the directory declares at most, so a lying directory is found out at no cost.
pub(crate) fn expand(archive: &mut Archive, entry: &ArchiveEntry) -> Result<Vec<u8>, Refusal> {
    let file = archive.by_index(entry.index).map_err(refuse_broken)?;
    let mut bytes = Vec::with_capacity(entry.size as usize + 1);
    file.take(entry.size + 1).read_to_end(&mut bytes).map_err(|e| refuse_broken(e.into()))?;
    check_size(entry, bytes.len() as u64)?;
    Ok(bytes)
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
    let mut part = file.take(entry.size + 1);
    let done = if entry.size > LARGE { read_ahead(&mut part, read)? } else { read(&mut BufReader::new(&mut part))? };
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
