//! The only place that opens files, reads the clock and prints.

mod disk;
mod embedded;
pub(crate) mod overwrite;
pub(crate) mod terminal;

pub(crate) use disk::Disk;
pub(crate) use embedded::catalogue;
