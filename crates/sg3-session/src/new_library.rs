//! A library to begin with: its description, its first page, and folders for what it is to hold.

use crate::failure::Failure;
use crate::file_name::join;
use crate::library::{DESCRIPTION, DOCUMENTS, read_description};
use crate::new_model::NewFile;
use toml::Value;

const LIBRARY: &str = include_str!("../templates/library.toml");
const README: &str = include_str!("../templates/README.md");
/// What a library says of its licence before anybody has decided.
const UNDECIDED: &str = "not decided yet";

/// The library that is wanted.
#[derive(Debug, Clone)]
pub struct NewLibrary<'r> {
    /// The folder in which it begins.
    pub folder: &'r str,
    /// What it is called.
    pub title: &'r str,
    /// For which countries it is meant.
    pub region: &'r str,
    /// Under which terms it may be used, if that is known.
    pub licence: Option<&'r str>,
}

/// The files of a new library; those whose names end in `/` are folders.
pub fn draft_library(wanted: &NewLibrary) -> Result<Vec<NewFile>, Failure> {
    let path = join(wanted.folder, DESCRIPTION);
    let facts =
        [("{title}", wanted.title), ("{region}", wanted.region), ("{licence}", wanted.licence.unwrap_or(UNDECIDED))];
    let description = facts.iter().fold(LIBRARY.to_owned(), |text, (fact, words)| {
        text.replacen(fact, &Value::String(words.trim().to_owned()).to_string(), 1)
    });
    // a title over two lines is refused before anything is written
    read_description(&description, &path)?;
    let readme = facts.iter().fold(README.to_owned(), |text, (fact, words)| text.replacen(fact, words.trim(), 1));
    let folder = |name: &str| NewFile { path: format!("{}/", join(wanted.folder, name)), text: String::new() };
    let readme = NewFile { path: join(wanted.folder, "README.md"), text: readme };
    Ok(vec![NewFile { path, text: description }, readme, folder(DOCUMENTS), folder("samples")])
}
