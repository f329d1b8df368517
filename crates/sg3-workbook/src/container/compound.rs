//! Compound files (.xls, and the envelope of encrypted workbooks): a small file system of sectors in chains.
//!
//! Read strictly: a chain that runs in a circle, or a table of sectors larger than the file, is what makes readers fill memory.

pub(crate) mod layout;
pub(crate) mod write;

use super::little_endian::{read_u16, read_u32};
use crate::limits;
use crate::refusal::Refusal;
use encoding_rs::UTF_16LE;
use layout::{DIRECTORY_ENTRY, END_OF_CHAIN, FIRST_SPECIAL, HEADER, SMALL_SECTOR, SMALL_STREAM};

/// A compound file with its chains resolved.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    /// The same for the small sectors that lie within a stream.
    next_small: Vec<u32>,
    small: Vec<u8>,
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    /// Opens a file: follows its tables of chains and reads its directory.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Compound<'a>, Refusal> {
        let sector = match read_u16(bytes, 30).filter(|_| bytes.len() >= HEADER) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(refuse_broken("has no valid header")),
        };
        let mut file = Compound {
            bytes,
            sector_size: sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            streams: Vec::new(),
        };
        file.next = file.read_sector_table()?;
        let directory = file.read_chain(file.read_header_number(48), usize::MAX)?;
        file.streams =
            directory.chunks_exact(DIRECTORY_ENTRY).filter_map(|entry| read_stream_entry(entry, sector)).collect();
        file.read_small_table()?;
        Ok(file)
    }

    /// Whether there is a stream of this name.
    pub(crate) fn has_stream(&self, name: &str) -> bool {
        self.streams.iter().any(|s| s.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the first stream of this name.
    pub(crate) fn read_stream(&self, name: &str) -> Option<Result<Vec<u8>, Refusal>> {
        let stream = self.streams.iter().find(|s| s.name.eq_ignore_ascii_case(name))?;
        Some(self.read_contents(stream))
    }

    fn read_contents(&self, stream: &Stream) -> Result<Vec<u8>, Refusal> {
        if stream.length >= SMALL_STREAM {
            return self.read_chain(stream.start, stream.length);
        }
        follow_chain(&self.next_small, stream.start, stream.length, SMALL_SECTOR, |id| {
            take_piece(&self.small, id.checked_mul(SMALL_SECTOR)?, SMALL_SECTOR)
        })
    }

    fn read_chain(&self, start: u32, length: usize) -> Result<Vec<u8>, Refusal> {
        follow_chain(&self.next, start, length, self.sector_size, |id| self.sector(id))
    }

    /// A sector; the last one may be cut short.
    fn sector(&self, id: usize) -> Option<&'a [u8]> {
        take_piece(self.bytes, id.checked_add(1)?.checked_mul(self.sector_size)?, self.sector_size)
    }

    fn read_header_number(&self, at: usize) -> u32 {
        read_u32(self.bytes, at).unwrap_or(END_OF_CHAIN)
    }

    /// The table of chains, put together from the sectors that the header and its continuation list.
    fn read_sector_table(&self) -> Result<Vec<u32>, Refusal> {
        let sectors = self.bytes.len() / self.sector_size;
        let mut listed: Vec<u32> = read_all_u32(&self.bytes[76..HEADER]).collect();
        let mut more = self.read_header_number(68);
        for _ in 0..=sectors {
            if more >= FIRST_SPECIAL {
                return self.read_listed_tables(&listed, sectors);
            }
            listed
                .extend(read_all_u32(self.sector(more as usize).ok_or_else(|| refuse_broken("points past its end"))?));
            more = listed.pop().unwrap_or(END_OF_CHAIN);
        }
        Err(Refusal::hostile("the file's list of sectors runs in a circle"))
    }

    fn read_listed_tables(&self, listed: &[u32], sectors: usize) -> Result<Vec<u32>, Refusal> {
        let used: Vec<u32> = listed.iter().copied().filter(|id| *id < FIRST_SPECIAL).collect();
        if used.len() > sectors {
            return Err(Refusal::hostile("the file lists more sectors than it has"));
        }
        let tables =
            used.iter().map(|id| self.sector(*id as usize).ok_or_else(|| refuse_broken("points past its end")));
        Ok(tables.collect::<Result<Vec<_>, _>>()?.into_iter().flat_map(read_all_u32).collect())
    }

    fn read_small_table(&mut self) -> Result<(), Refusal> {
        let Some(root) = self
            .streams
            .first()
            .filter(|_| self.read_header_number(64) > 0 && self.read_header_number(64) < FIRST_SPECIAL)
        else {
            return Ok(());
        };
        self.small = self.read_chain(root.start, root.length)?;
        self.next_small = read_all_u32(&self.read_chain(self.read_header_number(60), usize::MAX)?).collect();
        Ok(())
    }
}

