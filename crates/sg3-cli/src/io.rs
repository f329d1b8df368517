//! The only place that opens files, reads the clock and prints.
#![expect(clippy::disallowed_methods, reason = "this is the world outside: a session reaches it by four calls")]

pub(crate) mod create;
mod disk;
mod embedded;
pub(crate) mod overwrite;
pub(crate) mod terminal;

pub(crate) use disk::Disk;
pub(crate) use embedded::open_libraries;
