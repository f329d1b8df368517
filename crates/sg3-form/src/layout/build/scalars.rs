//! Tables whose rows are inputs: those of a section that have no axes, and those that go along years.

use crate::layout::build::columns;
use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::key;
use crate::layout::table::{FormRow, FormTable, TableRows};
use sg3_calc::present::members::Known;
use sg3_calc::present::shown::is_percent;
use sg3_calc::present::{members, phrase, unit};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};

/// A row for each input without axes.
pub(crate) fn build_scalars(model: &Model, section: usize, inputs: &[QuantityId]) -> FormTable {
    let title = find_heading(model, section);
    let value = columns::build_row_column(key::VALUE.to_owned(), "Value".to_owned(), ColumnContent::Scalar(None));
    build_table(model, key::INPUTS.to_owned(), title, inputs, vec![value])
}

/// A row for each input along one dimension, with a column for each member.
pub(crate) fn build_series(model: &Model, section: usize, dimension: DimensionId, inputs: &[QuantityId]) -> FormTable {
    let along = model.dimension(dimension);
    let members = members::known(model, dimension).expect("placement counted the members");
    let values = members.into_iter().map(build_member_value).collect();
    let title = match inputs {
        [only] => model.quantity(*only).label.clone(),
        _ => format!("{}, by {}", find_heading(model, section), phrase::within(&along.label)),
    };
    build_table(model, key::inputs_by(&along.name), title, inputs, values)
}

fn find_heading(model: &Model, section: usize) -> String {
    model.sections.get(section).map(|section| section.title.clone()).unwrap_or_default()
}

fn build_member_value(member: Known) -> FormColumn {
    columns::build_row_column(key::value_at(&member.key), member.label, ColumnContent::Scalar(Some(member.key)))
}

fn build_table(model: &Model, key: String, title: String, inputs: &[QuantityId], values: Vec<FormColumn>) -> FormTable {
    let label = columns::build_row_column(key::LABEL.to_owned(), "Item".to_owned(), ColumnContent::Label(0));
    let note = columns::build_row_column(key::NOTE.to_owned(), "Note".to_owned(), ColumnContent::Note);
    let columns = [vec![label, columns::build_unit()], values, vec![note]].concat();
    let rows = inputs.iter().map(|input| build_row(model, *input)).collect();
    FormTable {
        key,
        title,
        notes: Vec::new(),
        top: 0,
        margin: 0,
        axes: Vec::new(),
        rows: TableRows::Fixed(rows),
        columns,
    }
}

fn build_row(model: &Model, input: QuantityId) -> FormRow {
    let quantity = model.quantity(input);
    FormRow {
        key: quantity.name.to_string(),
        members: Vec::new(),
        labels: vec![quantity.label.clone()],
        unit: unit::anywhere(model, quantity),
        in_percent: is_percent(quantity),
        asks: Some(input),
    }
}
