//! The live workbook: every formula of every model, recalculated by programs that have nothing of ours, comes to the
//! engine's value; and what is changed in the sheet comes to what the engine makes of the same change.

mod book;
mod catalogue;
mod changes;
mod displayed;
mod evidence;
mod languages;
mod left_out;
mod office;
mod order;
mod package;
mod planted;
mod reads;
mod returned;
mod shown;
mod sound;
mod states;
mod structure;
mod written;

use catalogue::{Example, everything, examples, for_office, tour};
use ironcalc::base::cell::CellValue;
use std::collections::HashMap;
use written::{Key, Written};

/// IronCalc's values of everything.
fn by_ironcalc(bytes: &[u8]) -> HashMap<Key, CellValue> {
    let mut model = written::open(bytes);
    model.evaluate();
    written::values(&model)
}

fn assert_none(found: &[String]) {
    let some: Vec<&String> = found.iter().take(40).collect();
    assert!(found.is_empty(), "{} cells differ\n{some:#?}", found.len());
}

fn named(example: &Example, differences: Vec<String>) -> Vec<String> {
    differences.into_iter().map(|difference| format!("{}: {difference}", example.name)).collect()
}

fn ironcalc_agrees(folder: &str) {
    let differences = |example: &Example| {
        let written = book::written(example);
        assert!(!written.formulas.is_empty(), "{} has formulas", example.name);
        named(example, written.differences(&by_ironcalc(book::of(example))))
    };
    assert_none(&examples(folder).flat_map(differences).collect::<Vec<_>>());
}

#[test]
fn ironcalc_agrees_on_every_model() {
    ironcalc_agrees("models");
}

#[test]
fn ironcalc_agrees_on_the_samples() {
    ironcalc_agrees("samples");
}

#[test]
fn ironcalc_agrees_on_the_language() {
    ironcalc_agrees("tests/language");
}

/// What no formula may hold: functions that some programs lack, and ranges that some read otherwise.
const NEVER: [&str; 12] = [
    "XLOOKUP",
    "FILTER(",
    "LET(",
    "LAMBDA(",
    "SEQUENCE(",
    "INDIRECT(",
    "OFFSET(",
    "ROUNDUP(",
    "ROUNDDOWN(",
    "{",
    "SORT(",
    "#REF!",
];

#[test]
fn formulas_are_within_what_every_program_bears() {
    for example in everything() {
        for formula in book::written(example).formulas.values() {
            let never = NEVER.iter().find(|word| formula.contains(**word));
            assert!(never.is_none(), "{}: {never:?} in {formula}", example.name);
        }
    }
}

#[test]
fn libreoffice_agrees_on_every_model() {
    let Some(saved) = &*office::SAVED else { return };
    let mut found = Vec::new();
    for (example, saved) in for_office().zip(saved) {
        let written = book::written(example);
        found.extend(named(example, written.differences(&office::values(saved, written))));
    }
    assert_none(&found);
}

#[test]
fn a_change_in_the_sheet_comes_to_what_the_engine_makes_of_it() {
    let found = examples("models").flat_map(changes::differences).collect::<Vec<_>>();
    assert_none(&found);
}

/// Two members that come to pass everything to each other have no answer; that they nearly do so is the control.
#[test]
fn doubled_passes_find_no_answer_in_a_closed_loop() {
    for example in examples("tests/language/nearly-all.md") {
        let share = |between: f64| changes::differences_after(example, "share", &[(1, between), (3, between)]);
        assert_none(&share(0.999));
        assert_none(&share(1.0));
    }
}

/// A little more of each: traffic, servers, recall, sources; and a link that is used.
#[test]
fn teletraffic_follows_other_figures() {
    for name in ["teletraffic", "shared_link"] {
        let path = format!("tests/language/{name}.md");
        let found = examples(&path).flat_map(changes::differences).collect::<Vec<_>>();
        assert_none(&found);
    }
}

#[test]
fn a_wrong_value_beside_a_formula_comes_back_corrected() {
    let wrong = planted::wrong_value(book::of(tour()));
    let written = Written::of(&wrong);
    assert_eq!(written.differences(&by_ironcalc(&wrong)).len(), 1);
    if let Some(saved) = office::recalculated(&[&wrong]) {
        assert_eq!(written.differences(&office::values(&saved[0], &written)).len(), 1);
    }
}

#[test]
fn a_wrong_formula_fails() {
    let wrong = planted::wrong_formula(book::of(tour()));
    let written = Written::of(&wrong);
    assert!(!written.differences(&by_ironcalc(&wrong)).is_empty());
    if let Some(saved) = office::recalculated(&[&wrong]) {
        assert!(!written.differences(&office::values(&saved[0], &written)).is_empty());
    }
}

#[test]
fn the_same_model_and_data_give_the_same_bytes() {
    for example in examples("tests/language") {
        assert!(book::of(example) == book::made(example).1, "{}", example.name);
    }
}
