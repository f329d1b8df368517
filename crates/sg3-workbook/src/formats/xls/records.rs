//! The records of an old Excel workbook: a kind, a length, and so many bytes; a long record goes on in continuations.

use crate::container::little_endian::read_u16;
use crate::limits;
use crate::refusal::Refusal;

/// The kind of record with which the front part or a sheet begins.
pub(crate) const BEGIN: u16 = 0x0809;
/// The kind of record with which it ends.
pub(crate) const END: u16 = 0x000A;
const CONTINUED: u16 = 0x003C;

/// A record and what continues it.
pub(crate) struct BiffRecord<'a> {
    pub(crate) kind: u16,
    pub(crate) body: &'a [u8],
    /// What follows because a record holds 8 KiB only.
    pub(crate) more: Vec<&'a [u8]>,
    /// Where the record begins in the bytes that are walked.
    pub(crate) at: usize,
}

/// The records of a stream, from its first byte on.
pub(crate) struct BiffRecords<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BiffRecords<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> BiffRecords<'a> {
        BiffRecords { bytes, at: 0 }
    }

    fn read_one(&mut self) -> Option<(u16, &'a [u8])> {
        let body = self.at + 4;
        let end = body + usize::from(read_u16(self.bytes, self.at + 2)?);
        let record = (read_u16(self.bytes, self.at)?, self.bytes.get(body..end)?);
        self.at = end;
        Some(record)
    }
}

impl<'a> Iterator for BiffRecords<'a> {
    type Item = Result<BiffRecord<'a>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let at = self.at;
        let Some((kind, body)) = self.read_one() else {
            self.at = self.bytes.len();
            return Some(Err(Refusal::damaged("the workbook breaks off in the middle of a record")));
        };
        let mut more = Vec::new();
        while read_u16(self.bytes, self.at) == Some(CONTINUED) && more.len() <= limits::XLS_CONTINUATIONS {
            match self.read_one() {
                Some((_, body)) => more.push(body),
                None => self.at = self.bytes.len(),
            }
        }
        if more.len() > limits::XLS_CONTINUATIONS {
            return Some(Err(Refusal::hostile("a record of the workbook is continued without end")));
        }
        Some(Ok(BiffRecord { kind, body, more, at }))
    }
}
