//! The book as a workbook: every block where it was placed, with headings, units and looks.

pub(crate) mod about;
pub(crate) mod address;
pub(crate) mod at_once;
pub(crate) mod block;
pub(crate) mod checks;
pub(crate) mod choice;
pub(crate) mod control;
pub(crate) mod evidence;
pub(crate) mod figure;
pub(crate) mod frame;
pub(crate) mod glossary;
pub(crate) mod heading;
pub(crate) mod looks;
pub(crate) mod map;
pub(crate) mod members;
pub(crate) mod page;
pub(crate) mod pen;
pub(crate) mod results;
pub(crate) mod sources;
pub(crate) mod style;
pub(crate) mod word;

use crate::book::Book;
use crate::book::block::Block;
use crate::draw::results::table;
use crate::edition::Edition;
use crate::lower::Material;
use crate::stored;
use crate::workbook::NotLive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};
use sg3_lang::model::DimensionId;
use sg3_workbook::ROWS;
use sg3_workbook::write::cells;
use std::collections::HashSet;
use style::Styles;

/// Sheets that stand before those of blocks.
pub const PAGES_BEFORE: usize = 5;

/// What everything is drawn from.
pub struct Canvas<'a> {
    pub book: &'a Book,
    pub material: Material<'a>,
    pub edition: &'a Edition,
    pub styles: Styles,
    /// Whether the language of the model is written from right to left.
    pub right_to_left: bool,
    /// By dimension: labels, in small letters, that more than one member has.
    shared_labels: Vec<HashSet<String>>,
}

/// The bytes of the workbook, unless there are more results than a sheet has rows.
pub fn draw(book: &Book, material: Material, edition: &Edition) -> Result<Vec<u8>, NotLive> {
    let right_to_left = is_right_to_left(&material.model.title);
    let shared_labels = material.inputs.members.iter().map(|list| shared(&list.labels)).collect();
    let canvas = Canvas { book, material, edition, styles: Styles::new(), right_to_left, shared_labels };
    let tables = results::tables(&canvas);
    let rows = tables.last().map_or(0, |table| table.end() as usize);
    if rows > ROWS as usize {
        return Err(NotLive::TooLarge(results::NAME.to_owned(), rows, results::columns(&canvas, &tables)));
    }
    Ok(sheets(&canvas, &tables).expect("blocks fit on sheets, and names are legal"))
}

fn sheets(canvas: &Canvas, tables: &[table::Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = cells::workbook();
    workbook.set_properties(&properties(canvas)?);
    let pages = pages(canvas, tables);
    for _ in &pages {
        workbook.add_worksheet();
    }
    at_once::draw(pages.into_iter().zip(workbook.worksheets_mut()))?;
    workbook.save_to_buffer()
}

/// All sheets in their order.
fn pages<'c>(canvas: &'c Canvas, tables: &'c [table::Table]) -> Vec<at_once::Page<'c>> {
    let mut pages: Vec<at_once::Page> = vec![
        Box::new(|page| about::draw(canvas, page)),
        Box::new(|page| map::draw(canvas, page)),
        Box::new(|page| control::draw(canvas, tables, page)),
        Box::new(|page| results::draw(canvas, tables, page)),
        Box::new(|page| checks::draw(canvas, page)),
    ];
    debug_assert_eq!(pages.len(), PAGES_BEFORE);
    for (number, sheet) in canvas.book.sheets.iter().enumerate() {
        pages.push(Box::new(move |page| page::draw(canvas, number, sheet, page)));
    }
    pages.push(Box::new(|page| sources::draw(canvas, page)));
    pages.push(Box::new(|page| glossary::draw(canvas, page)));
    pages.push(Box::new(|page| members::draw(canvas, page)));
    pages
}

/// Labels that occur more than once, whatever their capitals.
fn shared(labels: &[String]) -> HashSet<String> {
    let mut seen = HashSet::new();
    labels.iter().map(|label| label.to_lowercase()).filter(|label| !seen.insert(label.clone())).collect()
}

/// Whether the first letter of a text is one that is written from right to left.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'))
}

fn properties(canvas: &Canvas) -> Result<DocProperties, XlsxError> {
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = cells::clip(&canvas.material.model.title, 255);
    Ok(DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&written)
        .set_custom_property(stored::MODEL_PROPERTY, &*canvas.material.model.name)
        .set_custom_property(stored::VERSION_PROPERTY, stored::VERSION))
}

impl Canvas<'_> {
    /// What people see for a member: its label.
    pub fn label(&self, dimension: DimensionId, position: usize) -> &str {
        &self.material.inputs.members_of(dimension).labels[position]
    }

    /// By which the data name a member.
    pub fn key(&self, dimension: DimensionId, position: usize) -> &str {
        &self.material.inputs.members_of(dimension).keys[position]
    }

    /// The number by which formulas know a member.
    pub fn number(&self, dimension: DimensionId, position: usize) -> f64 {
        let members = self.material.inputs.members_of(dimension);
        match self.material.model.dimension(dimension).is_numbered() {
            true => members.numbers[position],
            false => position as f64 + 1.0,
        }
    }

    /// The word by which a member is chosen: its label, or its key where labels do not tell members apart.
    pub fn word(&self, dimension: DimensionId, position: usize) -> &str {
        let members = self.material.inputs.members_of(dimension);
        let is_clear = !self.shared_labels[dimension.0 as usize].contains(&members.labels[position].to_lowercase());
        if is_clear { &members.labels[position] } else { &members.keys[position] }
    }

    /// The labels of a row, outermost axis first.
    pub fn row_label(&self, block: &Block, place: &[usize]) -> String {
        let labels = block.down().map(|axis| self.label(block.axes[axis].dimension, place[axis]));
        labels.collect::<Vec<_>>().join(" · ")
    }
}
