//! A folder of CSV files: one for each quantity, inputs included, and a list of them. Plain values; texts that a spreadsheet
//! would take for a formula are made harmless.

use crate::csv::{harmless, plain, state, write_records};
use crate::data::{Cell, Quantity, Report, Value};

/// The list of the others.
const CONTENTS: &str = "contents.csv";

/// Names and texts of the files.
pub fn write_csv_folder(report: &Report) -> Vec<(String, String)> {
    let files = report.quantities.iter().map(|quantity| (file(quantity), table(report, quantity)));
    std::iter::once((CONTENTS.to_owned(), contents(report))).chain(files).collect()
}

/// `capital.wacc.csv`: a name is a word in letters that every file system takes.
fn file(quantity: &Quantity) -> String {
    format!("{}.csv", quantity.name)
}

fn contents(report: &Report) -> String {
    let head = ["file", "quantity", "label", "heading", "unit", "axes", "result", "model"].map(str::to_owned).to_vec();
    write_records(std::iter::once(head).chain(report.quantities.iter().map(|quantity| contents_line(report, quantity))))
}

fn contents_line(report: &Report, quantity: &Quantity) -> Vec<String> {
    let texts = [&quantity.name, &quantity.label, &quantity.section, &quantity.unit];
    let result = if quantity.output { "yes" } else { "no" };
    let mut line = vec![file(quantity)];
    line.extend(texts.map(|text| harmless(text)));
    line.extend([quantity.axes.join(", "), result.to_owned(), harmless(&report.named)]);
    line
}

/// A line for each cell: key and label of the member on each axis, value, unit.
fn table(report: &Report, quantity: &Quantity) -> String {
    let axes = quantity.axes.iter().flat_map(|axis| [axis.clone(), format!("{axis} label")]);
    let head = axes.chain(["value".to_owned(), "unit".to_owned(), "state".to_owned()]).collect();
    let lines = quantity.cells.iter().map(|cell| table_line(report, quantity, cell));
    write_records(std::iter::once(head).chain(lines))
}

fn table_line(report: &Report, quantity: &Quantity, cell: &Cell) -> Vec<String> {
    let members = cell.members.iter().zip(&quantity.dimensions);
    let texts = members.flat_map(|(key, dimension)| [harmless(key), harmless(label(report, dimension, key))]);
    let value = cell.value.as_ref().map_or_else(String::new, cell_text);
    texts.chain([value, harmless(&cell.unit), state(cell, report.complete).to_owned()]).collect()
}

fn label<'r>(report: &'r Report, dimension: &str, key: &str) -> &'r str {
    let dimension = report.dimensions.iter().find(|known| known.name == dimension);
    let member = dimension.and_then(|dimension| dimension.members.iter().find(|member| &*member.key == key));
    member.map_or("", |member| &member.label)
}

/// Numbers as they are, negative ones too; texts made harmless.
fn cell_text(value: &Value) -> String {
    match value {
        Value::Text(text) => harmless(text),
        value => plain(value),
    }
}
