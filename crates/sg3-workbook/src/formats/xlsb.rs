//! Office Open XML with binary parts (.xlsb).

pub(crate) mod examine;
pub(crate) mod read;
pub(crate) mod records;
