//! What every form of grid asks of the report: dimensions by name, values as people read them, the unit that cells share.

use crate::data::{Cell, Dimension, Quantity, Report, Value};
use crate::number;
use sg3_calc::present::figure::FigureFormat;
use sg3_language::Language;
use std::collections::BTreeMap;

/// A dimension by its name.
pub(crate) fn dimension<'r>(report: &'r Report, name: &str) -> &'r Dimension {
    let found = report.dimensions.iter().find(|dimension| dimension.name == name);
    found.expect("a report holds the dimensions of its quantities")
}

/// Writes the values of a quantity as people read them: those of one unit with the same decimals.
pub(crate) fn write_texts(quantity: &mut Quantity, language: &Language) {
    let texts = english_texts(quantity);
    for (cell, text) in quantity.cells.iter_mut().zip(texts) {
        cell.text = match cell.value {
            Some(Value::Number(_)) => language.write_number(&text),
            Some(Value::YesNo(_)) | None => language.translate_briefly(&text),
            Some(Value::Text(_)) => text,
        };
    }
}

/// The values as people read them.
pub(crate) fn texts(quantity: &Quantity) -> Vec<String> {
    quantity.cells.iter().map(|cell| cell.text.clone()).collect()
}

fn english_texts(quantity: &Quantity) -> Vec<String> {
    let mut formats: BTreeMap<&str, FigureFormat> = BTreeMap::new();
    for cell in &quantity.cells {
        formats.entry(&cell.unit).or_insert_with(|| column_format(quantity, &cell.unit));
    }
    quantity.cells.iter().map(|cell| shown(cell, &formats[&*cell.unit])).collect()
}

fn column_format(quantity: &Quantity, unit: &str) -> FigureFormat {
    let alike = quantity.cells.iter().filter(|cell| cell.unit == unit);
    let values: Vec<f64> = alike
        .filter_map(|cell| match cell.value {
            Some(Value::Number(value)) => Some(value),
            _ => None,
        })
        .collect();
    FigureFormat::of_column(quantity.display, &values)
}

fn shown(cell: &Cell, format: &FigureFormat) -> String {
    match &cell.value {
        None => format.write(f64::NAN),
        Some(Value::Number(value)) => format.write(*value),
        Some(Value::YesNo(yes)) => number::yes_no(*yes).to_owned(),
        Some(Value::Text(text)) => cell.label.clone().unwrap_or_else(|| text.clone()),
    }
}

/// The unit of all cells, if they have one.
pub(crate) fn common_unit(cells: &[Cell]) -> Option<&str> {
    let (first, others) = cells.split_first()?;
    others.iter().all(|cell| cell.shown_unit == first.shown_unit).then_some(&first.shown_unit)
}
