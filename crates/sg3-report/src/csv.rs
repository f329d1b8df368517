//! One line for each value of an output: `quantity, label, members, value, unit, state`.

use crate::data::{Cell, Quantity, Report, Status, Value};
use crate::number;
use csv::Writer;

/// How formulas begin, also in letters of full width.
const OPENINGS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// All outputs. There are as many columns for members as the output with most axes has.
pub fn write_csv(report: &Report) -> String {
    let outputs: Vec<&Quantity> = report.quantities.iter().filter(|quantity| quantity.output).collect();
    let axes = outputs.iter().map(|quantity| quantity.axes.len()).max().unwrap_or(0);
    let lines = outputs.into_iter().flat_map(|quantity| lines(quantity, axes, report.complete));
    write_records(std::iter::once(head(axes)).chain(lines))
}

/// The records as one text.
pub(crate) fn write_records(records: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    records.for_each(|record| writer.write_record(record).expect("memory takes every record"));
    let bytes = writer.into_inner().expect("memory takes every record");
    String::from_utf8(bytes).expect("every cell was text")
}

fn head(axes: usize) -> Vec<String> {
    let members = (1..=axes).map(|axis| format!("member {axis}"));
    ["quantity", "label"]
        .map(str::to_owned)
        .into_iter()
        .chain(members)
        .chain(ending("value", "unit", "state"))
        .collect()
}

fn lines(quantity: &Quantity, axes: usize, complete: bool) -> impl Iterator<Item = Vec<String>> {
    quantity.cells.iter().map(move |cell| {
        let members = (0..axes).map(|axis| cell.members.get(axis).map_or_else(String::new, |key| harmless(key)));
        let value = cell.value.as_ref().map_or_else(String::new, plain);
        let start = [quantity.name.clone(), harmless(&quantity.label)].into_iter();
        start.chain(members).chain(ending(&value, &cell.unit, state(cell, complete))).collect()
    })
}

fn ending(value: &str, unit: &str, state: &str) -> [String; 3] {
    [value.to_owned(), unit.to_owned(), state.to_owned()]
}

/// `ok`; `missing` without a value; `incomplete` of a value where mistakes were found in the data.
pub(crate) fn state(cell: &Cell, complete: bool) -> &'static str {
    match (cell.status, complete) {
        (Status::Missing, _) => "missing",
        (Status::Ok, true) => "ok",
        (Status::Ok, false) => "incomplete",
    }
}

/// All digits, no separators.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::YesNo(yes) => number::yes_no(*yes).to_owned(),
        Value::Text(text) => text.clone(),
    }
}

/// A text with an apostrophe before what a spreadsheet would take for a formula.
pub(crate) fn harmless(text: &str) -> String {
    if text.trim_start_matches(' ').starts_with(OPENINGS) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_looks_like_a_formula_is_made_harmless() {
        for words in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"] {
            assert_eq!(harmless(words), format!("'{words}"));
        }
        for words in ["plain", "a=b", "", "1-2"] {
            assert_eq!(harmless(words), words);
        }
    }
}
