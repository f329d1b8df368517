//! Columns of the kinds that tables are made of.

use crate::layout::build::unit;
use crate::layout::column::{ArrayInput, ColumnContent, FormColumn, MemberSource};
use crate::layout::key;
use sg3_calc::present::members;
use sg3_calc::present::members::Known;
use sg3_calc::present::shown::is_percent;
use sg3_lang::Model;
use sg3_lang::model::{Axis, QuantityId};

/// What people see for the members of an axis.
pub(crate) fn build_label(model: &Model, axis: &Axis, position: usize) -> FormColumn {
    build_row_column(key::label(&axis.name), compose_heading(model, axis), ColumnContent::Label(position))
}

/// The codes of the members of an axis, written by the filler.
pub(crate) fn build_code(model: &Model, axis: &Axis, position: usize) -> FormColumn {
    build_row_column(key::code(&axis.name), compose_heading(model, axis), ColumnContent::Code(position))
}

/// The unit of each row.
pub(crate) fn build_unit() -> FormColumn {
    build_row_column(key::UNIT.to_owned(), "Unit".to_owned(), ColumnContent::Unit)
}

/// A column about the row rather than about an input.
pub(crate) fn build_row_column(key: String, heading: String, content: ColumnContent) -> FormColumn {
    FormColumn { key, heading, unit: String::new(), in_percent: false, content }
}

/// Values of an input: one column, or one for each member of the axis that goes across.
///
/// `down` are the axes that go down, by position in the head, in the order of the table's own axes.
pub(crate) fn build_values(model: &Model, input: QuantityId, down: &[usize], across: Option<usize>) -> Vec<FormColumn> {
    let Some(across) = across else { return vec![build_value(model, input, down, None)] };
    let members = members::known(model, model.quantity(input).axes[across].dimension).unwrap_or_default();
    members.iter().map(|member| build_value(model, input, down, Some((across, member)))).collect()
}

fn build_value(model: &Model, input: QuantityId, down: &[usize], across: Option<(usize, &Known)>) -> FormColumn {
    let quantity = model.quantity(input);
    let place = (0..quantity.axes.len()).map(|axis| find_source(axis, down, across)).collect();
    let array = ArrayInput { quantity: input, place };
    FormColumn {
        key: key::column(&quantity.name, across.map(|(axis, member)| (&*quantity.axes[axis].name, &*member.key))),
        heading: across.map_or(quantity.label.clone(), |(_, member)| member.label.clone()),
        unit: unit::find_cell_unit(model, &array, None),
        in_percent: is_percent(quantity),
        content: ColumnContent::Values(array),
    }
}

fn find_source(axis: usize, down: &[usize], across: Option<(usize, &Known)>) -> MemberSource {
    match across {
        Some((position, member)) if position == axis => MemberSource::Heading(member.key.clone()),
        _ => MemberSource::RowAxis(down.iter().position(|row| *row == axis).expect("every axis goes down or across")),
    }
}

/// The dimension's label; where an alias tells two axes apart, that too.
fn compose_heading(model: &Model, axis: &Axis) -> String {
    let dimension = model.dimension(axis.dimension);
    if axis.name == dimension.name { dimension.label.clone() } else { format!("{} ({})", dimension.label, axis.name) }
}
