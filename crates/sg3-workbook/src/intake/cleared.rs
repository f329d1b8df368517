//! What the intake hands on.

use crate::bytes::Bytes;
use crate::container::kind::Format;
use crate::formats::xlsx::held::SheetCells;
use crate::notes::Notes;
use crate::texts::Texts;
use std::collections::BTreeMap;

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
