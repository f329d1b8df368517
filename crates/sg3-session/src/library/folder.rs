//! A library that is kept as a folder: `library.toml`, and in `models/` its documents, translations and synonyms.

use super::ModelLibrary;
use super::description::{DESCRIPTION, read_description};
use crate::failure::Failure;
use crate::file_name::{folders_above, join};
use crate::outside::Outside;
use sg3_lang::model::LibraryEdition;
use std::borrow::Cow;
use std::path::Path;

/// Folder of a library that holds its documents.
pub(crate) const DOCUMENTS: &str = "models";
/// Endings of the files that are read.
const ENDINGS: [&str; 3] = [".md", ".toml", ".csv"];
/// Names of documents have few parts; a folder that holds itself ends here.
const DEEPEST: usize = 8;

impl ModelLibrary {
    /// Reads the library of a folder.
    pub fn open(outside: &dyn Outside, folder: &str) -> Result<ModelLibrary, Failure> {
        let path = join(folder, DESCRIPTION);
        let names = outside.list(folder)?.ok_or_else(|| no_library(folder, "there is no such folder"))?;
        if !names.iter().any(|name| name == DESCRIPTION) {
            return Err(no_library(folder, "it has no file `library.toml`"));
        }
        let mut texts = Vec::new();
        collect_texts(outside, &join(folder, DOCUMENTS), "", &mut texts)?;
        texts.sort();
        let library = ModelLibrary { folder: Some(folder.to_owned()), ..ModelLibrary::of(texts) };
        library.described(&read_text(outside, &path)?, &path)
    }
}

fn collect_texts(
    outside: &dyn Outside,
    folder: &str,
    before: &str,
    texts: &mut Vec<(String, Cow<'static, str>)>,
) -> Result<(), Failure> {
    if before.matches('/').count() > DEEPEST {
        return Ok(());
    }
    let names = outside.list(folder)?.unwrap_or_default();
    for name in names.iter().filter(|name| !name.starts_with('.')) {
        let (path, name_within) = (join(folder, name), format!("{before}{name}"));
        if name.ends_with('/') {
            collect_texts(outside, &path, &name_within, texts)?;
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            texts.push((name_within, read_text(outside, &path)?.into()));
        }
    }
    Ok(())
}

/// The library that a document is of by where it lies: `west/library.toml` for `west/models/retail/tariff.md`.
pub(crate) fn edition_around(outside: &dyn Outside, document: &str) -> Result<Option<LibraryEdition>, Failure> {
    let models = folders_above(document).filter(|folder| Path::new(folder).ends_with(DOCUMENTS));
    for folder in models.filter_map(|models| folders_above(&models).next()) {
        let path = join(&folder, DESCRIPTION);
        if let Ok(bytes) = outside.read(&path) {
            let text = String::from_utf8(bytes).map_err(|_| not_text(&path))?;
            return read_description(&text, &path).map(|(edition, _)| Some(edition));
        }
    }
    Ok(None)
}

fn read_text(outside: &dyn Outside, path: &str) -> Result<String, Failure> {
    String::from_utf8(outside.read(path)?).map_err(|_| not_text(path))
}

fn not_text(path: &str) -> Failure {
    Failure::new(format!("`{path}` is not UTF-8 text")).help("save it as UTF-8")
}

fn no_library(folder: &str, reason: &str) -> Failure {
    let help = format!("`sg3 new --library {folder} --title TITLE --region REGION` starts one");
    Failure::new(format!("`{folder}` is not a library: {reason}")).help(help)
}
