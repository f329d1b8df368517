//! Files that a command may not write over: those that it reads, and those that people fill.

use crate::trouble::Trouble;
use std::path::Path;

/// Refuses to write over a file, or into a folder, that is read.
pub fn read<'p>(output: &str, read: impl IntoIterator<Item = &'p String>) -> Result<(), Trouble> {
    let place = std::fs::canonicalize(output).ok();
    let is_it = |path: &&String| place.is_some() && std::fs::canonicalize(path).ok() == place;
    match read.into_iter().find(is_it) {
        None => Ok(()),
        Some(_) => {
            Err(Trouble::new(format!("`{output}` is read, and would be written over"))
                .help("name another file after `-o`"))
        }
    }
}

/// Refuses to write what people are to fill where a file is: it may be one that somebody has filled.
pub fn filled(output: &str, what: &str) -> Result<(), Trouble> {
    match Path::new(output).is_file() {
        false => Ok(()),
        true => Err(Trouble::new(format!("`{output}` is there already, and {what} would take its place"))
            .help("name another file after `-o`; if nobody needs the old one, delete it first")),
    }
}
