//! Files of the user and texts of libraries, wherever they are.

use crate::failure::Failure;
use crate::file_name::{extension, is_written_as_folder, join, stem};
use crate::libraries::Libraries;
use crate::library::edition_around;
use crate::outside::Outside;
use sg3_lang::model::LibraryEdition;

/// What a session may read: what is outside it, and the libraries.
#[derive(Clone, Copy)]
pub struct Files<'o> {
    outside: &'o dyn Outside,
    /// The libraries that the user names, and the one that comes with the program.
    pub libraries: &'o Libraries,
}

impl<'o> Files<'o> {
    /// Reads by these four calls, and from these libraries.
    pub(crate) fn new(outside: &'o dyn Outside, libraries: &'o Libraries) -> Files<'o> {
        Files { outside, libraries }
    }

    /// The library that a document is of by where its file lies.
    pub(crate) fn edition_around(&self, document: &str) -> Result<Option<LibraryEdition>, Failure> {
        edition_around(self.outside, document)
    }

    /// All bytes of a file.
    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>, Failure> {
        self.outside.read(name)
    }

    /// Reads a file as text; a failure if it is not UTF-8.
    pub fn read_text(&self, path: &str) -> Result<String, Failure> {
        let text = String::from_utf8(self.read(path)?);
        text.map_err(|_| Failure::new(format!("`{path}` is not UTF-8 text")).help("save it as UTF-8"))
    }

    /// The CSV files of a folder, by their names without ending and in the order of these.
    pub(crate) fn read_csv_folder(&self, folder: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let Some(names) = self.list(folder)? else {
            // that it cannot be read as a file either says why
            return self.read(folder).map(|_| Vec::new());
        };
        let names = names.iter().filter(|name| !name.ends_with('/') && extension(name).as_deref() == Some("csv"));
        let texts = names.map(|name| Ok((stem(name), self.read(&join(folder, name))?)));
        let mut texts = texts.collect::<Result<Vec<_>, Failure>>()?;
        texts.sort();
        Ok(texts)
    }

    /// The names in a folder, those of folders with a `/` at the end; nothing if this is no folder.
    pub(crate) fn list(&self, folder: &str) -> Result<Option<Vec<String>>, Failure> {
        self.outside.list(folder)
    }

    /// Whether a name is that of a folder, or is written as one.
    pub(crate) fn is_folder(&self, name: &str) -> bool {
        is_written_as_folder(name) || !matches!(self.list(name), Ok(None))
    }

    /// Writes a file, whole or not at all.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.outside.write(name, bytes)
    }

    /// Writes files into a folder, which is made if it is not there. Its name ends in a slash.
    pub fn write_folder(&self, folder: &str, files: &[(String, String)]) -> Result<(), Failure> {
        self.write(folder, &[])?;
        files.iter().try_for_each(|(name, text)| self.write(&format!("{folder}{name}"), text.as_bytes()))
    }

    /// The day, as `2025-06-30`.
    pub(crate) fn today(&self) -> String {
        self.outside.today()
    }
}
