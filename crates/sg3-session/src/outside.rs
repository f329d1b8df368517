//! The four calls by which a session reaches what is outside it.

use crate::failure::Failure;

/// Where files are and which day it is: a disk and a clock, the memory of a browser page, or a test.
///
/// Names are what the user types; names of folders that come from here end in `/`.
pub trait Outside {
    /// All bytes of a file.
    fn read(&self, name: &str) -> Result<Vec<u8>, Failure>;

    /// The names in a folder, in any order; nothing if this is no folder.
    fn list(&self, folder: &str) -> Result<Option<Vec<String>>, Failure>;

    /// Writes a file, whole or not at all. A name that ends in `/` is a folder, which is made if it is not there.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// The day, as `2025-06-30`.
    fn today(&self) -> String;
}
