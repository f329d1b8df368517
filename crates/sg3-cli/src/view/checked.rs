//! What is said of a model that was checked.

use super::count::counted;
use sg3_lang::Model;
use sg3_language::{Language, UnlikeTerm};
use sg3_session::Untranslated;

/// A model without mistakes, and what it has.
pub(crate) fn draw_no_mistakes(model: &Model, language: &Language) -> String {
    let parts = [
        counted(model.inputs().count(), "input"),
        counted(model.outputs().count(), "output"),
        counted_checks(model),
        counted(model.cases.len(), "case"),
    ];
    let parts = parts.map(|part| language.translate(&part)).join(", ");
    format!("{}: {} ({parts})\n", model.name, language.translate("no mistakes"))
}

/// `17 checks`, and how many of them this model gives no data for.
fn counted_checks(model: &Model) -> String {
    let checks = counted(model.checks.len(), "check");
    match sg3_calc::plan(model).not_asked.len() {
        0 => checks,
        not_asked => format!("{checks} of which {not_asked} not asked"),
    }
}

/// What the forms of a model say in no other language than English.
pub(crate) fn draw_untranslated(untranslated: &Untranslated, language: &str) -> String {
    let texts = &untranslated.texts;
    let summary = match texts.len() {
        0 => format!("all texts are translated into `{language}`"),
        count => format!("{} not yet translated into `{language}`", counted(count, "text")),
    };
    let lines: String = texts.iter().map(|text| format!("  {text}\n")).collect();
    format!("{}: {summary}\n{lines}{}", untranslated.model, draw_unlike(&untranslated.unlike))
}

/// Terms of the field that are called otherwise here than in the glossary.
fn draw_unlike(unlike: &[UnlikeTerm]) -> String {
    let lines = unlike.iter().map(|UnlikeTerm { text, translation, term }| {
        format!("  `{text}` is `{translation}` here, and `{term}` in the glossary\n")
    });
    lines.collect()
}
