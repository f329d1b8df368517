//! Files that begin: each where none is, and none unless all can be.

use super::disk::{reason, write_new};
use sg3_session::{Failure, NewFile};
use std::fs::create_dir_all;
use std::path::Path;

/// Writes the files and makes the folders, whose names end in a slash. Nothing is written if one of the files is there already, and
/// one that somebody else writes in the meantime is left as it is.
pub(crate) fn create_files(files: &[NewFile]) -> Result<(), Failure> {
    files.iter().filter(|file| !is_folder(file)).try_for_each(|file| refuse_existing(&file.path))?;
    for file in files {
        create(file).map_err(|error| Failure::new(format!("`{}` cannot be written: {}", file.path, reason(&error))))?;
    }
    Ok(())
}

/// Whether a folder is meant.
pub(crate) fn is_folder(file: &NewFile) -> bool {
    file.path.ends_with('/')
}

fn refuse_existing(path: &str) -> Result<(), Failure> {
    // also a link that leads nowhere is somebody's
    if Path::new(path).symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Failure::new(format!("refusing to overwrite `{path}`: it already exists"))
        .help("choose another name, or move the existing file first; nothing was written"))
}

fn create(file: &NewFile) -> Result<(), std::io::Error> {
    if is_folder(file) {
        return create_dir_all(&file.path);
    }
    let path = Path::new(&file.path);
    path.parent().map_or(Ok(()), create_dir_all)?;
    write_new(path, file.text.as_bytes())
}
