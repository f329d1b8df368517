//! The table of the inputs of a section that have no axes: label, unit, value, note.

use super::{Column, Holds, Row, Rows, Table, column, key, unit};
use sg3_lang::Model;
use sg3_lang::model::QuantityId;

/// A row for each input.
pub fn table(model: &Model, section: usize, inputs: &[QuantityId]) -> Table {
    let title = model.sections.get(section).map(|section| section.title.clone()).unwrap_or_default();
    let rows = inputs.iter().map(|input| row(model, *input)).collect();
    let (key, note) = (key::INPUTS.to_owned(), String::new());
    Table { key, title, note, top: 0, axes: Vec::new(), rows: Rows::Fixed(rows), columns: columns() }
}

fn row(model: &Model, input: QuantityId) -> Row {
    let quantity = model.quantity(input);
    Row {
        key: quantity.name.to_string(),
        members: Vec::new(),
        labels: vec![quantity.label.clone()],
        unit: unit::anywhere(model, quantity),
        asks: Some(input),
    }
}

fn columns() -> Vec<Column> {
    let column = |key: &str, heading: &str, holds| column::of_row(key.to_owned(), heading.to_owned(), holds);
    vec![
        column(key::LABEL, "Item", Holds::Label(0)),
        column::unit(),
        column(key::VALUE, "Value", Holds::Single),
        column(key::NOTE, "Note", Holds::Note),
    ]
}
