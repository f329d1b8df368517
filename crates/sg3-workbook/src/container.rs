//! What holds the parts of a workbook together: zip files and compound files, examined before any part is unpacked.

pub(crate) mod ahead;
pub(crate) mod compound;
pub(crate) mod entries;
pub(crate) mod kind;
pub(crate) mod part;
