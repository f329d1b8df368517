//! One line for each value of an output: `quantity, label, members, value, unit`.

use super::{Quantity, Report, Value};
use csv::Writer;

/// How formulas begin, also in letters of full width.
const OPENINGS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// All outputs. There are as many columns for members as the output with most axes has.
pub fn write(report: &Report) -> String {
    let outputs: Vec<&Quantity> = report.quantities.iter().filter(|quantity| quantity.output).collect();
    let axes = outputs.iter().map(|quantity| quantity.axes.len()).max().unwrap_or(0);
    let mut writer = Writer::from_writer(Vec::new());
    let mut record = |cells: Vec<String>| writer.write_record(cells).expect("memory takes every record");
    let members = (1..=axes).map(|axis| format!("member {axis}"));
    record(
        ["quantity", "label"].map(str::to_owned).into_iter().chain(members).chain(ending("value", "unit")).collect(),
    );
    for quantity in outputs {
        lines(quantity, axes).for_each(&mut record);
    }
    let bytes = writer.into_inner().expect("memory takes every record");
    String::from_utf8(bytes).expect("every cell was text")
}

fn lines(quantity: &Quantity, axes: usize) -> impl Iterator<Item = Vec<String>> {
    quantity.cells.iter().map(move |cell| {
        let members = (0..axes).map(|axis| cell.members.get(axis).map_or_else(String::new, |key| harmless(key)));
        let value = cell.value.as_ref().map_or_else(String::new, plain);
        let start = [quantity.name.clone(), harmless(&quantity.label)].into_iter();
        start.chain(members).chain(ending(&value, &cell.unit)).collect()
    })
}

fn ending(value: &str, unit: &str) -> [String; 2] {
    [value.to_owned(), unit.to_owned()]
}

/// All digits, no separators.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::YesNo(yes) => super::number::yes_no(*yes).to_owned(),
        Value::Text(text) => text.clone(),
    }
}

/// Words with an apostrophe before what a spreadsheet would take for a formula.
pub fn harmless(words: &str) -> String {
    match words.trim_start_matches(' ').starts_with(OPENINGS) {
        true => format!("'{words}"),
        false => words.to_owned(),
    }
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
