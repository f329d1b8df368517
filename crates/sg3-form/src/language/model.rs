//! The words of a model in another language.

use crate::language::{BETWEEN, Language, Translation};
use crate::layout::own_sheets;
use crate::layout::respondent::Respondent;
use crate::layout::sheet::{FormSheet, Layout};

use sg3_calc::present::{members, section};
use sg3_lang::Model;
use sg3_lang::model::{Dimension, DimensionId, Members, Quantity};
use sg3_workbook::write::sheet_name;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The model with its words in a language; names, keys, units and formulas are as they were.
pub fn translate_model(model: &Model, language: &Language) -> Model {
    let mut model = model.clone();
    model.title = language.translate(&model.title);
    model.sections.iter_mut().for_each(|section| section.title = language.translate(&section.title));
    model.dimensions.iter_mut().for_each(|dimension| translate_dimension(dimension, language));
    model.quantities.iter_mut().for_each(|quantity| translate_quantity(quantity, language));
    model
}

fn translate_dimension(dimension: &mut Dimension, language: &Language) {
    dimension.label = language.translate(&dimension.label);
    if let Members::Listed(members) = &mut dimension.members {
        members.iter_mut().for_each(|member| member.label = language.translate(&member.label));
    }
}

fn translate_quantity(quantity: &mut Quantity, language: &Language) {
    quantity.label = language.translate(&quantity.label);
    quantity.note = quantity.note.as_ref().map(|note| language.translate_sentences(note));
    quantity.source = quantity.source.as_ref().map(|source| language.translate(source));
}

/// Words of a model's forms that a language has no translation of, in order of the alphabet. Words without letters need
/// none.
///
/// A translation that leaves a word as it is must say so: `"Internet" = "Internet"`.
pub fn find_untranslated(model: &Model, language: &str, translations: &[Translation]) -> Vec<String> {
    let tables: Vec<&Translation> = translations.iter().filter(|table| table.language == language).collect();
    collect_texts(model)
        .into_iter()
        .filter(|text| text.chars().any(char::is_alphabetic))
        .filter(|text| !tables.iter().any(|table| table.words.contains_key(*text)))
        .map(str::to_owned)
        .collect()
}

/// Everything that the forms of a model say in its words.
fn collect_texts(model: &Model) -> BTreeSet<&str> {
    let mut words = BTreeSet::from([&*model.title]);
    for (_, quantity, _) in model.inputs() {
        words.insert(&quantity.label);
        words.extend([&quantity.note, &quantity.source].into_iter().flatten().map(String::as_str));
        words.extend(model.sections.get(quantity.section).map(|section| &*section.title));
        let head = section::head(model, quantity.section);
        words.extend(model.sections.get(head).map(|section| &*section.title));
        for dimension in quantity.axes.iter().map(|axis| axis.dimension).chain(chosen_dimension(quantity)) {
            let dimension = model.dimension(dimension);
            words.insert(&dimension.label);
            words.extend(dimension.listed().iter().map(|member| &*member.label));
        }
    }
    words
}

fn chosen_dimension(quantity: &Quantity) -> Option<DimensionId> {
    match quantity.kind {
        sg3_lang::model::Kind::Member(dimension) => Some(dimension),
        _ => None,
    }
}

/// What a form of one model asks, in the words of a language: to read a form by the labels that it has.
pub fn lay_out_translated(model: &Model, owner: impl Into<Respondent>, language: &Language) -> Layout {
    let layout = Layout::of(&translate_model(model, language), owner);
    translate_layouts(vec![layout], language).pop().expect("there is one")
}

/// The layouts of one form with its words in a language: those of the form itself, after the models have been
/// translated by [`translate_model`].
pub fn translate_layouts(layouts: Vec<Layout>, language: &Language) -> Vec<Layout> {
    let mut names: Vec<String> = list_sheet_names(language);
    let mut translated = Vec::new();
    for layout in layouts {
        let sheets = layout.sheets.into_iter().map(|sheet| translate_sheet(sheet, language, &mut names)).collect();
        translated.push(Layout { sheets, ..layout });
    }
    translated
}

fn translate_sheet(mut sheet: FormSheet, language: &Language, names: &mut Vec<String>) -> FormSheet {
    sheet.title = language.translate(&sheet.title);
    sheet.name = sheet_name::make_unique(sheet.title.split(BETWEEN).next().unwrap_or(&sheet.title), names);
    names.push(sheet.name.clone());
    for table in &mut sheet.tables {
        table.title = language.translate(&table.title);
        table.notes.iter_mut().for_each(|note| *note = language.translate_sentences(note));
        table.columns.iter_mut().for_each(|column| column.heading = language.translate(&column.heading));
    }
    sheet
}

impl Layout {
    /// Able to read what members are called in other languages.
    pub fn with_synonyms(mut self, model: &Model, translations: &[Translation]) -> Layout {
        for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
            for member in members::known(model, dimension).unwrap_or_default() {
                let synonyms = translations.iter().filter_map(|table| table.words.get(&member.label));
                self.synonyms.extend(synonyms.map(|text| (dimension, Arc::clone(&member.key), text.clone())));
            }
        }
        self
    }
}

/// Names of the sheets that every form has, in a language and in English.
fn list_sheet_names(language: &Language) -> Vec<String> {
    let names = [
        own_sheets::COVER,
        own_sheets::FINDINGS,
        own_sheets::INSTRUCTIONS,
        own_sheets::STATUS,
        own_sheets::DEFINITIONS,
        own_sheets::SIGN_OFF,
        own_sheets::LISTS,
        own_sheets::OUTSIDE,
    ];
    names.iter().flat_map(|name| [(*name).to_owned(), language.translate_briefly(name)]).collect()
}
