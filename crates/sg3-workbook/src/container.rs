//! What holds the parts of a workbook together: zip files and compound files, examined before any part is unpacked.

pub(crate) mod archive;
pub(crate) mod compound;
pub(crate) mod file_type;
pub(crate) mod little_endian;
pub(crate) mod part;
pub(crate) mod read_ahead;
pub(crate) mod shared_bytes;
pub(crate) mod unicode;
