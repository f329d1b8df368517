//! Files that a command may not write over: those that it reads, and those that people fill.

use sg3_session::Failure;
use std::fs::{canonicalize, read_dir};
use std::path::Path;

/// Refuses to write over a file or folder that is read, or into the folder of one.
pub(crate) fn refuse_over_input<'p>(output: &str, inputs: impl IntoIterator<Item = &'p String>) -> Result<(), Failure> {
    let Ok(place) = canonicalize(output) else { return Ok(()) };
    if inputs.into_iter().any(|input| is_in(&place, input)) {
        return Err(Failure::new(format!("refusing to overwrite input file `{output}`"))
            .help("name another file or folder after `-o`"));
    }
    Ok(())
}

/// Whether a file is at a place itself, or in the folder that is there.
fn is_in(place: &Path, file: &str) -> bool {
    canonicalize(file).is_ok_and(|file| file == place || (place.is_dir() && file.parent() == Some(place)))
}

/// Refuses to write what people are to fill where a file, or a folder with files, is: somebody may have filled it.
pub(crate) fn refuse_over_filled(output: &str, what: &str) -> Result<(), Failure> {
    let has_files = read_dir(output).is_ok_and(|mut files| files.next().is_some());
    if Path::new(output).is_file() || has_files {
        return Err(Failure::new(format!("refusing to overwrite `{output}` with {what}: it already exists"))
            .help("name another file or folder after `-o`, or delete the existing one first"));
    }
    Ok(())
}
