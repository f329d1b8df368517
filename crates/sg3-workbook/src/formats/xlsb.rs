//! Office Open XML with binary parts (.xlsb).
//!
//! The reader reads past the end of short records into what the last one left behind, and walks the styles out of step; so lengths are
//! checked here, and of the list of sheets and the styles only the records that it needs are kept.

pub(crate) mod package;
pub(crate) mod read;
pub(crate) mod records;
pub(crate) mod sheet;
pub(crate) mod strings;
pub(crate) mod styles;
pub(crate) mod workbook;
