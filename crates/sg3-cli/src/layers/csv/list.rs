//! One value a line: `input, service, year, value`.

use super::Line;
use crate::layers::draft::{Draft, Slots};
use crate::layers::value;
use sg3_lang::model::{Axis, QuantityId};

/// Adds what the lines say.
pub fn read(draft: &mut Draft, header: &Line, lines: impl Iterator<Item = Line>) {
    let Some(column) = header.cells.iter().position(|name| name == "value") else {
        let message = "the list of values has no column `value`".to_owned();
        let help = "the header is: input, the axes, value".to_owned();
        return draft.complain("wrong-value", &header.origin, message, Some(help));
    };
    for line in lines {
        match draft.input(line.cell(0)) {
            Some(input) => one(draft, input, header, &line, column),
            None => draft.unknown(line.cell(0), &line.origin),
        }
    }
}

fn one(draft: &mut Draft, input: QuantityId, header: &Line, line: &Line, column: usize) {
    let words = line.cell(column);
    if words.is_empty() {
        return;
    }
    let slots = slots(draft, input, header, line);
    let said = value::of_words(draft.kind(input), words);
    draft.value(input, slots, said, line.origin.clone());
}

/// The member of each axis, from the column of its name, or of its dimension.
fn slots(draft: &Draft, input: QuantityId, header: &Line, line: &Line) -> Slots {
    let column = |axis: &Axis| {
        let dimension = &draft.model.dimension(axis.dimension).name;
        let of = |name: &str| header.cells.iter().position(|cell| cell == name);
        of(&axis.name).or_else(|| of(dimension))
    };
    let key = |axis: &Axis| column(axis).map(|at| line.cell(at)).filter(|key| !key.is_empty()).map(Into::into);
    draft.model.quantity(input).axes.iter().map(key).collect()
}

impl Line {
    /// A cell, or nothing where the line is short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }
}
