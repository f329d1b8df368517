//! What every form of grid asks of the report: dimensions by name, values as people read them, the unit that cells share.

use crate::data::{Cell, Dimension, Report, Value};
use crate::number;

/// A dimension by its name.
pub(crate) fn dimension<'r>(report: &'r Report, name: &str) -> &'r Dimension {
    let found = report.dimensions.iter().find(|dimension| dimension.name == name);
    found.expect("a report holds the dimensions of its quantities")
}

/// The value as people read it.
pub(crate) fn shown(cell: &Cell) -> String {
    match &cell.value {
        None => "–".to_owned(),
        Some(Value::Number(value)) => sg3_calc::display_number(*value),
        Some(Value::YesNo(yes)) => number::yes_no(*yes).to_owned(),
        Some(Value::Text(text)) => text.clone(),
    }
}

/// The unit of all cells, if they have one.
pub(crate) fn common_unit(cells: &[Cell]) -> Option<&str> {
    let (first, others) = cells.split_first()?;
    others.iter().all(|cell| cell.unit == first.unit).then_some(&first.unit)
}
