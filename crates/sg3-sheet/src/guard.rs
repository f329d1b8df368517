//! The front door: bytes of any origin become bytes that a workbook reader can be trusted with, or a [`Refusal`].
//!
//! A reader that asks for 500 GB is ended by the system, and nothing in the process can catch that; so everything that makes one
//! allocate, wrap or loop is looked for first. The reader never sees the file itself: it gets a clean copy that holds only the
//! parts it reads, each examined byte by byte. Sheets and strings of .xlsx it does not get at all: their cells are taken along while
//! they are examined. Nothing here knows what a cell means; see [`cells`](crate::cells) for that.

mod ahead;
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
mod sheet;
mod texts;
mod xls;
mod xlsb;
pub(crate) mod xml;

pub(crate) use kind::Format;
pub(crate) use notes::{Notes, SheetNotes};
pub(crate) use part::key as part_key;
pub(crate) use sheet::{HeldCell, HeldFormula, Holds, SheetCells};
pub(crate) use texts::Texts;
pub(crate) use xlsb::sheet_list;

use crate::Refusal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A workbook that may be read.
pub(crate) struct Cleared {
    /// Which reader it is for.
    pub format: Format,
    /// The clean copy.
    pub bytes: Bytes,
    /// What was seen on the way that the reader does not tell.
    pub notes: Notes,
    /// What was taken on the way and the reader does not get; of .xlsx only.
    pub taken: Taken,
}

/// Cells and strings by the key of their part.
#[derive(Default)]
pub(crate) struct Taken {
    pub sheets: BTreeMap<String, SheetCells>,
    pub strings: BTreeMap<String, Texts>,
}

/// Bytes that several readers share without copying.
#[derive(Clone, Default)]
pub(crate) struct Bytes(Arc<Vec<u8>>);

impl Bytes {
    pub fn new(bytes: Vec<u8>) -> Bytes {
        Bytes(Arc::new(bytes))
    }
}

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
    match kind::container(&bytes)? {
        kind::Container::Zip => copy::zip(bytes),
        kind::Container::Compound => {
            let (bytes, notes) = xls::clear(&bytes)?;
            Ok(Cleared { format: Format::Xls, bytes: Bytes::new(bytes), notes, taken: Taken::default() })
        }
    }
}
