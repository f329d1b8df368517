//! The live workbook: every formula of every model, recalculated by programs that have nothing of ours, comes to the engine's value.

mod book;
mod catalogue;
mod reads;
mod recalculated;

use catalogue::examples;

/// Everything that differs, over all examples of a folder.
fn differences(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for example in examples(folder) {
        let bytes = book::of(&example);
        let differing = recalculated::differences(&bytes);
        found.extend(differing.into_iter().map(|difference| format!("{}: {difference}", example.name)));
    }
    found
}

fn agree(folder: &str) {
    let found = differences(folder);
    let some: Vec<&String> = found.iter().take(40).collect();
    assert!(found.is_empty(), "{} cells differ\n{some:#?}", found.len());
}

#[test]
fn ironcalc_agrees_with_the_engine_on_every_model() {
    agree("models");
}

#[test]
fn ironcalc_agrees_with_the_engine_on_the_language() {
    agree("tests/language");
}
