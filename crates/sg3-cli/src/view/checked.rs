//! What is said of a model that was checked.

use super::count::counted;
use sg3_lang::Model;
use sg3_session::Untranslated;

/// A model without mistakes, and what it has.
pub(crate) fn draw_no_mistakes(model: &Model) -> String {
    let parts = [
        (model.inputs().count(), "input"),
        (model.outputs().count(), "output"),
        (model.checks.len(), "check"),
        (model.cases.len(), "case"),
    ];
    let parts = parts.map(|(number, word)| counted(number, word)).join(", ");
    format!("{}: no mistakes ({parts})\n", model.name)
}

/// What the forms of a model say in no other language than English.
pub(crate) fn draw_untranslated(untranslated: &Untranslated, language: &str) -> String {
    let texts = &untranslated.texts;
    if texts.is_empty() {
        return format!("{}: all form texts are translated into `{language}`\n", untranslated.model);
    }
    let words = counted(texts.len(), "form text");
    let lines: String = texts.iter().map(|text| format!("  {text}\n")).collect();
    format!("{}: {words} not yet translated into `{language}`\n{lines}", untranslated.model)
}
