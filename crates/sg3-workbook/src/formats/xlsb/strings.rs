//! The shared strings of a binary workbook.

use super::records;
use super::records::refuse_short;
use crate::limits;
use crate::refusal::Refusal;

const STRING: u16 = 0x0013;
/// Announces how many strings there are.
const COUNT: u16 = 0x009F;

/// Checks the shared strings.
pub(crate) fn check_strings(part: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let mut count = 0;
    records::for_each(bytes, |record| {
        count += u64::from(record.kind == STRING);
        match record.kind {
            STRING if !record.has_text(1) => Err(refuse_short()),
            COUNT if !record.has_bytes(8) => Err(refuse_short()),
            _ if count > limits::STRINGS => {
                Err(Refusal::too_large(format!("contains more than {} strings", limits::STRINGS)))
            }
            _ => Ok(()),
        }
    })
    .map_err(|refusal| refusal.in_part(part))
}
