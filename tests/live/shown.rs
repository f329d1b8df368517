//! What pages show of a change, beside the figures themselves.

use crate::catalogue::tour;
use crate::{book, changes, written};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;

const CONTROL: u32 = 2;
const RESULTS: u32 = 3;

/// Figures below the heading of a sheet's changes in per cent.
fn shares(model: &Model, sheet: u32) -> Vec<f64> {
    let (row, column) = place(model, sheet, "Change, %");
    let below = (row + 1..).map_while(|row| match model.get_cell_value_by_index(sheet, row, column) {
        Ok(CellValue::Number(share)) => Some(share),
        _ => None,
    });
    below.collect()
}

/// Where words stand on a sheet.
fn place(model: &Model, sheet: u32, words: &str) -> (i32, i32) {
    let values = written::values(model);
    let is_there = |value: &CellValue| matches!(value, CellValue::String(text) if text == words);
    let mut places: Vec<_> = values.iter().filter(|(key, value)| key.0 == sheet && is_there(value)).collect();
    places.sort_by_key(|(key, _)| (key.1, key.2));
    let (key, _) = places.first().expect("the words are on the sheet");
    (key.1, key.2)
}

#[test]
fn a_change_is_as_large_in_millions_and_nothing_where_nothing_has_changed() {
    let mut model = written::open(book::of(tour()));
    model.evaluate();
    assert!(!shares(&model, CONTROL).is_empty());
    assert!(shares(&model, CONTROL).iter().chain(&shares(&model, RESULTS)).all(|share| *share == 0.0));
    changes::put(tour(), &mut model, "wacc", 0.2);
    model.evaluate();
    let changed = shares(&model, CONTROL);
    assert!(changed.iter().all(|share| *share > 0.001), "{changed:?}");
    assert_eq!(changed, shares(&model, RESULTS));
    let (row, column) = place(&model, CONTROL, "Amounts of money in");
    let scale = |model: &Model| model.get_cell_value_by_index(CONTROL, row, column + 1).expect("a cell");
    assert_eq!(scale(&model), CellValue::String("units".to_owned()));
    model.set_user_input(CONTROL, row, column + 1, "million".to_owned()).expect("a cell to write to");
    model.evaluate();
    assert_eq!(scale(&model), CellValue::String("million".to_owned()));
    assert_eq!(changed, shares(&model, CONTROL));
}
