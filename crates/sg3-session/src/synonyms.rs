//! The dictionary by which the labels of an operator's own files are understood.

use crate::failure::Failure;
use crate::files::Files;
use crate::library::ModelLibrary;
use sg3_lang::Diagnostics;
use sg3_mapping::Dictionary;

impl Files<'_> {
    /// The synonyms of the libraries, and more of the user's own.
    pub(crate) fn dictionary(&self, more: &[String], diagnostics: &mut Diagnostics) -> Result<Dictionary, Failure> {
        let mut dictionary = Dictionary::default();
        let tables = self.libraries.all.iter().rev().flat_map(ModelLibrary::synonyms);
        tables.for_each(|(name, text)| dictionary.add(name, text, diagnostics));
        for name in more {
            dictionary.add(name, &self.read_text(name)?, diagnostics);
        }
        Ok(dictionary)
    }
}
