//! The words of a model in another language.

use super::{Language, Translation};
use crate::layout::respondent::Respondent;
use crate::layout::{Layout, Sheet};
use crate::write::book::sheets;
use sg3_calc::present::{members, section};
use sg3_lang::Model;
use sg3_lang::model::{Dimension, DimensionId, Members, Quantity};
use sg3_workbook::write::sheet_name;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The model with its words in a language; names, keys, units and formulas are as they were.
pub fn translated(model: &Model, language: &Language) -> Model {
    let mut model = model.clone();
    model.title = language.say(&model.title);
    model.sections.iter_mut().for_each(|section| section.title = language.say(&section.title));
    model.dimensions.iter_mut().for_each(|dimension| of_dimension(dimension, language));
    model.quantities.iter_mut().for_each(|quantity| of_quantity(quantity, language));
    model
}

fn of_dimension(dimension: &mut Dimension, language: &Language) {
    dimension.label = language.say(&dimension.label);
    if let Members::Listed(members) = &mut dimension.members {
        members.iter_mut().for_each(|member| member.label = language.say(&member.label));
    }
}

fn of_quantity(quantity: &mut Quantity, language: &Language) {
    quantity.label = language.say(&quantity.label);
    quantity.note = quantity.note.as_ref().map(|note| language.tell(note));
    quantity.source = quantity.source.as_ref().map(|source| language.say(source));
}

/// Words of a model's forms that a language has no translation of, in order of the alphabet. Words without letters need none.
///
/// A translation that leaves a word as it is must say so: `"Internet" = "Internet"`.
pub fn missing(model: &Model, language: &str, translations: &[Translation]) -> Vec<String> {
    let tables: Vec<&Translation> = translations.iter().filter(|table| table.language == language).collect();
    let is_there = |words: &&str| tables.iter().any(|table| table.words.contains_key(*words));
    let has_letters = |words: &&str| words.chars().any(char::is_alphabetic);
    words(model).into_iter().filter(has_letters).filter(|words| !is_there(words)).map(str::to_owned).collect()
}

/// Everything that the forms of a model say in its words.
fn words(model: &Model) -> BTreeSet<&str> {
    let mut words = BTreeSet::from([&*model.title]);
    for (_, quantity, _) in model.inputs() {
        words.insert(&quantity.label);
        words.extend([&quantity.note, &quantity.source].into_iter().flatten().map(String::as_str));
        words.extend(model.sections.get(quantity.section).map(|section| &*section.title));
        let head = section::head(model, quantity.section);
        words.extend(model.sections.get(head).map(|section| &*section.title));
        for dimension in quantity.axes.iter().map(|axis| axis.dimension).chain(chosen(quantity)) {
            let dimension = model.dimension(dimension);
            words.insert(&dimension.label);
            words.extend(dimension.listed().iter().map(|member| &*member.label));
        }
    }
    words
}

fn chosen(quantity: &Quantity) -> Option<DimensionId> {
    match quantity.kind {
        sg3_lang::model::Kind::Member(dimension) => Some(dimension),
        _ => None,
    }
}

/// What a form of one model asks, in the words of a language: to read a form by the labels that it has.
pub fn layout(model: &Model, owner: impl Into<Respondent>, language: &Language) -> Layout {
    let layout = Layout::of(&translated(model, language), owner);
    said_in(vec![layout], language).pop().expect("there is one")
}

/// The layouts of one form with its words in a language: those of the form itself, after the models have been [`translated`].
pub fn said_in(layouts: Vec<Layout>, language: &Language) -> Vec<Layout> {
    let mut names: Vec<String> = sheets(language);
    let said = |layout: Layout| {
        let sheets = layout.sheets.into_iter().map(|sheet| of_sheet(sheet, language, &mut names)).collect();
        Layout { sheets, ..layout }
    };
    layouts.into_iter().map(said).collect()
}

fn of_sheet(mut sheet: Sheet, language: &Language, names: &mut Vec<String>) -> Sheet {
    sheet.title = language.say(&sheet.title);
    sheet.name = sheet_name::unique(sheet.title.split(super::BETWEEN).next().unwrap_or(&sheet.title), names);
    names.push(sheet.name.clone());
    for table in &mut sheet.tables {
        table.title = language.say(&table.title);
        table.notes.iter_mut().for_each(|note| *note = language.tell(note));
        table.columns.iter_mut().for_each(|column| column.heading = language.say(&column.heading));
    }
    sheet
}

impl Layout {
    /// Able to read what members are called in other languages.
    pub fn knowing(mut self, model: &Model, translations: &[Translation]) -> Layout {
        for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
            for member in members::known(model, dimension).unwrap_or_default() {
                let said = translations.iter().filter_map(|table| table.words.get(&member.label));
                let entry = |said: &String| (dimension, Arc::clone(&member.key), said.clone());
                self.synonyms.extend(said.map(entry));
            }
        }
        self
    }
}
