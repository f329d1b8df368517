//! Beside the figures of the data: how each was come by, and where it stands. Of a row that goes across both are said once
//! if they are alike, else by member.

use super::{Canvas, looks};
use crate::book::block::Block;
use crate::book::{BLANK, Place};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::Origin;
use sg3_lang::model::QuantityId;
use sg3_workbook::address;
use sg3_workbook::write::cells;

/// Columns from the first word to the last: words go over those without a heading.
pub const HEADINGS: [&str; 5] = ["Status", "", "From", "", ""];

/// What takes more letters than this in a row is left to the sheet of sources.
const MOST_OF_STATUS: usize = 36;

const MOST_OF_ORIGIN: usize = 90;

/// Writes status and origin of all rows.
pub fn beside(canvas: &Canvas, page: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let (Some(quantity), first) = (block.quantity, column(block, place)) else { return Ok(()) };
    let rows = place.row..place.row + block.rows() as u32;
    for (number, row) in rows.clone().enumerate() {
        let found: Vec<usize> =
            (0..block.columns()).map(|column| block.cell_of(&block.place_of(number, column))).collect();
        cells::plain(page, row, first, &statuses(canvas, quantity, block, &found))?;
        cells::plain(page, row, first + 2, &origins(canvas, quantity, block, &found))?;
    }
    let style = &canvas.styles.beside;
    looks::over(page, rows, &[(looks::column(first), style), (looks::column(first + 2), style)])
}

/// How the cells of a row were come by.
fn statuses(canvas: &Canvas, quantity: QuantityId, block: &Block, cells: &[usize]) -> String {
    let status = cells.iter().map(|cell| status(canvas, quantity, *cell, block.values[*cell]));
    by_member(canvas, block, &status.collect::<Vec<_>>(), MOST_OF_STATUS)
}

/// Where the cells of a row stand.
fn origins(canvas: &Canvas, quantity: QuantityId, block: &Block, cells: &[usize]) -> String {
    let origins: Vec<_> = cells.iter().map(|cell| canvas.material.inputs.origin(quantity, *cell)).collect();
    together(&origins).unwrap_or_else(|| {
        let words = |origin: &Option<&Origin>| origin.map_or_else(String::new, ToString::to_string);
        by_member(canvas, block, &origins.iter().map(words).collect::<Vec<_>>(), MOST_OF_ORIGIN)
    })
}

/// The column of the status: after what stands beside each other, or after the last member across.
pub fn column(block: &Block, place: Place) -> u16 {
    if block.across.is_some() { place.column + block.columns() as u16 } else { place.column + 3 }
}

/// `audited`, `estimated, confidential`, `proposed by the model`, `missing`; nothing if nobody has said it.
pub fn status(canvas: &Canvas, quantity: QuantityId, cell: usize, value: f64) -> String {
    let inputs = canvas.material.inputs;
    let evidence = inputs.evidence(quantity, cell);
    let said = evidence.and_then(|evidence| evidence.status).map(sg3_calc::Status::words);
    let otherwise = match inputs.origin(quantity, cell) {
        _ if value.is_nan() || value == BLANK => "missing",
        Some(Origin::Default) => "proposed by the model",
        Some(Origin::Blank) => "meaning of a blank",
        _ => "",
    };
    let is_secret = evidence.is_some_and(|evidence| evidence.confidential.is_some());
    let words = [said.unwrap_or(otherwise), if is_secret { "confidential" } else { "" }];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What is said of the members across: once if it is the same of all, else with their labels.
fn by_member(canvas: &Canvas, block: &Block, said: &[String], most: usize) -> String {
    if let Some(words) = said.first().filter(|words| said.iter().all(|other| other == *words)) {
        return words.clone();
    }
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (column, words) in said.iter().enumerate() {
        let label = block.across.map_or("", |axis| canvas.label(block.axes[axis].dimension, column));
        match groups.iter_mut().find(|(other, _)| other == words) {
            Some((_, labels)) => labels.push(label),
            None => groups.push((words, vec![label])),
        }
    }
    let group = |(words, labels): &(&str, Vec<&str>)| match words.is_empty() {
        true => format!("not stated: {}", labels.join(", ")),
        false => format!("{words}: {}", labels.join(", ")),
    };
    let words = groups.iter().map(group).collect::<Vec<_>>().join("; ");
    if words.chars().count() <= most { words } else { "differs: see Sources".to_owned() }
}

/// Cells that stand in one line of a sheet, or lines of a file that follow each other.
fn together(origins: &[Option<&Origin>]) -> Option<String> {
    let (first, last) = (origins.first().copied()??, origins.last().copied()??);
    let follow = |from: &dyn Fn(u32) -> Origin| (0..).zip(origins).all(|(step, origin)| *origin == Some(&from(step)));
    match (first, last) {
        _ if origins.len() < 2 => None,
        (Origin::Cell { file, sheet, row, column }, Origin::Cell { row: end, column: far, .. }) => {
            let cell = |row, column| Origin::Cell { file: file.clone(), sheet: sheet.clone(), row, column };
            let is_line = follow(&|step| cell(*row, column + step)) || follow(&|step| cell(row + step, *column));
            is_line.then(|| format!("{file}  {sheet}!{}:{}", address(*row, *column), address(*end, *far)))
        }
        (Origin::Line { file, line }, Origin::Line { line: end, .. }) => {
            let is_run = follow(&|step| Origin::Line { file: file.clone(), line: line + step });
            is_run.then(|| format!("{file}  lines {line} to {end}"))
        }
        _ => None,
    }
}
