//! What people read, in the language of the workbook. Everything here is drawn from English words, which are keys.

use super::canvas::Canvas;
use super::translated_formula::{translate_format, translate_formula};
use crate::book::stored_layout::PAGES;
use crate::book::{Block, Role};

impl Canvas<'_> {
    /// Words of the workbook itself, as its tables have them; in two languages side by side. What the model says is in the language already.
    pub(super) fn translate(&self, english: &str) -> String {
        self.material.language.translate_label(english)
    }

    /// Words with others between them, such as `Share received from each after 8 passes`.
    pub(super) fn translate_composed(&self, english: &str) -> String {
        self.material.language.translate(english)
    }

    /// `Inputs: Traffic`, as the language sets a label before a text.
    pub(super) fn labelled(&self, label: &str, text: &str) -> String {
        self.material.language.fill("{label}: {text}", &[("label", &*self.translate_briefly(label)), ("text", text)])
    }

    /// What a block is called: what the model calls it, or what part of a formula it is.
    pub(super) fn title(&self, block: &Block) -> String {
        let is_own = block.part_of.is_some() || matches!(block.role, Role::Part | Role::Iteration | Role::Number);
        if is_own { self.translate_composed(&block.title) } else { block.title.clone() }
    }

    /// The same in one language: what formulas compare, and what has no room for two.
    pub(super) fn translate_briefly(&self, english: &str) -> String {
        self.material.language.translate_label_briefly(english)
    }

    /// Sentences, each on its own.
    pub(super) fn translate_sentences(&self, english: &str) -> String {
        self.material.language.translate_note(english)
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

    /// A format of numbers with its words and its digits in the language.
    pub(super) fn translate_format(&self, format: &str) -> String {
        translate_format(self.material.language, format)
    }
}
