//! Which models a person looks for.

use crate::failure::Failure;
use crate::session::Session;
use sg3_lang::{Model, Provenance};
use sg3_language::{Translation, list_words};

/// What is asked of a model; what is left blank asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct ModelQuery {
    /// The regional group whose it is.
    pub group: Option<String>,
    /// A Recommendation that it follows.
    pub recommendation: Option<String>,
    /// What the field calls its method.
    pub method: Option<String>,
    /// Words of it, in any language: all of them occur.
    pub words: Vec<String>,
}

/// A model of a library.
#[derive(Debug, Clone)]
pub struct ListedModel {
    /// Its name in the library.
    pub name: String,
    /// The model itself; nothing of one that has errors.
    pub model: Option<Model>,
}

impl Session<'_> {
    /// The models of a library of this session, by the position of the library, that are what is looked for; where a group is asked
    /// for, its own before those of all groups.
    pub fn search_models(&mut self, library: usize, query: &ModelQuery) -> Result<Vec<ListedModel>, Failure> {
        let translations = self.files.translations("", &[])?;
        let mut found = Vec::new();
        for text in self.files.models_of_library(library) {
            let model = self.check(&text);
            if query.matches(&text.name, &text.text, model.as_ref(), &translations) {
                found.push(ListedModel { name: text.name, model });
            }
        }
        if query.group.is_some() {
            found.sort_by_key(|listed| listed.model.as_ref().is_some_and(|model| model.provenance.is_of_all()));
        }
        Ok(found)
    }
}

impl ModelQuery {
    /// Whether anything is asked.
    pub fn is_asked(&self) -> bool {
        let ModelQuery { group, recommendation, method, words } = self;
        !words.is_empty() || [group, recommendation, method].iter().any(|wanted| wanted.is_some())
    }

    /// Whether a model is what is looked for; one with errors is known by its name and text alone.
    fn matches(&self, name: &str, text: &str, model: Option<&Model>, translations: &[Translation]) -> bool {
        let unknown = Provenance::default();
        let provenance = model.map_or(&unknown, |model| &model.provenance);
        self.group.iter().all(|group| provenance.is_of_group(group))
            && self.recommendation.iter().all(|wanted| names(&provenance.recommendations, wanted))
            && self.method.iter().all(|wanted| names(&provenance.methods, wanted))
            && (self.words.is_empty() || self.has_words(name, text, model, translations))
    }

    fn has_words(&self, name: &str, text: &str, model: Option<&Model>, translations: &[Translation]) -> bool {
        let own = [name.to_owned(), text.to_owned()];
        let translated = model.map(|model| list_words(model, translations)).unwrap_or_default();
        let all: Vec<String> = own.into_iter().chain(translated).map(|words| words.to_lowercase()).collect();
        self.words.iter().all(|word| all.iter().any(|words| words.contains(&word.to_lowercase())))
    }
}

/// Whether one of several names has the letters that are asked for: `D.600` of `D.600R (10/2000)`.
fn names(all: &[String], wanted: &str) -> bool {
    all.iter().any(|name| name.to_lowercase().contains(&wanted.to_lowercase()))
}
