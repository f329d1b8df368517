//! The front door: bytes of any origin become bytes that a workbook reader can be trusted with, or a [`Refusal`].
//!
//! A reader that asks for 500 GB is ended by the system, and nothing in the process can catch that; so everything that makes one
//! allocate, wrap or loop is looked for first. The reader never sees the file itself: it gets a clean copy that holds only the
//! parts it reads, each examined byte by byte. Sheets and strings of .xlsx it does not get at all: their cells are taken along while
//! they are examined. Nothing here knows what a cell means; see [`workbook`](crate::workbook) for that.
//!
//! What is too much stands in [`limits`], what was seen in passing in [`notes`](crate::notes).

pub(crate) mod clean_copy;
pub(crate) mod clean_workbook;
pub(crate) mod expand;

use crate::container::file_type;
use crate::container::file_type::{Container, Format};
use crate::container::shared_bytes::SharedBytes;
use crate::formats::xls::examine::clean_compound;
use crate::formats::xlsx::sheet_cells::ExtractedParts;
use crate::limits;
use crate::refusal::Refusal;
use clean_workbook::CleanWorkbook;

/// Examines a file and makes the clean copy of it.
pub(crate) fn admit(bytes: Vec<u8>) -> Result<CleanWorkbook, Refusal> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::too_large(format!(
            "the file has {} MiB; {} are read",
            bytes.len() >> 20,
            limits::FILE_BYTES >> 20
        )));
    }
    match file_type::detect_container(&bytes)? {
        Container::Zip => clean_copy::clean_archive(bytes),
        Container::Compound => {
            let (copy, notes) = clean_compound(&bytes)?;
            let copy = SharedBytes::new(copy);
            Ok(CleanWorkbook { format: Format::Xls, copy, notes, extracted: ExtractedParts::default() })
        }
    }
}
