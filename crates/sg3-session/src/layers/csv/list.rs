//! One value a line: `input, service, year, value`.

use super::line::Line;
use crate::layers::builder::{LayerBuilder, Slots};
use crate::layers::value::parse_value;
use sg3_lang::model::{Axis, QuantityId};

/// Adds a value for each line that has one.
pub(crate) fn read(builder: &mut LayerBuilder, header: &Line, lines: impl Iterator<Item = Line>) {
    let Some(column) = header.cells.iter().position(|name| name == "value") else {
        let message = "the list of values has no column `value`".to_owned();
        let help = "the header is: input, the axes, value".to_owned();
        return builder.reject("wrong-value", &header.origin, message, Some(help));
    };
    for line in lines {
        match builder.input(line.cell(0)) {
            Some(input) => one(builder, input, header, &line, column),
            None => builder.reject_name(line.cell(0), &line.origin),
        }
    }
}

fn one(builder: &mut LayerBuilder, input: QuantityId, header: &Line, line: &Line, column: usize) {
    let text = line.cell(column);
    if text.is_empty() {
        return;
    }
    let slots = slots(builder, input, header, line);
    let value = parse_value(builder.kind(input), text);
    builder.add_value(input, slots, value, line.origin.clone());
}

/// The member of each axis, from the column of its name, or of its dimension.
fn slots(builder: &LayerBuilder, input: QuantityId, header: &Line, line: &Line) -> Slots {
    let columns = builder.model.quantity(input).axes.iter().map(|axis| column(builder, header, axis));
    let keys = columns.map(|column| column.map(|at| line.cell(at)).filter(|key| !key.is_empty()));
    keys.map(|key| key.map(Into::into)).collect()
}

fn column(builder: &LayerBuilder, header: &Line, axis: &Axis) -> Option<usize> {
    let names = [&*axis.name, &*builder.model.dimension(axis.dimension).name];
    names.into_iter().find_map(|name| header.cells.iter().position(|cell| cell == name))
}
