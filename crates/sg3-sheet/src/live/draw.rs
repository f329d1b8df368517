//! The book as a workbook: every block where it was placed, with headings, units and looks.

mod about;
mod block;
mod choice;
mod figure;
mod heading;
mod members;
mod page;
mod style;

use super::book::{Block, Book};
use super::lower::Material;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sg3_lang::model::DimensionId;
use style::Styles;

/// What everything is drawn from.
pub struct Canvas<'a> {
    pub book: &'a Book,
    pub material: Material<'a>,
    pub styles: Styles,
}

/// The bytes of the workbook.
pub fn draw(book: &Book, material: Material) -> Result<Vec<u8>, XlsxError> {
    let canvas = Canvas { book, material, styles: Styles::new() };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&canvas)?);
    about::draw(&canvas, workbook.add_worksheet())?;
    for (number, sheet) in book.sheets.iter().enumerate() {
        page::draw(&canvas, number, sheet, workbook.add_worksheet())?;
    }
    members::draw(&canvas, workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn properties(canvas: &Canvas) -> Result<DocProperties, XlsxError> {
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = crate::template::draw::clip(&canvas.material.model.title, 255);
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&written))
}

impl Canvas<'_> {
    /// What people see for a member: its label.
    pub fn label(&self, dimension: DimensionId, position: usize) -> &str {
        &self.material.inputs.members_of(dimension).labels[position]
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
        let same = |label: &String| label.to_lowercase() == members.labels[position].to_lowercase();
        let is_clear = members.labels.iter().filter(|label| same(label)).count() == 1;
        if is_clear { &members.labels[position] } else { &members.keys[position] }
    }

    /// The labels of a row, outermost axis first.
    pub fn row_label(&self, block: &Block, place: &[usize]) -> String {
        let labels = block.down().map(|axis| self.label(block.axes[axis].dimension, place[axis]));
        labels.collect::<Vec<_>>().join(" · ")
    }
}
