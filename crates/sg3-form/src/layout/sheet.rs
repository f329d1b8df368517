//! A form and its sheets, as data.

use crate::layout::respondent::Respondent;
use crate::layout::table::FormTable;
use sg3_lang::model::DimensionId;
use sg3_language::{Language, Translation, UnitWords};
use std::sync::Arc;

/// A form for one owner.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Name of the model.
    pub model: String,
    /// The libraries that the model is made of, with their versions, as people read them.
    pub libraries: Option<String>,
    /// Whose form it is.
    pub owner: Respondent,
    /// Its sheets, in order of the headings of the model.
    pub sheets: Vec<FormSheet>,
    /// What members are called in other languages.
    pub synonyms: Vec<(DimensionId, Arc<str>, String)>,
    /// What its units are called in other languages.
    pub unit_words: UnitWords,
    /// The language of the words of the form.
    pub language: Language,
}

/// A sheet with its tables, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSheet {
    /// What stands on its tab.
    pub name: String,
    /// What stands above its tables.
    pub title: String,
    /// Tables, from top to bottom.
    pub tables: Vec<FormTable>,
}

impl Layout {
    /// Every table with its sheet.
    pub fn tables(&self) -> impl Iterator<Item = (&FormSheet, &FormTable)> {
        self.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)))
    }

    /// Able to read its units in the languages of the program and of translations.
    pub(crate) fn with_unit_words(self, translations: &[Translation]) -> Layout {
        let unit_words = UnitWords::of(self.units(), translations);
        Layout { unit_words, ..self }
    }

    /// The unit of every column and of every row that has one of its own.
    fn units(&self) -> impl Iterator<Item = &str> {
        self.tables().flat_map(|(_, table)| {
            let columns = table.columns.iter().map(|column| &*column.unit);
            columns.chain(table.fixed_rows().iter().map(|row| &*row.unit))
        })
    }

    /// The table in which a dimension's members are listed, with its sheet.
    pub fn listing(&self, dimension: DimensionId) -> Option<(&FormSheet, &FormTable)> {
        self.tables().find(|(_, table)| table.listed_dimension() == Some(dimension))
    }
}
