//! The records of a binary Office part (.xlsb): a kind, a length, and so many bytes.

use crate::refusal::Refusal;

/// One record.
pub(crate) struct Record<'a> {
    pub kind: u16,
    pub body: &'a [u8],
    /// The record with its head, as it stands in the part.
    pub whole: &'a [u8],
}

impl Record<'_> {
    /// A number in the body.
    pub fn number(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.body.get(at..at + 4)?.try_into().ok()?))
    }

    /// Whether the body has so many bytes.
    pub fn has(&self, bytes: usize) -> bool {
        self.body.len() >= bytes
    }

    /// A counted text in the body.
    pub fn text(&self, at: usize) -> Option<String> {
        let bytes = self.body.get(at + 4..(at + 4).checked_add(2 * self.number(at)? as usize)?)?;
        let letters: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
        Some(String::from_utf16_lossy(&letters))
    }

    /// Whether a counted text that begins in the body also ends in it.
    pub fn has_text(&self, at: usize) -> bool {
        self.number(at).is_some_and(|count| self.has(at + 4 + 2 * count as usize))
    }
}

/// Longest record that is read; a full cell of text takes 64 KiB.
const LONGEST: usize = 1 << 20;

/// All records of a part, in order.
pub(crate) fn each<'a>(
    mut bytes: &'a [u8],
    mut look: impl FnMut(Record<'a>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    while !bytes.is_empty() {
        let record = first(bytes).ok_or_else(|| Refusal::damaged("breaks off in the middle of a record"))?;
        if record.body.len() > LONGEST {
            return Err(Refusal::hostile("has a record of more than 1 MiB"));
        }
        bytes = &bytes[record.whole.len()..];
        look(record)?;
    }
    Ok(())
}

fn first(bytes: &[u8]) -> Option<Record<'_>> {
    let (kind, head) = number(bytes, 2)?;
    let (length, count) = number(&bytes[head..], 4)?;
    let end = (head + count).checked_add(length)?;
    Some(Record { kind: kind as u16, body: bytes.get(head + count..end)?, whole: &bytes[..end] })
}

/// A number in groups of seven bits, and how many bytes it takes.
fn number(bytes: &[u8], longest: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.iter().take(longest).enumerate() {
        value |= usize::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 || place + 1 == longest {
            return Some((value, place + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_one_and_more_bytes() {
        let long = [&[0x9C, 0x01, 0x80, 0x01][..], &[7; 128][..]].concat();
        let record = first(&long).unwrap();
        assert_eq!((record.kind, record.body.len(), record.whole.len()), (0x9C, 128, 132));
        assert!(first(&long[..100]).is_none());
        assert!(first(&[0x9C]).is_none());
    }
}
