//! A member a line: `service, minutes, revenue`.

use super::line::Line;
use crate::layers::builder::{LayerBuilder, Slots};
use crate::layers::value::parse_value;
use sg3_lang::model::{Axis, DimensionId, QuantityId};
use std::sync::Arc;

/// What a column holds.
enum Column {
    /// The member along an axis, by name of the axis or dimension.
    Key(Arc<str>),
    /// What people see for the member.
    Label,
    /// What the member is counted in.
    Unit,
    /// Values of an input.
    Input(QuantityId),
    /// Nothing that the model knows.
    Unknown,
}

/// Adds what the lines say.
pub(crate) fn read(builder: &mut LayerBuilder, header: &Line, lines: impl Iterator<Item = Line>) {
    let columns: Vec<Column> = header.cells.iter().map(|name| column(builder, name)).collect();
    for (name, _) in header.cells.iter().zip(&columns).filter(|(_, column)| matches!(column, Column::Unknown)) {
        builder.reject_name(name, &header.origin);
    }
    let listed = listed(builder, &columns);
    for line in lines {
        if let Some((dimension, at)) = listed {
            member(builder, dimension, at, &columns, &line);
        }
        values(builder, &columns, &line);
    }
}

fn column(builder: &LayerBuilder, name: &str) -> Column {
    let is_axis = |axis: &Axis| &*axis.name == name;
    let names_axis = || builder.model.inputs().any(|(_, quantity, _)| quantity.axes.iter().any(is_axis));
    match (name, builder.input(name)) {
        (_, Some(input)) => Column::Input(input),
        ("label", None) => Column::Label,
        ("unit", None) => Column::Unit,
        (_, None) if builder.model.find_dimension(name).is_some() || names_axis() => Column::Key(name.into()),
        _ => Column::Unknown,
    }
}

/// The dimension whose members the lines make: that of the only key, if the data list its members.
fn listed(builder: &LayerBuilder, columns: &[Column]) -> Option<(DimensionId, usize)> {
    let mut keys = columns.iter().enumerate().filter_map(|(at, column)| match column {
        Column::Key(name) => Some((at, name)),
        _ => None,
    });
    let (at, name) = keys.next().filter(|_| keys.next().is_none())?;
    let dimension = builder.model.find_dimension(name)?;
    builder.model.dimension(dimension).is_from_data().then_some((dimension, at))
}

fn member(builder: &mut LayerBuilder, dimension: DimensionId, at: usize, columns: &[Column], line: &Line) {
    let of = |wanted: fn(&Column) -> bool| columns.iter().position(wanted).map(|at| line.cell(at).to_owned());
    let label = of(|column| matches!(column, Column::Label)).unwrap_or_default();
    let unit = of(|column| matches!(column, Column::Unit)).filter(|unit| !unit.is_empty());
    builder.add_member(dimension, line.cell(at).into(), label, unit, line.origin.clone());
}

fn values(builder: &mut LayerBuilder, columns: &[Column], line: &Line) {
    for (at, column) in columns.iter().enumerate() {
        let text = line.cell(at);
        if let (Column::Input(input), false) = (column, text.is_empty()) {
            let value = parse_value(builder.kind(*input), text);
            let slots = slots(builder, *input, columns, line);
            builder.add_value(*input, slots, value, line.origin.clone());
        }
    }
}

/// The member of each axis, from the column of its name, or of its dimension.
fn slots(builder: &LayerBuilder, input: QuantityId, columns: &[Column], line: &Line) -> Slots {
    let of = |wanted: &str| columns.iter().position(|column| matches!(column, Column::Key(name) if &**name == wanted));
    let key = |axis: &Axis| {
        let at = of(&axis.name).or_else(|| of(&builder.model.dimension(axis.dimension).name))?;
        Some(line.cell(at)).filter(|key| !key.is_empty()).map(Into::into)
    };
    builder.model.quantity(input).axes.iter().map(key).collect()
}
