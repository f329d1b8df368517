//! The words of a model in another language.

use crate::language::Language;
use crate::single_language::lowercase_first;
use crate::translation::Translation;
use crate::translation::own_tables;
use sg3_lang::Model;
use sg3_lang::model::{Check, Dimension, DimensionId, Kind, Members, Quantity};
use std::collections::BTreeSet;

/// The model with its words in a language; names, keys, units and formulas are as they were.
pub fn translate_model(model: &Model, language: &Language) -> Model {
    let mut model = model.clone();
    model.title = language.translate_label(&model.title);
    model.sections.iter_mut().for_each(|section| section.title = language.translate_label(&section.title));
    model.units.iter_mut().for_each(|(_, label)| *label = language.translate_label(label));
    model.dimensions.iter_mut().for_each(|dimension| translate_dimension(dimension, language));
    model.quantities.iter_mut().for_each(|quantity| translate_quantity(quantity, language));
    model.checks.iter_mut().for_each(|check| check.label = language.translate_label(&check.label));
    model
}

fn translate_dimension(dimension: &mut Dimension, language: &Language) {
    dimension.label = language.translate_label(&dimension.label);
    if let Members::Listed(members) = &mut dimension.members {
        members.iter_mut().for_each(|member| member.label = language.translate_label(&member.label));
    }
}

fn translate_quantity(quantity: &mut Quantity, language: &Language) {
    quantity.label = language.translate_label(&quantity.label);
    quantity.note = quantity.note.as_ref().map(|note| language.translate_note(note));
    quantity.source = quantity.source.as_ref().map(|source| language.translate_label(source));
    if let Some(plausible) = &mut quantity.plausible {
        plausible.reason = plausible.reason.as_ref().map(|reason| language.translate_note(reason));
    }
}

/// Words of a model that a language has no translation of, in order of the alphabet: first those of its forms, then those
/// of its results and workbooks alone. Words without letters need none.
///
/// A translation that leaves a word as it is must say so: `"Internet" = "Internet"`.
pub fn find_untranslated(model: &Model, language: &str, translations: &[Translation]) -> Vec<String> {
    let own = own_tables().iter().chain(translations);
    let tables: Vec<&Translation> = own.filter(|table| table.language == language).collect();
    let of_forms = collect_texts_of_forms(model);
    let others = collect_texts(model).into_iter().filter(|text| !of_forms.contains(text));
    let all = of_forms.iter().copied().chain(others);
    all.filter(|text| text.chars().any(char::is_alphabetic))
        .filter(|text| !has_words(&tables, text))
        .map(str::to_owned)
        .collect()
}

/// Everything that a model says in its words, and the same in each language of translations: to find it by a word of any.
pub fn list_words(model: &Model, translations: &[Translation]) -> Vec<String> {
    let texts: Vec<&str> = collect_texts(model).into_iter().chain([&*model.title]).collect();
    let terms: Vec<String> = texts.iter().map(|text| lowercase_first(text)).collect();
    let tables = own_tables().iter().chain(translations);
    let translated = tables.flat_map(|table| {
        let in_table = |text: &str| table.words.get(text).cloned();
        texts.iter().zip(&terms).filter_map(move |(text, term)| in_table(text).or_else(|| in_table(term)))
    });
    translated.chain(texts.iter().map(|text| (*text).to_owned())).collect()
}

/// A text that is a term of the field, and is translated by other words than those of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnlikeTerm {
    /// The English of the model.
    pub text: String,
    /// How it is translated.
    pub translation: String,
    /// What the glossary has.
    pub term: String,
}

/// Labels of a model that are terms of the glossary but for their capital, and are translated otherwise: one term, one word.
pub fn find_unlike_terms(model: &Model, language: &str, translations: &[Translation]) -> Vec<UnlikeTerm> {
    let tables: Vec<&Translation> = translations.iter().filter(|table| table.language == language).collect();
    let last = |text: &str| tables.iter().rev().find_map(|table| table.words.get(text)).cloned();
    let all = collect_texts(model);
    let is_own = |text: &str| all.contains(&*lowercase_first(text));
    let texts = all.iter().copied().filter(|text| !is_own(text));
    let found = texts.filter_map(|text| {
        let (translation, term) = (last(text)?, last(&lowercase_first(text))?);
        let is_same = translation.to_lowercase() == term.to_lowercase();
        (!is_same).then(|| UnlikeTerm { text: text.to_owned(), translation, term })
    });
    found.collect()
}

fn has_words(tables: &[&Translation], text: &str) -> bool {
    let term = lowercase_first(text);
    tables.iter().any(|table| table.words.contains_key(text) || table.words.contains_key(&term))
}

/// Everything that the forms of a model say in its words.
fn collect_texts_of_forms(model: &Model) -> BTreeSet<&str> {
    let mut words = BTreeSet::from([&*model.title]);
    for (_, quantity, _) in model.inputs() {
        words.extend(texts_of_quantity(quantity));
        words.extend(titles_above(model, quantity.section));
        let dimensions = quantity.axes.iter().map(|axis| axis.dimension).chain(chosen_dimension(quantity));
        words.extend(dimensions.flat_map(|dimension| texts_of_dimension(model.dimension(dimension))));
    }
    words
}

/// Everything that results and workbooks say in its words.
fn collect_texts(model: &Model) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    for quantity in model.quantities.iter().filter(|quantity| !quantity.label.is_empty()) {
        words.extend(texts_of_quantity(quantity));
        words.extend(titles_above(model, quantity.section));
    }
    let is_asked = |check: &&Check| !check.label.is_empty();
    words.extend(model.checks.iter().filter(is_asked).map(|check| &*check.label));
    words.extend(model.dimensions.iter().flat_map(texts_of_dimension));
    words.extend(model.units.iter().map(|(_, label)| &**label));
    words
}

fn texts_of_quantity(quantity: &Quantity) -> impl Iterator<Item = &str> {
    let reason = quantity.plausible.as_ref().and_then(|plausible| plausible.reason.as_ref());
    let others = [quantity.note.as_ref(), quantity.source.as_ref(), reason].into_iter().flatten();
    std::iter::once(&*quantity.label).chain(others.map(String::as_str))
}

fn texts_of_dimension(dimension: &Dimension) -> impl Iterator<Item = &str> {
    std::iter::once(&*dimension.label).chain(dimension.listed().iter().map(|member| &*member.label))
}

/// The title of a section, and of those that it is part of.
fn titles_above(model: &Model, section: usize) -> impl Iterator<Item = &str> {
    let sections = &model.sections[..=section.min(model.sections.len().saturating_sub(1))];
    let mut level = u8::MAX;
    sections.iter().rev().filter_map(move |section| {
        let is_above = section.level < level;
        level = level.min(section.level);
        is_above.then_some(&*section.title)
    })
}

fn chosen_dimension(quantity: &Quantity) -> Option<DimensionId> {
    match quantity.kind {
        Kind::Member(dimension) => Some(dimension),
        _ => None,
    }
}
