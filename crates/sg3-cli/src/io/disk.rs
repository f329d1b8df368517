//! Files on a disk and the clock of the machine: what a session asks of the world outside it.

use sg3_session::{Failure, Outside};
use std::fs::File;
use std::io::{Error, ErrorKind, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use tempfile::NamedTempFile;

/// Days from that on which spreadsheets begin to count to that on which clocks do.
const EPOCH: f64 = 25_569.0;
const SECONDS_OF_A_DAY: u64 = 86_400;

/// The disk of the machine.
pub(crate) struct Disk;

impl Outside for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        std::fs::read(path).map_err(|error| unreadable(path, &error))
    }

    fn list(&self, folder: &str) -> Result<Option<Vec<String>>, Failure> {
        if !Path::new(folder).is_dir() {
            return Ok(None);
        }
        list_folder(folder).map(Some).map_err(|error| unreadable(folder, &error))
    }

    /// A file is never visible in part: it is written beside its place first, then renamed.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        if path.ends_with(['/', '\\']) {
            let made = std::fs::create_dir_all(path);
            return made.map_err(|error| Failure::new(format!("`{path}` cannot be created: {}", reason(&error))));
        }
        let written = write_beside(Path::new(path), bytes);
        written.map_err(|error| Failure::new(format!("`{path}` cannot be written: {}", reason(&error))))
    }

    /// In universal time.
    fn today(&self) -> String {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs());
        sg3_lang::day::write((seconds / SECONDS_OF_A_DAY) as f64 + EPOCH)
    }
}

fn list_folder(folder: &str) -> Result<Vec<String>, Error> {
    std::fs::read_dir(folder)?.map(|entry| Ok(listed_name(&entry?.path()))).collect()
}

/// The name in its folder; that of a folder ends in `/`.
fn listed_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if path.is_dir() { name + "/" } else { name }
}

fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    begin_beside(path, bytes)?.persist(path).map(|_| ()).map_err(|error| error.error)
}

/// The same where no file is: one that is there stays as it is, even if it has come a moment ago.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    begin_beside(path, bytes)?.persist_noclobber(path).map(|_| ()).map_err(|error| error.error)
}

fn begin_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile<File>, Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".sg3-").make_in(folder, |path| File::create_new(path))?;
    file.write_all(bytes)?;
    Ok(file)
}

fn unreadable(path: &str, error: &Error) -> Failure {
    Failure::new(format!("`{path}` cannot be read: {}", reason(error)))
}

/// The same words on every system for what happens most.
pub(super) fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::AlreadyExists => "it already exists".to_owned(),
        _ => error.to_string(),
    }
}