/// Follows a chain to its end or to the length wanted; a chain longer than its own table runs in a circle.
fn follow_chain<'b>(
    next: &[u32],
    start: u32,
    length: usize,
    size: usize,
    at: impl Fn(usize) -> Option<&'b [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let (mut id, mut steps) = (start, 0);
    while id != END_OF_CHAIN && bytes.len() < length {
        let sector = at(id as usize).ok_or_else(|| refuse_broken("points past its end"))?;
        bytes.extend_from_slice(&sector[..sector.len().min(length - bytes.len())]);
        steps += 1;
        if steps > next.len() || steps * size > limits::FILE_BYTES + size {
            return Err(Refusal::hostile("a chain of sectors in the file runs in a circle"));
        }
        id = *next.get(id as usize).ok_or_else(|| refuse_broken("points past its end"))?;
    }
    Ok(bytes)
}

fn read_stream_entry(entry: &[u8], sector: usize) -> Option<Stream> {
    let letters = UTF_16LE.decode_without_bom_handling(&entry[..64]).0;
    let name = letters.split('\0').next().unwrap_or_default().to_owned();
    // Files with sectors of 512 bytes are of the version that leaves rubbish in the upper half.
    let low = u64::from(read_u32(entry, 120)?);
    let high = if sector == 512 { 0 } else { u64::from(read_u32(entry, 124)?) };
    let length = usize::try_from(low | high << 32).unwrap_or(usize::MAX);
    Some(Stream { name, start: read_u32(entry, 116)?, length })
}

fn take_piece(bytes: &[u8], start: usize, length: usize) -> Option<&[u8]> {
    bytes.get(start..(start.checked_add(length)?).min(bytes.len())).filter(|piece| !piece.is_empty())
}

fn read_all_u32(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

fn refuse_broken(what: &str) -> Refusal {
    Refusal::damaged(format!("the file {what}; it is cut off or damaged"))
}

#[cfg(test)]
mod tests {
    use super::write::write_compound;
    use super::*;

    fn sample() -> Vec<u8> {
        write_compound(&[("Workbook", vec![7; 10_000]), ("Other", vec![1; 5])])
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = sample();
        let file = Compound::open(&bytes).unwrap();
        assert_eq!(file.read_stream("workbook").unwrap().unwrap(), vec![7; 10_000]);
        let other = file.read_stream("Other").unwrap().unwrap();
        assert_eq!((other.len(), &other[..6]), (4096, &[1, 1, 1, 1, 1, 0][..]));
        assert!(!file.has_stream("EncryptedPackage") && file.read_stream("x").is_none());
    }

    #[test]
    fn circles_are_found() {
        let mut bytes = sample();
        // The directory is the sector after the one table: let it follow itself.
        bytes[4096 + 4..4096 + 8].copy_from_slice(&1u32.to_le_bytes());
        assert_eq!(Compound::open(&bytes).err().unwrap().slug, "hostile-workbook");
    }

    #[test]
    fn any_cut_is_refused_or_read() {
        let bytes = sample();
        for end in (0..bytes.len()).step_by(13) {
            if let Ok(file) = Compound::open(&bytes[..end]) {
                let _ = file.read_stream("Workbook");
            }
        }
    }
}
