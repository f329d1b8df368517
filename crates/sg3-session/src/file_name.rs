//! Names of files, taken apart by their letters alone.

use std::path::Path;

/// The name without folder and ending.
pub(crate) fn stem(name: &str) -> String {
    Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The name without folder; of a folder, with the slash at its end.
pub(crate) fn file_name(name: &str) -> String {
    let whole = name.trim_end_matches(['/', '\\']);
    let last = whole.rsplit(['/', '\\']).next().unwrap_or(whole);
    if whole.len() < name.len() { format!("{last}/") } else { last.to_owned() }
}

/// The ending in small letters, without its dot.
pub(crate) fn extension(name: &str) -> Option<String> {
    Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase())
}

/// The name of a file in a folder.
pub(crate) fn join(folder: &str, name: &str) -> String {
    Path::new(folder).join(name).to_string_lossy().into_owned()
}

/// The folder that a file is in; nothing before a name alone.
pub(crate) fn folder_of(name: &str) -> String {
    folders_above(name).next().unwrap_or_default()
}

/// The folder that a file is in, and every folder above it.
pub(crate) fn folders_above(name: &str) -> impl Iterator<Item = String> {
    Path::new(name).ancestors().skip(1).map(|folder| folder.to_string_lossy().into_owned())
}

/// Whether a name is written as that of a folder.
pub(crate) fn is_written_as_folder(name: &str) -> bool {
    name.ends_with(['/', '\\'])
}

/// Whether a document is about its folder rather than a model: a name without small letters, such as `README`.
pub(crate) fn is_page(stem: &str) -> bool {
    !file_name(stem).contains(|letter: char| letter.is_lowercase())
}

/// `fr` of `africa.fr.toml`.
pub(crate) fn language_code(name: &str) -> Option<String> {
    let (_, language) = name.strip_suffix(".toml")?.rsplit_once('.')?;
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|letter| letter.is_ascii_lowercase());
    is_code.then(|| language.to_owned())
}
