//! The models that come with the program, with their synonyms and translations, as data: whoever makes a session has the texts.

use crate::file_name::{extension, language_code};
use std::borrow::Cow;

/// Synonyms of the catalogue are the files of this folder.
const SYNONYMS: &str = "synonyms/";

/// Texts by their paths, whose parts are divided by `/`.
///
/// ```
/// let catalogue = sg3_session::Catalogue::of([("tour/mobile.md".to_owned(), "# Mobile".into())]);
/// assert_eq!(catalogue.models(), ["tour/mobile"]);
/// assert_eq!(catalogue.model("tour/mobile"), Some("# Mobile"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    texts: Vec<(String, Cow<'static, str>)>,
}

impl Catalogue {
    /// The texts; of translations, later ones win.
    pub fn of(texts: impl IntoIterator<Item = (String, Cow<'static, str>)>) -> Catalogue {
        Catalogue { texts: texts.into_iter().collect() }
    }

    /// Names of the models, in alphabetical order.
    pub fn models(&self) -> Vec<&str> {
        let stems = self.texts.iter().filter_map(|(path, _)| path.strip_suffix(".md"));
        let mut names: Vec<&str> = stems.filter(|name| !is_readme(name)).collect();
        names.sort_unstable();
        names
    }

    /// The text of a model.
    pub fn model(&self, name: &str) -> Option<&str> {
        let (_, text) = self.texts.iter().find(|(path, _)| path.strip_suffix(".md") == Some(name))?;
        (!is_readme(name)).then_some(text)
    }

    /// Tables of synonyms by path, one for each language.
    pub(crate) fn synonyms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter(|(path, _)| is_table_of_synonyms(path)).map(|(path, text)| (&**path, &**text))
    }

    /// Tables of translations by path, with the language into which each translates.
    pub(crate) fn translations(&self) -> impl Iterator<Item = (&str, String, &str)> {
        self.texts.iter().filter_map(|(path, text)| Some((&**path, language_code(path)?, &**text)))
    }
}

/// Files of folders within the folder are not tables of their own.
fn is_table_of_synonyms(path: &str) -> bool {
    let name = path.strip_prefix(SYNONYMS);
    name.is_some_and(|name| !name.contains('/')) && extension(path).as_deref() == Some("csv")
}

fn is_readme(name: &str) -> bool {
    name.ends_with("README")
}
