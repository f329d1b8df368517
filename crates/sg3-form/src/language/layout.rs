//! What a form asks, in another language.

use crate::layout::own_sheets;
use crate::layout::respondent::Respondent;
use crate::layout::sheet::{FormSheet, Layout};

use sg3_calc::present::members;
use sg3_lang::Model;
use sg3_lang::model::DimensionId;
use sg3_language::{BETWEEN, Language, Translation, translate_model};
use sg3_workbook::write::sheet_name;
use std::sync::Arc;

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
        translated.push(Layout { sheets, language: language.clone(), ..layout });
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
    /// Able to read what members and units are called in other languages.
    pub fn with_synonyms(mut self, model: &Model, translations: &[Translation]) -> Layout {
        for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
            for member in members::known(model, dimension).unwrap_or_default() {
                let synonyms = translations.iter().filter_map(|table| table.words.get(&member.label));
                self.synonyms.extend(synonyms.map(|text| (dimension, Arc::clone(&member.key), text.clone())));
            }
        }
        self.with_unit_words(translations)
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
