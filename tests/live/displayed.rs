//! How cells are shown: as the model declares, in the currency of the data; what they hold is what the engine computed.

use crate::book;
use crate::catalogue::{Example, examples};
use crate::written;
use ironcalc::base::Model;
use std::collections::BTreeMap;

const RESULTS: u32 = 3;

/// Each row of a sheet: its texts, and the number formats of its numbers.
fn rows(model: &Model, sheet: u32) -> Vec<Vec<String>> {
    let mut rows: BTreeMap<i32, Vec<(i32, String)>> = BTreeMap::new();
    for cell in model.get_all_cells().into_iter().filter(|cell| cell.index == sheet) {
        use ironcalc::base::cell::CellValue;
        let words = match model.get_cell_value_by_index(sheet, cell.row, cell.column).expect("a cell") {
            CellValue::String(text) => text,
            CellValue::Number(_) => model.get_style_for_cell(sheet, cell.row, cell.column).expect("a style").num_fmt,
            _ => continue,
        };
        rows.entry(cell.row).or_default().push((cell.column, words));
    }
    rows.into_values()
        .map(|mut row| {
            row.sort();
            row.into_iter().map(|(_, words)| words).collect()
        })
        .collect()
}

/// Words and formats that stand beside a label, in any of its rows.
fn beside(rows: &[Vec<String>], label: &str) -> Vec<String> {
    let with_label = rows.iter().filter_map(|row| Some(&row[row.iter().position(|words| words == label)? + 1..]));
    with_label.flatten().cloned().collect()
}

fn declared() -> &'static Example {
    examples("tests/language/display.md").next().expect("a case")
}

fn in_currency(currency: Option<&str>) -> Vec<Vec<String>> {
    let mut example = declared().anew();
    example.inputs.currency = currency.map(Into::into);
    rows(&written::open(book::of(&example)), RESULTS)
}

#[test]
fn results_have_the_format_that_the_model_declares() {
    let rows = in_currency(None);
    for (label, unit, format) in [
        ("Rate after growth", "%/year", "#,##0.00%"),
        ("Tariff", "money/minute", "#,##0.0000"),
        ("Minutes", "million minute/year", "#,##0.0,,"),
        ("Cost", "thousand money/year", "#,##0,_);(#,##0,);\"–\"_)"),
    ] {
        let beside = beside(&rows, label);
        assert!(beside.iter().any(|words| words == unit), "{label}: {beside:?}");
        assert!(beside.iter().any(|words| words == format), "{label}: {beside:?}");
    }
}

#[test]
fn inputs_are_in_their_unit_but_for_per_cent() {
    let model = written::open(book::of(declared()));
    let sheet = model.workbook.worksheets.iter().position(|sheet| sheet.name.starts_with("In ")).expect("inputs");
    let rows = rows(&model, sheet as u32);
    for (label, unit, format) in [
        ("Cost of capital", "%/year", "#,##0.0%"),
        ("Growth", "%/year", "0.0##%"),
        ("Turnover", "money/year", "#,##0"),
        ("Minutes", "minute/year", "#,##0"),
    ] {
        let beside = beside(&rows, label);
        assert!(beside.iter().any(|words| words == unit), "{label}: {beside:?}");
        assert!(beside.iter().any(|words| words == format), "{label}: {beside:?}");
        assert!(!beside.iter().any(|words| words.contains(",,") || words.contains("million")), "{label}: {beside:?}");
    }
}

#[test]
fn the_currency_of_the_data_stands_where_money_stood() {
    let shown = in_currency(Some("XOF"));
    assert!(beside(&shown, "Tariff").iter().any(|words| words == "XOF/minute"), "{shown:?}");
    assert!(!shown.iter().flatten().any(|words| words.contains("money")), "{shown:?}");
    assert!(in_currency(None).iter().flatten().any(|words| words == "money/minute"));
}

/// The number formats of a difference of equal amounts, if so much had been left of them.
fn formats_of_left(left: f64) -> Vec<String> {
    let mut example = declared().anew();
    let nothing = example.model.find_quantity("left").expect("it is declared");
    let array = example.results.arrays[nothing.0 as usize].as_mut().expect("it was computed");
    std::sync::Arc::make_mut(array).cells[0] = left;
    let beside = beside(&rows(&written::open(book::of(&example)), RESULTS), "What is left");
    beside.into_iter().filter(|words| words.contains('0') && !words.contains("Δ")).collect()
}

#[test]
fn what_amounts_that_cancel_have_left_is_shown_as_nothing_and_a_small_figure_is_not() {
    assert!(formats_of_left(4e-7).iter().all(|format| !format.contains("E+")), "{:?}", formats_of_left(4e-7));
    assert!(formats_of_left(8e-6).iter().any(|format| format.contains("E+")), "more than a residue of 4,250,000");
}
