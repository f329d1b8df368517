//! The language in which a person reads results, explanations, workbooks and messages.

use crate::failure::Failure;
use crate::session::Session;
use sg3_language::Language;

impl Session<'_> {
    /// Answers in a language from here on: `fr`, or two side by side. Of a model it is known only with the translations beside it.
    pub fn speak(&mut self, codes: &str) -> Result<(), Failure> {
        self.language = match Language::of(codes, &[]) {
            Ok(language) => language,
            // one in which a library has words and the program has none
            Err(_) => Language::of(codes, &self.files.translations("", &[])?).map_err(Failure::new)?,
        };
        Ok(())
    }

    /// The language with the words of a model.
    pub fn learn_words_of(&mut self, model: &str) -> Result<(), Failure> {
        let Some(codes) = self.language.codes() else { return Ok(()) };
        let translations = self.files.translations(model, &[])?;
        self.language = Language::of(&codes, &translations).map_err(Failure::new)?;
        Ok(())
    }
}
