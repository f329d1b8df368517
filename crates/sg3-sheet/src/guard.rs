//! The front door: bytes of any origin become bytes that a workbook reader can be trusted with, or a [`Refusal`].
//!
//! A reader that asks for 500 GB is ended by the system, and nothing in the process can catch that; so everything that makes one
//! allocate, wrap or loop is looked for first. The reader never sees the file itself: it gets a clean copy that holds only the
//! parts it reads, each examined byte by byte. Nothing here knows what a cell means; see [`cells`](crate::cells) for that.

mod biff;
mod compound;
mod copy;
mod entries;
mod kind;
pub(crate) mod limits;
mod notes;
mod ods;
mod part;
mod records;
mod xls;
mod xlsb;
pub(crate) mod xml;

pub(crate) use kind::Format;
pub(crate) use notes::{Notes, SheetNotes};
pub(crate) use part::key as part_key;
pub(crate) use xlsb::sheet_list;

use crate::Refusal;
use std::sync::Arc;

/// A workbook that may be read.
pub(crate) struct Cleared {
    /// Which reader it is for.
    pub format: Format,
    /// The clean copy.
    pub bytes: Bytes,
    /// What was seen on the way that the reader does not tell.
    pub notes: Notes,
}

/// Bytes that several readers share without copying.
#[derive(Clone, Default)]
pub(crate) struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Examines a file and makes the clean copy of it.
pub(crate) fn clear(bytes: Vec<u8>) -> Result<Cleared, Refusal> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::too_large(format!(
            "the file has {} MiB; {} are read",
            bytes.len() >> 20,
            limits::FILE_BYTES >> 20
        )));
    }
    let (format, (bytes, notes)) = match kind::container(&bytes)? {
        kind::Container::Zip => copy::zip(bytes)?,
        kind::Container::Compound => (Format::Xls, xls::clear(&bytes)?),
    };
    Ok(Cleared { format, bytes: Bytes(Arc::new(bytes)), notes })
}
