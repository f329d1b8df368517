//! The front door: bytes of any origin become bytes that a workbook reader can be trusted with, or a [`Refusal`].
//!
//! A reader that asks for 500 GB is ended by the system, and nothing in the process can catch that; so everything that makes one
//! allocate, wrap or loop is looked for first. The reader never sees the file itself: it gets a clean copy that holds only the
//! parts it reads, each examined byte by byte. Sheets and strings of .xlsx it does not get at all: their cells are taken along while
//! they are examined. Nothing here knows what a cell means; see [`cells`](crate::cells) for that.

pub(crate) mod cleared;
pub(crate) mod copy;

use crate::bytes::Bytes;
use crate::container::kind;
use crate::container::kind::Format;
use crate::formats::xls::examine;
use crate::limits;
use crate::refusal::Refusal;
use cleared::{Cleared, Taken};

/// Examines a file and makes the clean copy of it.
pub(crate) fn clear(bytes: Vec<u8>) -> Result<Cleared, Refusal> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::too_large(format!(
            "the file has {} MiB; {} are read",
            bytes.len() >> 20,
            limits::FILE_BYTES >> 20
        )));
    }
    match kind::container(&bytes)? {
        kind::Container::Zip => copy::zip(bytes),
        kind::Container::Compound => {
            let (bytes, notes) = examine::clear(&bytes)?;
            Ok(Cleared { format: Format::Xls, bytes: Bytes::new(bytes), notes, taken: Taken::default() })
        }
    }
}
