//! What the intake hands on.

use crate::container::file_type::Format;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::xlsx::sheet_cells::ExtractedParts;
use crate::notes::Notes;

/// A workbook that may be read.
pub(crate) struct CleanWorkbook {
    /// Which reader it is for.
    pub(crate) format: Format,
    /// The clean copy.
    pub(crate) copy: SharedBytes,
    /// What was seen on the way that the reader does not tell.
    pub(crate) notes: Notes,
    /// What was taken on the way and the reader does not get; of .xlsx only.
    pub(crate) extracted: ExtractedParts,
}
