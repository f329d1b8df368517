//! One value a line: `input, service, year, value`.

use super::line::Line;
use crate::layers::builder::{LayerBuilder, Slots};
use crate::layers::value::parse_value;
use sg3_lang::model::{Axis, QuantityId};

/// Adds what the lines say.
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
    let column = |axis: &Axis| {
        let dimension = &builder.model.dimension(axis.dimension).name;
        let of = |name: &str| header.cells.iter().position(|cell| cell == name);
        of(&axis.name).or_else(|| of(dimension))
    };
    let key = |axis: &Axis| column(axis).map(|at| line.cell(at)).filter(|key| !key.is_empty()).map(Into::into);
    builder.model.quantity(input).axes.iter().map(key).collect()
}
