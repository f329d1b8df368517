//! One record after another, with its continuations.

use crate::refusal::Refusal;

/// One record.
pub(crate) struct Record<'a> {
    pub kind: u16,
    pub body: &'a [u8],
    /// What follows because a record holds 8 KiB only.
    pub more: Vec<&'a [u8]>,
    /// Where the record begins in the bytes that are walked.
    pub at: usize,
}

/// Walks a stream.
pub(crate) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
}

const CONTINUED: u16 = 0x003C;

/// The reader moves all continuations up each time it takes one, so their number is bounded; these hold 128 MiB.
const MOST: usize = 16_384;

impl<'a> Records<'a> {
    pub fn of(bytes: &'a [u8]) -> Records<'a> {
        Records { bytes, at: 0 }
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let body = self.at + 4;
        let end = body + usize::from(word(self.bytes, self.at + 2)?);
        let record = (word(self.bytes, self.at)?, self.bytes.get(body..end)?);
        self.at = end;
        Some(record)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let at = self.at;
        let Some((kind, body)) = self.one() else {
            self.at = self.bytes.len();
            return Some(Err(Refusal::damaged("the workbook breaks off in the middle of a record")));
        };
        let mut more = Vec::new();
        while word(self.bytes, self.at) == Some(CONTINUED) && more.len() <= MOST {
            more.extend(self.one().map(|(_, body)| body).or_else(|| {
                self.at = self.bytes.len();
                None
            }));
        }
        if more.len() > MOST {
            return Some(Err(Refusal::hostile("a record of the workbook is continued without end")));
        }
        Some(Ok(Record { kind, body, more, at }))
    }
}

/// A number of two bytes.
pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
