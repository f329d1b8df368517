//! A member a line: `service, minutes, revenue`.

use super::line::Line;
use crate::failure::Failure;
use crate::layers::builder::{LayerBuilder, Slots};
use crate::layers::value::parse_value;
use sg3_lang::model::{Axis, DimensionId, QuantityId};
use std::sync::Arc;

enum Column {
    /// The member along an axis, by name of the axis or dimension.
    Key(Arc<str>),
    /// What people see for the member.
    Label,
    /// What the member is counted in.
    Unit,
    Input(QuantityId),
    /// Nothing that the model knows.
    Unknown,
}

/// Adds the members that the lines list and the values beside them.
pub(crate) fn read(
    builder: &mut LayerBuilder,
    header: &Line,
    lines: impl Iterator<Item = Line>,
) -> Result<(), Failure> {
    let columns: Vec<Column> = header.cells.iter().map(|name| column(builder, name)).collect();
    if !columns.iter().any(|column| matches!(column, Column::Key(_) | Column::Input(_))) {
        return Err(own_list(builder));
    }
    for (name, _) in header.cells.iter().zip(&columns).filter(|(_, column)| matches!(column, Column::Unknown)) {
        builder.reject_name(name, &header.origin);
    }
    let has_values = columns.iter().any(|column| matches!(column, Column::Input(_)));
    let listed = listed(builder, &columns, has_values);
    for line in lines {
        if let Some((dimension, at)) = listed {
            member(builder, dimension, at, &columns, &line);
        }
        if let Some((dimension, at)) = only_key(builder, &columns).filter(|_| !has_values) {
            builder.refuse_unknown_member(dimension, line.cell(at), &line.origin);
        }
        values(builder, &columns, &line);
    }
    Ok(())
}

/// A list of the operator's own needs a mapping.
fn own_list(builder: &LayerBuilder) -> Failure {
    let (file, model) = (builder.file(), &builder.model.name);
    let help = format!(
        "a list of your own is read by a mapping: `sg3 map {model} {file} -o mapping.xlsx` proposes one; a table for the model names its inputs or lists in the first line"
    );
    Failure::new(format!("no column of `{file}` is an input or a list of `{model}`")).help(help)
}

fn column(builder: &LayerBuilder, name: &str) -> Column {
    match (name, builder.input(name)) {
        (_, Some(input)) => Column::Input(input),
        ("label", None) => Column::Label,
        ("unit", None) => Column::Unit,
        (_, None) if builder.model.find_dimension(name).is_some() || names_axis(builder, name) => {
            Column::Key(name.into())
        }
        _ => Column::Unknown,
    }
}

fn names_axis(builder: &LayerBuilder, name: &str) -> bool {
    builder.model.inputs().any(|(_, quantity, _)| quantity.axes.iter().any(|axis| &*axis.name == name))
}

/// The dimension whose members the lines make: that of the only key, if the data list its members. Beside values a year is no more
/// than the place of these: statistics that reach further back make no period longer.
fn listed(builder: &LayerBuilder, columns: &[Column], has_values: bool) -> Option<(DimensionId, usize)> {
    only_key(builder, columns).filter(|(dimension, _)| {
        let dimension = builder.model.dimension(*dimension);
        dimension.is_from_data() && !(has_values && dimension.is_proposed())
    })
}

/// The dimension of the only column of keys.
fn only_key(builder: &LayerBuilder, columns: &[Column]) -> Option<(DimensionId, usize)> {
    let mut keys = columns.iter().enumerate().filter_map(|(at, column)| match column {
        Column::Key(name) => Some((at, name)),
        _ => None,
    });
    let (at, name) = keys.next().filter(|_| keys.next().is_none())?;
    Some((builder.model.find_dimension(name)?, at))
}

fn member(builder: &mut LayerBuilder, dimension: DimensionId, at: usize, columns: &[Column], line: &Line) {
    let label = columns.iter().position(|column| matches!(column, Column::Label));
    let label = label.map_or("", |at| line.cell(at)).to_owned();
    let unit = columns.iter().position(|column| matches!(column, Column::Unit));
    let unit = unit.map(|at| line.cell(at).to_owned()).filter(|unit| !unit.is_empty());
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
    let at = builder.model.quantity(input).axes.iter().map(|axis| key_column(builder, columns, axis));
    let keys = at.map(|at| at.map(|at| line.cell(at)).filter(|key| !key.is_empty()));
    keys.map(|key| key.map(Into::into)).collect()
}

fn key_column(builder: &LayerBuilder, columns: &[Column], axis: &Axis) -> Option<usize> {
    let names = [&*axis.name, &*builder.model.dimension(axis.dimension).name];
    names
        .into_iter()
        .find_map(|wanted| columns.iter().position(|column| matches!(column, Column::Key(name) if &**name == wanted)))
}
