//! What the forms of a model say in no other language than English.

use crate::failure::Failure;
use crate::model_text::ModelText;
use crate::session::Session;
use sg3_language::{Language, UnlikeTerm, find_unlike_terms, find_untranslated};

/// Texts of a model's forms without a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// Catalogue name or path of the model.
    pub model: String,
    /// Each of them, in English.
    pub texts: Vec<String>,
    /// Those that are terms of the glossary and have other words there.
    pub unlike: Vec<UnlikeTerm>,
}

impl Session<'_> {
    /// The texts without a translation of every model of a library of this session that has one beside it, by the position of the
    /// library: with each, the language. A model that is wrong has none.
    pub fn untranslated_of_library(&mut self, library: usize) -> Result<Vec<(String, Untranslated)>, Failure> {
        let mut found = Vec::new();
        for (name, language) in self.files.libraries.all[library].translated_models() {
            let Some(text) = self.files.model_of_library(library, &name) else { continue };
            // what is wrong with the model is told with its cases
            let before = self.diagnostics.clone();
            let untranslated = self.untranslated_texts(&text, &[], &language)?;
            self.diagnostics = before;
            found.extend(untranslated.map(|untranslated| (language, untranslated)));
        }
        Ok(found)
    }

    /// Lists the texts of a model's forms that have no translation, also by files of translations; nothing if the model is wrong.
    pub fn untranslated(
        &mut self,
        model: &str,
        translations: &[String],
        language: &str,
    ) -> Result<Option<Untranslated>, Failure> {
        let text = self.files.model(model)?;
        self.untranslated_texts(&text, translations, language)
    }

    fn untranslated_texts(
        &mut self,
        text: &ModelText,
        translations: &[String],
        language: &str,
    ) -> Result<Option<Untranslated>, Failure> {
        let Some(model) = self.check(text) else { return Ok(None) };
        let translations = self.files.translations(&text.name, translations)?;
        Language::of(language, &translations).map_err(Failure::new)?;
        let texts = find_untranslated(&model, language, &translations);
        let unlike = find_unlike_terms(&model, language, &translations);
        Ok(Some(Untranslated { model: model.name, texts, unlike }))
    }
}
