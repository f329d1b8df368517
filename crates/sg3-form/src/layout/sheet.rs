//! A form and its sheets, as data.

use crate::layout::respondent::Respondent;
use crate::layout::table::Table;
use sg3_lang::model::DimensionId;
use std::sync::Arc;

/// A form for one owner.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Name of the model.
    pub model: String,
    /// Whose form it is.
    pub owner: Respondent,
    /// Sheets, in order.
    pub sheets: Vec<Sheet>,
    /// What members are called in other languages.
    pub synonyms: Vec<(DimensionId, Arc<str>, String)>,
}

/// A sheet with its tables, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// On its tab.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Tables, from top to bottom.
    pub tables: Vec<Table>,
}

impl Layout {
    /// Every table with its sheet.
    pub fn tables(&self) -> impl Iterator<Item = (&Sheet, &Table)> {
        self.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)))
    }

    /// The table in which a dimension's members are listed, with its sheet.
    pub fn listing(&self, dimension: DimensionId) -> Option<(&Sheet, &Table)> {
        self.tables().find(|(_, table)| table.lists() == Some(dimension))
    }
}
