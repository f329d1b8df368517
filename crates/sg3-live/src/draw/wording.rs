//! What people read, in the language of the workbook. Everything here is drawn from English words, which are keys.

use super::canvas::Canvas;
use super::translated_formula::translate_formula;
use crate::book::stored_layout::PAGES;

impl Canvas<'_> {
    /// Words of the workbook itself; in two languages side by side.
    pub(super) fn translate(&self, english: &str) -> String {
        self.material.language.translate(english)
    }

    /// The same in one language: what formulas compare, and what has no room for two.
    pub(super) fn translate_briefly(&self, english: &str) -> String {
        self.material.language.translate_briefly(english)
    }

    /// Sentences, each on its own.
    pub(super) fn translate_sentences(&self, english: &str) -> String {
        self.material.language.translate_sentences(english)
    }

    /// A unit.
    pub(super) fn translate_unit(&self, english: &str) -> String {
        self.material.language.translate_unit(english)
    }

    /// The name on the tab of a sheet. Those of blocks are called after headings of the model, which is in the language already.
    pub(super) fn sheet_name(&self, name: &str) -> String {
        if PAGES.contains(&name) { self.translate_briefly(name) } else { name.to_owned() }
    }

    /// A formula with its words and the names of the sheets that it reads.
    pub(super) fn translate_formula(&self, text: &str) -> String {
        translate_formula(self.material.language, text)
    }
}
