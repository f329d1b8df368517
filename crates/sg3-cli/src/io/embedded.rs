//! The catalogue of models that travels inside the binary, and the libraries that the user names besides.

use super::disk::Disk;
use include_dir::{Dir, include_dir};
use sg3_session::{Failure, Libraries, ModelLibrary};
use std::borrow::Cow;

static MODELS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../models");
const DESCRIPTION: &str = include_str!("../../../../library.toml");

/// The libraries of these folders, then the catalogue, unless one of them is another edition of it.
pub(crate) fn open_libraries(folders: &[String]) -> Result<Libraries, Failure> {
    let mut all: Vec<ModelLibrary> = Vec::new();
    for folder in folders {
        let library = ModelLibrary::open(&Disk, folder)?;
        if let Some(other) = all.iter().find(|other| title(other) == title(&library)) {
            let other = other.folder.as_deref().unwrap_or_default();
            let message = format!("`{other}` and `{folder}` are both the library `{}`", title(&library));
            return Err(
                Failure::new(message).help("name one of them; two editions cannot be told apart by their title")
            );
        }
        all.push(library);
    }
    let catalogue = catalogue()?;
    if all.iter().all(|library| title(library) != title(&catalogue)) {
        all.push(catalogue);
    }
    Ok(Libraries { all })
}

/// The catalogue, with everything that stands in the folder of models.
fn catalogue() -> Result<ModelLibrary, Failure> {
    let mut texts = Vec::new();
    collect(&MODELS, &mut texts);
    ModelLibrary::of(texts).described(DESCRIPTION, "library.toml")
}

fn title(library: &ModelLibrary) -> &str {
    library.edition.as_ref().map_or("", |edition| &edition.title)
}

fn collect(folder: &Dir<'static>, texts: &mut Vec<(String, Cow<'static, str>)>) {
    for file in folder.files() {
        if let Some(text) = file.contents_utf8() {
            texts.push((file.path().to_string_lossy().replace('\\', "/"), Cow::Borrowed(text)));
        }
    }
    folder.dirs().for_each(|inner| collect(inner, texts));
}
