//! Columns of the kinds that tables are made of.

use super::column_content::{Ask, Column, Holds, Slot};
use super::{key, unit as unit_of_layout};
use sg3_calc::present::members;
use sg3_calc::present::members::Known;
use sg3_lang::Model;
use sg3_lang::model::{Axis, QuantityId};

/// What people see for the members of an axis.
pub fn label(model: &Model, axis: &Axis, position: usize) -> Column {
    of_row(key::label(&axis.name), heading(model, axis), Holds::Label(position))
}

/// The codes of the members of an axis, written by the filler.
pub fn code(model: &Model, axis: &Axis, position: usize) -> Column {
    of_row(key::code(&axis.name), heading(model, axis), Holds::Code(position))
}

/// The unit of each row.
pub fn unit() -> Column {
    of_row(key::UNIT.to_owned(), "Unit".to_owned(), Holds::Unit)
}

/// A column about the row rather than about an input.
pub fn of_row(key: String, heading: String, holds: Holds) -> Column {
    Column { key, heading, unit: String::new(), holds }
}

/// Values of an input: one column, or one for each member of the axis that goes across.
///
/// `down` are the axes that go down, by position in the head, in the order of the table's own axes.
pub fn values(model: &Model, input: QuantityId, down: &[usize], across: Option<usize>) -> Vec<Column> {
    let Some(across) = across else { return vec![value(model, input, down, None)] };
    let members = members::known(model, model.quantity(input).axes[across].dimension).unwrap_or_default();
    members.iter().map(|member| value(model, input, down, Some((across, member)))).collect()
}

fn value(model: &Model, input: QuantityId, down: &[usize], across: Option<(usize, &Known)>) -> Column {
    let quantity = model.quantity(input);
    let slot = |axis| match across {
        Some((position, member)) if position == axis => Slot::Column(member.key.clone()),
        _ => Slot::Row(down.iter().position(|row| *row == axis).expect("every axis goes down or across")),
    };
    let ask = Ask { quantity: input, place: (0..quantity.axes.len()).map(slot).collect() };
    Column {
        key: key::column(&quantity.name, across.map(|(axis, member)| (&*quantity.axes[axis].name, &*member.key))),
        heading: across.map_or(quantity.label.clone(), |(_, member)| member.label.clone()),
        unit: unit_of_layout::of_cell(model, &ask, None),
        holds: Holds::Values(ask),
    }
}

/// The dimension's label; where an alias tells two axes apart, that too.
fn heading(model: &Model, axis: &Axis) -> String {
    let dimension = model.dimension(axis.dimension);
    if axis.name == dimension.name { dimension.label.clone() } else { format!("{} ({})", dimension.label, axis.name) }
}
