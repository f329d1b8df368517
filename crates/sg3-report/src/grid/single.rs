//! Outputs of one value each: a row for each output.

use super::cell::shown;
use super::data::{Grid, UNIT};
use crate::data::Quantity;

/// Name, label, value, unit.
pub(crate) fn grid(outputs: &[&Quantity]) -> Grid {
    let row = |quantity: &&Quantity| {
        let cell = &quantity.cells[0];
        vec![quantity.name.clone(), quantity.label.clone(), cell.unit.clone(), shown(cell)]
    };
    let head = ["Result", "", UNIT, "Value"].map(|text| vec![text.to_owned()]);
    Grid { title: String::new(), head: head.into(), rows: outputs.iter().map(row).collect(), labels: 3 }
}
