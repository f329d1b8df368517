//! Tables whose rows are inputs: those of a section that have no axes, and those that go along years.

use super::column_content::{Column, Holds};
use super::{Row, Rows, Table, column, key};
use sg3_calc::present::members::Known;
use sg3_calc::present::{members, phrase, unit};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};

/// A row for each input without axes.
pub fn table(model: &Model, section: usize, inputs: &[QuantityId]) -> Table {
    let title = heading(model, section);
    let value = column::of_row(key::VALUE.to_owned(), "Value".to_owned(), Holds::Single(None));
    with(model, key::INPUTS.to_owned(), title, inputs, vec![value])
}

/// A row for each input along one dimension, with a column for each member.
pub fn series(model: &Model, section: usize, dimension: DimensionId, inputs: &[QuantityId]) -> Table {
    let along = model.dimension(dimension);
    let members = members::known(model, dimension).expect("home counted the members");
    let values = members.into_iter().map(value_at).collect();
    let title = match inputs {
        [only] => model.quantity(*only).label.clone(),
        _ => format!("{}, by {}", heading(model, section), phrase::within(&along.label)),
    };
    with(model, key::inputs_by(&along.name), title, inputs, values)
}

fn heading(model: &Model, section: usize) -> String {
    model.sections.get(section).map(|section| section.title.clone()).unwrap_or_default()
}

fn value_at(member: Known) -> Column {
    column::of_row(key::value_at(&member.key), member.label, Holds::Single(Some(member.key)))
}

fn with(model: &Model, key: String, title: String, inputs: &[QuantityId], values: Vec<Column>) -> Table {
    let label = column::of_row(key::LABEL.to_owned(), "Item".to_owned(), Holds::Label(0));
    let note = column::of_row(key::NOTE.to_owned(), "Note".to_owned(), Holds::Note);
    let columns = [vec![label, column::unit()], values, vec![note]].concat();
    let rows = inputs.iter().map(|input| row(model, *input)).collect();
    Table { key, title, notes: Vec::new(), top: 0, margin: 0, axes: Vec::new(), rows: Rows::Fixed(rows), columns }
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
