//! What the forms of a model say in no other language than English.

use crate::failure::Failure;
use crate::session::Session;
use sg3_form::{Language, language};

/// Texts of a model's forms without a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// Catalogue name or path of the model.
    pub model: String,
    /// Each of them, in English.
    pub texts: Vec<String>,
}

impl Session<'_> {
    /// Lists the texts of a model's forms that have no translation, also by files of translations; nothing if the model is wrong.
    pub fn untranslated(
        &mut self,
        model: &str,
        translations: &[String],
        language: &str,
    ) -> Result<Option<Untranslated>, Failure> {
        let text = self.files.model(model)?;
        let Some(model) = self.check(&text) else { return Ok(None) };
        let translations = self.files.translations(&text.name, translations)?;
        Language::of(language, &translations).map_err(Failure::new)?;
        let texts = language::find_untranslated(&model, language, &translations);
        Ok(Some(Untranslated { model: model.name, texts }))
    }
}
