//! Files that a command may not write over: those that it reads, and those that people fill.

use crate::trouble::Trouble;
use std::fs::{canonicalize, read_dir};
use std::path::Path;

/// Refuses to write over a file or folder that is read, or into the folder of one.
pub fn read<'p>(output: &str, read: impl IntoIterator<Item = &'p String>) -> Result<(), Trouble> {
    let Ok(place) = canonicalize(output) else { return Ok(()) };
    let is_in_it = |path: &String| {
        canonicalize(path).is_ok_and(|read| read == place || (place.is_dir() && read.parent() == Some(&place)))
    };
    match read.into_iter().any(is_in_it) {
        false => Ok(()),
        true => Err(Trouble::new(format!("refusing to overwrite input file `{output}`"))
            .help("name another file or folder after `-o`")),
    }
}

/// Refuses to write what people are to fill where a file, or a folder with files, is: somebody may have filled it.
pub fn filled(output: &str, what: &str) -> Result<(), Trouble> {
    let has_files = read_dir(output).is_ok_and(|mut files| files.next().is_some());
    match Path::new(output).is_file() || has_files {
        false => Ok(()),
        true => Err(Trouble::new(format!("refusing to overwrite `{output}` with {what}: it already exists"))
            .help("name another file or folder after `-o`, or delete the existing one first")),
    }
}
