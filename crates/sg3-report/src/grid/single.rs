//! Outputs of one value each: a row for each output.

use super::cell::texts;
use super::data::{Grid, UNIT};
use crate::data::Quantity;

pub(crate) fn grid(outputs: &[&Quantity]) -> Grid {
    let head = ["Result", "", UNIT, "Value"].map(|text| vec![text.to_owned()]);
    Grid {
        title: String::new(),
        head: head.into(),
        rows: outputs.iter().map(|output| row(output)).collect(),
        labels: 3,
        ..Grid::default()
    }
}

fn row(output: &Quantity) -> Vec<String> {
    let cell = &output.cells[0];
    vec![output.name.clone(), output.label.clone(), cell.shown_unit.clone(), texts(output).concat()]
}
