//! One library of models: its documents with their synonyms and translations as texts, and what its file says of it.

mod description;
mod folder;

pub use description::Sample;
pub(crate) use description::{DESCRIPTION, read_description};
pub(crate) use folder::{DOCUMENTS, edition_around};

use crate::failure::Failure;
use crate::file_name::{extension, is_page, language_code};
use sg3_lang::model::LibraryEdition;
use std::borrow::Cow;

/// Synonyms of a library are the files of this folder.
const SYNONYMS: &str = "synonyms/";

/// A library: texts by their paths, whose parts are divided by `/`.
///
/// ```
/// let catalogue = sg3_session::ModelLibrary::of([("tour/mobile.md".to_owned(), "# Mobile".into())]);
/// assert_eq!(catalogue.models(), ["tour/mobile"]);
/// assert_eq!(catalogue.model("tour/mobile"), Some("# Mobile"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct ModelLibrary {
    /// What it says of itself; nothing if the texts have no such file.
    pub edition: Option<LibraryEdition>,
    /// Figures on which its models are tried.
    pub samples: Vec<Sample>,
    /// The folder that it was read from, as typed; nothing for one that comes with the program.
    pub folder: Option<String>,
    texts: Vec<(String, Cow<'static, str>)>,
}

impl ModelLibrary {
    /// The texts; of translations, later ones win.
    pub fn of(texts: impl IntoIterator<Item = (String, Cow<'static, str>)>) -> ModelLibrary {
        ModelLibrary { texts: texts.into_iter().collect(), ..ModelLibrary::default() }
    }

    /// The same, described by the text of a file `library.toml`, which `path` names in messages.
    pub fn described(self, text: &str, path: &str) -> Result<ModelLibrary, Failure> {
        let (edition, samples) = description::read_description(text, path)?;
        Ok(ModelLibrary { edition: Some(edition), samples, ..self })
    }

    /// Names of the models, in alphabetical order.
    pub fn models(&self) -> Vec<&str> {
        let stems = self.texts.iter().filter_map(|(path, _)| path.strip_suffix(".md"));
        let mut names: Vec<&str> = stems.filter(|name| !is_page(name)).collect();
        names.sort_unstable();
        names
    }

    /// The text of a model.
    pub fn model(&self, name: &str) -> Option<&str> {
        let (_, text) = self.texts.iter().find(|(path, _)| path.strip_suffix(".md") == Some(name))?;
        (!is_page(name)).then_some(text)
    }

    /// What messages call it.
    pub(crate) fn title(&self) -> String {
        self.edition.as_ref().map_or_else(|| "the catalogue".to_owned(), ToString::to_string)
    }

    /// Tables of synonyms by path, one for each language.
    pub(crate) fn synonyms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter(|(path, _)| is_table_of_synonyms(path)).map(|(path, text)| (&**path, &**text))
    }

    /// Tables of translations by path, with the language into which each translates.
    pub(crate) fn translations(&self) -> impl Iterator<Item = (&str, String, &str)> {
        self.texts.iter().filter_map(|(path, text)| Some((&**path, language_code(path)?, &**text)))
    }

    /// The languages into which each model is translated by a file beside it: `retail/tariff` and `fr` for `retail/tariff.fr.toml`.
    pub(crate) fn translated_models(&self) -> Vec<(String, String)> {
        let beside = self.translations().filter_map(|(path, language, _)| {
            let model = path.strip_suffix(&format!(".{language}.toml"))?;
            self.model(model).map(|_| (model.to_owned(), language))
        });
        let mut beside: Vec<(String, String)> = beside.collect();
        beside.sort();
        beside
    }
}

/// Files of folders within the folder are not tables of their own.
fn is_table_of_synonyms(path: &str) -> bool {
    let name = path.strip_prefix(SYNONYMS);
    name.is_some_and(|name| !name.contains('/')) && extension(path).as_deref() == Some("csv")
}
