//! Outputs of one value each: a row for each output.

use super::{Grid, shown};
use crate::report::Quantity;

/// Name, label, value, unit.
pub fn grid(outputs: &[&Quantity]) -> Grid {
    let row = |quantity: &&Quantity| {
        let cell = &quantity.cells[0];
        vec![quantity.name.clone(), quantity.label.clone(), cell.unit.clone(), shown(cell)]
    };
    let head = ["Result", "", "Unit", "Value"].map(|words| vec![words.to_owned()]);
    Grid { title: String::new(), head: head.into(), rows: outputs.iter().map(row).collect(), words: 3 }
}
