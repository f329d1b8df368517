//! The catalogue of models that travels inside the binary.

use include_dir::{Dir, include_dir};
use sg3_session::Catalogue;
use std::borrow::Cow;

static MODELS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../models");

/// The catalogue, with everything that stands in the folder of models.
pub(crate) fn catalogue() -> Catalogue {
    let mut texts = Vec::new();
    collect(&MODELS, &mut texts);
    Catalogue::of(texts)
}

fn collect(folder: &Dir<'static>, texts: &mut Vec<(String, Cow<'static, str>)>) {
    for file in folder.files() {
        if let Some(text) = file.contents_utf8() {
            texts.push((file.path().to_string_lossy().replace('\\', "/"), Cow::Borrowed(text)));
        }
    }
    folder.dirs().for_each(|inner| collect(inner, texts));
}
