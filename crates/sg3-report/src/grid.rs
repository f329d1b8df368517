//! Outputs as grids of texts, whatever draws them: members down, outputs or members of the last axis across.

mod cell;
mod data;
mod many;
mod one;
mod single;
mod years;

pub use data::{Grid, Part};

use crate::data::{Quantity, Report, Value};
use cell::{dimension, write_texts};
use data::MOST_ACROSS;
use sg3_calc::tolerance::RESIDUE;
use sg3_language::Language;
use std::collections::BTreeMap;

/// All outputs by section, in the order of the document, on a page so many characters wide; first those that the decision is about.
pub fn parts(report: &Report, page: usize) -> Vec<Part> {
    let outputs = report.quantities.iter().filter(|quantity| quantity.output);
    let outputs: Vec<Quantity> = outputs.map(|quantity| legible(quantity, &report.language)).collect();
    let (headlines, others): (Vec<&Quantity>, Vec<&Quantity>) = outputs.iter().partition(|quantity| quantity.headline);
    let headline = (!headlines.is_empty()).then(|| Part {
        section: report.language.translate(HEADLINES),
        is_headline: true,
        grids: grids(report, &headlines, page),
    });
    let sections = others.chunk_by(|one, next| one.section == next.section);
    let sections = sections.map(|outputs| Part {
        section: outputs[0].section.clone(),
        is_headline: false,
        grids: grids(report, outputs, page),
    });
    headline.into_iter().chain(sections).collect()
}

/// The heading of what the decision is about.
const HEADLINES: &str = "Headline results";

/// The quantity with its values as people read them, and nothing where amounts have cancelled but for their last digits.
fn legible(quantity: &Quantity, language: &Language) -> Quantity {
    let mut quantity = quantity.clone();
    let mut largest: BTreeMap<String, f64> = BTreeMap::new();
    for cell in &quantity.cells {
        if let Some(Value::Number(value)) = cell.value {
            let largest = largest.entry(cell.unit.clone()).or_default();
            *largest = largest.max(value.abs());
        }
    }
    for cell in &mut quantity.cells {
        let is_small = matches!(cell.value, Some(Value::Number(value)) if value.abs() < RESIDUE * largest[&cell.unit]);
        if is_small || cell.residue {
            cell.value = Some(Value::Number(0.0));
        }
    }
    write_texts(&mut quantity, language);
    quantity
}

/// Neighbours that vary alike share a grid.
fn grids(report: &Report, outputs: &[&Quantity], page: usize) -> Vec<Grid> {
    let alike = outputs.chunk_by(|one, next| one.dimensions == next.dimensions && one.axes.len() < 2);
    let grids = alike.flat_map(|outputs| grids_of_alike(report, outputs, page));
    grids.map(|grid| grid.in_language(&report.language)).collect()
}

fn grids_of_alike(report: &Report, outputs: &[&Quantity], page: usize) -> Vec<Grid> {
    match outputs[0].axes.len() {
        0 => vec![single::grid(outputs)],
        1 => over_time(report, outputs, page).unwrap_or_else(|| {
            fitting(report, outputs, page).into_iter().map(|outputs| one::grid(report, outputs)).collect()
        }),
        _ => many::grids(report, outputs[0], page),
    }
}

fn over_time(report: &Report, outputs: &[&Quantity], page: usize) -> Option<Vec<Grid>> {
    let is_over_time = outputs.iter().all(|output| years::is_over_time(report, output));
    is_over_time.then(|| years::grids(report, outputs, page)).flatten()
}

/// As many outputs side by side as fit the page, and at least one.
fn fitting<'q>(report: &Report, outputs: &'q [&'q Quantity], page: usize) -> Vec<&'q [&'q Quantity]> {
    let start = one::keys_width(dimension(report, &outputs[0].dimensions[0]));
    let (mut fitting, mut rest) = (Vec::new(), outputs);
    while !rest.is_empty() {
        let widths = rest.iter().map(|quantity| one::width(quantity)).scan(start, |sum, width| {
            *sum += width;
            Some(*sum)
        });
        let count = widths.take(MOST_ACROSS).take_while(|sum| *sum <= page).count().max(1);
        fitting.push(&rest[..count]);
        rest = &rest[count..];
    }
    fitting
}
