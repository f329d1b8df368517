//! The records of a binary Office part (.xlsb): a kind, a length, and so many bytes.

use crate::container::little_endian::read_u32;
use crate::limits;
use crate::refusal::Refusal;
use encoding_rs::UTF_16LE;

/// A record as it stands in the part.
pub(crate) struct Biff12Record<'a> {
    pub(crate) kind: u16,
    pub(crate) body: &'a [u8],
    /// The record with its head, as it stands in the part.
    pub(crate) whole: &'a [u8],
}

impl Biff12Record<'_> {
    /// A number in the body.
    pub(crate) fn read_number(&self, at: usize) -> Option<u32> {
        read_u32(self.body, at)
    }

    /// Whether the body has so many bytes.
    pub(crate) fn has_bytes(&self, bytes: usize) -> bool {
        self.body.len() >= bytes
    }

    /// A counted text in the body.
    pub(crate) fn read_text(&self, at: usize) -> Option<String> {
        let bytes = self.body.get(at + 4..(at + 4).checked_add(2 * self.read_number(at)? as usize)?)?;
        Some(UTF_16LE.decode_without_bom_handling(bytes).0.into_owned())
    }

    /// Whether a counted text that begins in the body also ends in it.
    pub(crate) fn has_text(&self, at: usize) -> bool {
        self.read_number(at).is_some_and(|count| self.has_bytes(at + 4 + 2 * count as usize))
    }
}

/// Hands out all records of a part, in order.
pub(crate) fn for_each<'a>(
    mut bytes: &'a [u8],
    mut take: impl FnMut(Biff12Record<'a>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    while !bytes.is_empty() {
        let record = read_first(bytes).ok_or_else(|| Refusal::damaged("breaks off in the middle of a record"))?;
        if record.body.len() > limits::XLSB_RECORD_BYTES {
            return Err(Refusal::hostile("has a record of more than 1 MiB"));
        }
        bytes = &bytes[record.whole.len()..];
        take(record)?;
    }
    Ok(())
}

fn read_first(bytes: &[u8]) -> Option<Biff12Record<'_>> {
    let (kind, head) = read_packed(bytes, 2)?;
    let (length, count) = read_packed(&bytes[head..], 4)?;
    let end = (head + count).checked_add(length)?;
    Some(Biff12Record { kind: kind as u16, body: bytes.get(head + count..end)?, whole: &bytes[..end] })
}

/// A number in groups of seven bits, and how many bytes it takes.
fn read_packed(bytes: &[u8], longest: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.iter().take(longest).enumerate() {
        value |= usize::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 || place + 1 == longest {
            return Some((value, place + 1));
        }
    }
    None
}

/// The refusal for a record that has fewer bytes than the reader takes of it, or too many.
pub(crate) fn refuse_short() -> Refusal {
    Refusal::damaged("has a record of the wrong length")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_one_and_more_bytes() {
        let long = [&[0x9C, 0x01, 0x80, 0x01][..], &[7; 128][..]].concat();
        let record = read_first(&long).unwrap();
        assert_eq!((record.kind, record.body.len(), record.whole.len()), (0x9C, 128, 132));
        assert!(read_first(&long[..100]).is_none());
        assert!(read_first(&[0x9C]).is_none());
    }
}
