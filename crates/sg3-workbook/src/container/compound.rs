//! Compound files (.xls, and the envelope of encrypted workbooks): a small file system of sectors in chains.
//!
//! Read strictly: a chain that runs in a circle, or a table of sectors larger than the file, is what makes readers fill memory.

pub(crate) mod write;

use crate::refusal::Refusal;

/// A compound file with its chains resolved.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
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

const HEADER: usize = 512;

const END: u32 = 0xFFFF_FFFE;

const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;

const SMALL_SECTOR: usize = 64;

const SMALL_STREAM: usize = 4096;

const ENTRY: usize = 128;

impl<'a> Compound<'a> {
    /// Resolves the tables of a file.
    pub fn open(bytes: &'a [u8]) -> Result<Compound<'a>, Refusal> {
        let sector = match word(bytes, 30).filter(|_| bytes.len() >= HEADER) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(broken("has no valid header")),
        };
        let mut file = Compound {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            streams: Vec::new(),
        };
        file.next = file.sector_table()?;
        let directory = file.chain(file.header(48), usize::MAX)?;
        file.streams = directory.chunks_exact(ENTRY).filter_map(|entry| stream(entry, sector)).collect();
        file.small_table()?;
        Ok(file)
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|s| s.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the first stream of this name.
    pub fn stream(&self, name: &str) -> Option<Result<Vec<u8>, Refusal>> {
        let stream = self.streams.iter().find(|s| s.name.eq_ignore_ascii_case(name))?;
        Some(self.contents(stream))
    }

    fn contents(&self, stream: &Stream) -> Result<Vec<u8>, Refusal> {
        if stream.length >= SMALL_STREAM {
            return self.chain(stream.start, stream.length);
        }
        follow(&self.next_small, stream.start, stream.length, SMALL_SECTOR, |id| {
            piece(&self.small, id.checked_mul(SMALL_SECTOR)?, SMALL_SECTOR)
        })
    }

    fn chain(&self, start: u32, length: usize) -> Result<Vec<u8>, Refusal> {
        follow(&self.next, start, length, self.sector, |id| self.at(id))
    }

    /// A sector; the last one may be cut short.
    fn at(&self, id: usize) -> Option<&'a [u8]> {
        piece(self.bytes, id.checked_add(1)?.checked_mul(self.sector)?, self.sector)
    }

    fn header(&self, at: usize) -> u32 {
        double(self.bytes, at).unwrap_or(END)
    }

    /// The table of chains, put together from the sectors that the header and its continuation list.
    fn sector_table(&self) -> Result<Vec<u32>, Refusal> {
        let sectors = self.bytes.len() / self.sector;
        let mut listed: Vec<u32> = doubles(&self.bytes[76..HEADER]).collect();
        let mut more = self.header(68);
        for _ in 0..=sectors {
            if more >= FIRST_SPECIAL {
                return self.gather(&listed, sectors);
            }
            listed.extend(doubles(self.at(more as usize).ok_or_else(|| broken("points past its end"))?));
            more = listed.pop().unwrap_or(END);
        }
        Err(Refusal::hostile("the file's list of sectors runs in a circle"))
    }

    fn gather(&self, listed: &[u32], sectors: usize) -> Result<Vec<u32>, Refusal> {
        let used: Vec<u32> = listed.iter().copied().filter(|id| *id < FIRST_SPECIAL).collect();
        if used.len() > sectors {
            return Err(Refusal::hostile("the file lists more sectors than it has"));
        }
        let tables = used.iter().map(|id| self.at(*id as usize).ok_or_else(|| broken("points past its end")));
        Ok(tables.collect::<Result<Vec<_>, _>>()?.into_iter().flat_map(doubles).collect())
    }

    fn small_table(&mut self) -> Result<(), Refusal> {
        let Some(root) = self.streams.first().filter(|_| self.header(64) > 0 && self.header(64) < FIRST_SPECIAL) else {
            return Ok(());
        };
        self.small = self.chain(root.start, root.length)?;
        self.next_small = doubles(&self.chain(self.header(60), usize::MAX)?).collect();
        Ok(())
    }
}

/// Follows a chain to its end or to the length wanted; a chain longer than its own table runs in a circle.
fn follow<'b>(
    next: &[u32],
    start: u32,
    length: usize,
    size: usize,
    at: impl Fn(usize) -> Option<&'b [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let (mut id, mut steps) = (start, 0);
    while id != END && bytes.len() < length {
        let sector = at(id as usize).ok_or_else(|| broken("points past its end"))?;
        bytes.extend_from_slice(&sector[..sector.len().min(length - bytes.len())]);
        steps += 1;
        if steps > next.len() || steps * size > crate::limits::FILE_BYTES + size {
            return Err(Refusal::hostile("a chain of sectors in the file runs in a circle"));
        }
        id = *next.get(id as usize).ok_or_else(|| broken("points past its end"))?;
    }
    Ok(bytes)
}

fn stream(entry: &[u8], sector: usize) -> Option<Stream> {
    let letters =
        entry[..64].as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).take_while(|letter| *letter != 0);
    let name = char::decode_utf16(letters).map(|c| c.unwrap_or('\u{FFFD}')).collect();
    let low = u64::from(double(entry, 120)?);
    let high = if sector == 512 { 0 } else { u64::from(double(entry, 124)?) };
    let length = usize::try_from(low | high << 32).unwrap_or(usize::MAX);
    Some(Stream { name, start: double(entry, 116)?, length })
}

fn piece(bytes: &[u8], start: usize, length: usize) -> Option<&[u8]> {
    bytes.get(start..(start.checked_add(length)?).min(bytes.len())).filter(|piece| !piece.is_empty())
}

fn doubles(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

fn double(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn broken(what: &str) -> Refusal {
    Refusal::damaged(format!("the file {what}; it is cut off or damaged"))
}

#[cfg(test)]
mod tests {
    use super::write::compound;
    use super::*;

    fn sample() -> Vec<u8> {
        compound(&[("Workbook", vec![7; 10_000]), ("Other", vec![1; 5])])
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = sample();
        let file = Compound::open(&bytes).unwrap();
        assert_eq!(file.stream("workbook").unwrap().unwrap(), vec![7; 10_000]);
        let other = file.stream("Other").unwrap().unwrap();
        assert_eq!((other.len(), &other[..6]), (4096, &[1, 1, 1, 1, 1, 0][..]));
        assert!(!file.has("EncryptedPackage") && file.stream("x").is_none());
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
                let _ = file.stream("Workbook");
            }
        }
    }
}
