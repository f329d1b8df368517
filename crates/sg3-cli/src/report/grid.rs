//! Outputs as grids of words, whatever draws them: members down, outputs or members of the last axis across.

mod many;
mod one;
mod single;

use super::{Cell, Dimension, Quantity, Report, Value, number};

/// Columns of values that still fit a page.
const MOST_ACROSS: usize = 6;

/// A table in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// Words above it; empty if the columns say everything.
    pub title: String,
    /// Lines of each heading.
    pub head: Vec<Vec<String>>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// How many of the first columns are words rather than values.
    pub words: usize,
}

/// The grids under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The heading of the document.
    pub section: String,
    /// Its grids.
    pub grids: Vec<Grid>,
}

/// All outputs by section, in the order of the document.
pub fn parts(report: &Report) -> Vec<Part> {
    let outputs: Vec<&Quantity> = report.quantities.iter().filter(|quantity| quantity.output).collect();
    let sections = outputs.chunk_by(|one, next| one.section == next.section);
    let part = |outputs: &[&Quantity]| Part { section: outputs[0].section.clone(), grids: grids(report, outputs) };
    sections.map(part).collect()
}

/// Neighbours that vary alike share a grid.
fn grids(report: &Report, outputs: &[&Quantity]) -> Vec<Grid> {
    let alike = outputs.chunk_by(|one, next| one.dimensions == next.dimensions && one.axes.len() < 2);
    alike.flat_map(|outputs| outputs.chunks(width(outputs))).map(|outputs| grid(report, outputs)).collect()
}

fn width(outputs: &[&Quantity]) -> usize {
    if outputs[0].axes.len() == 1 { MOST_ACROSS - 1 } else { outputs.len() }
}

fn grid(report: &Report, outputs: &[&Quantity]) -> Grid {
    match outputs[0].axes.len() {
        0 => single::grid(outputs),
        1 => one::grid(report, outputs),
        _ => many::grid(report, outputs[0]),
    }
}

fn dimension<'r>(report: &'r Report, name: &str) -> &'r Dimension {
    let found = report.dimensions.iter().find(|dimension| dimension.name == name);
    found.expect("a report holds the dimensions of its quantities")
}

/// The value as people read it.
fn shown(cell: &Cell) -> String {
    match &cell.value {
        None => "–".to_owned(),
        Some(Value::Number(value)) => number::shown(*value),
        Some(Value::YesNo(yes)) => number::yes_no(*yes).to_owned(),
        Some(Value::Text(text)) => text.clone(),
    }
}

/// The unit of all cells, if they have one.
fn common_unit(cells: &[Cell]) -> Option<&str> {
    let (first, others) = cells.split_first()?;
    others.iter().all(|cell| cell.unit == first.unit).then_some(&first.unit)
}
