//! How long each shared string is. Every cell that shows one gets its own copy, so a long string and many small cells make much.

use super::records::BiffRecord;
use crate::container::little_endian::{read_u16, read_u32};
use crate::refusal::Refusal;

/// Bytes of each string, once it is UTF-8.
pub(crate) fn measure_strings(record: &BiffRecord<'_>) -> Result<Vec<u32>, Refusal> {
    let mut rest = Rest { body: record.body.get(8..).ok_or_else(refuse_cut)?, more: record.more.iter() };
    let mut lengths = Vec::new();
    while !rest.body.is_empty() || rest.go_to_next() {
        lengths.push(rest.measure_string()?);
    }
    Ok(lengths)
}

/// What is left of the record and its continuations.
struct Rest<'r, 'a> {
    body: &'a [u8],
    more: std::slice::Iter<'r, &'a [u8]>,
}

impl<'a> Rest<'_, 'a> {
    fn go_to_next(&mut self) -> bool {
        self.more.next().map(|body| self.body = body).is_some()
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Refusal> {
        let (taken, left) = self.body.split_at_checked(count).ok_or_else(refuse_cut)?;
        self.body = left;
        Ok(taken)
    }

    /// Letters, then the runs of rich text, then phonetic data; the first two bytes of head say how many of each.
    fn measure_string(&mut self) -> Result<u32, Refusal> {
        if self.body.is_empty() {
            return Ok(0);
        }
        let head = self.take(3)?;
        let letters = usize::from(read_u16(head, 0).ok_or_else(refuse_cut)?);
        let runs = if head[2] & 8 != 0 { usize::from(read_u16(self.take(2)?, 0).ok_or_else(refuse_cut)?) } else { 0 };
        let phonetic = if head[2] & 4 != 0 { read_length(self.take(4)?)? } else { 0 };
        self.skip_letters(letters, head[2] & 1 != 0)?;
        self.skip(4 * runs)?;
        self.skip(phonetic)?;
        Ok(3 * letters as u32)
    }

    /// The letters may go on in the next record, there with a new byte for their width.
    fn skip_letters(&mut self, mut count: usize, mut wide: bool) -> Result<(), Refusal> {
        while count > 0 {
            let size = if wide { 2 } else { 1 };
            let here = count.min(self.body.len() / size);
            self.take(here * size)?;
            count -= here;
            if count > 0 {
                if !self.go_to_next() {
                    return Err(refuse_cut());
                }
                wide = self.take(1)?[0] & 1 != 0;
            }
        }
        Ok(())
    }

    fn skip(&mut self, mut count: usize) -> Result<(), Refusal> {
        while count > 0 {
            if self.body.is_empty() && !self.go_to_next() {
                return Err(refuse_cut());
            }
            let here = count.min(self.body.len());
            self.take(here)?;
            count -= here;
        }
        Ok(())
    }
}

/// The reader takes these four bytes with a sign.
fn read_length(bytes: &[u8]) -> Result<usize, Refusal> {
    let number = read_u32(bytes, 0).ok_or_else(refuse_cut)?;
    usize::try_from(number as i32).map_err(|_| refuse_cut())
}

fn refuse_cut() -> Refusal {
    Refusal::damaged("the shared strings are cut off")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_may_go_on_in_the_next_record_with_letters_of_another_width() {
        let body = [&[0; 8][..], &[4, 0, 0], b"ab"].concat();
        let record =
            BiffRecord { kind: 0xFC, body: &body, more: vec![&[1, b'c', 0, b'd', 0, 2, 0, 0, b'x', b'y']], at: 0 };
        assert_eq!(measure_strings(&record).unwrap(), [12, 6]);
    }

    #[test]
    fn strings_that_are_not_there_are_damage() {
        let body = [&[0; 8][..], &[255, 255, 0], b"ab"].concat();
        let record = BiffRecord { kind: 0xFC, body: &body, more: vec![], at: 0 };
        assert_eq!(measure_strings(&record).unwrap_err().slug, "damaged-workbook");
    }
}
