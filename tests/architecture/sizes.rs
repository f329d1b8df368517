//! Rooms that a person can keep in mind: no crate holds more than its part of the code, no file more than a few screens.

use crate::{all_modules, crate_names, crates};
use std::collections::BTreeMap;

/// Lines of one file.
const LONGEST_FILE: usize = 250;

#[test]
fn no_crate_is_over_a_quarter_of_the_code() {
    let modules = all_modules();
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for module in &modules {
        *lines.entry(&module.path[0]).or_default() += module.lines;
    }
    let all: usize = lines.values().sum();
    let large: Vec<_> = lines.iter().filter(|(_, lines)| **lines * 4 > all).collect();
    assert!(large.is_empty(), "of {all} lines: {large:?}");
}

#[test]
fn no_file_is_longer_than_a_few_screens() {
    let modules = all_modules();
    let long: Vec<_> = modules.iter().filter(|module| module.lines > LONGEST_FILE).map(|module| &module.file).collect();
    assert!(long.is_empty(), "more than {LONGEST_FILE} lines: {long:?}");
}

#[test]
fn every_crate_says_what_it_is() {
    let silent: Vec<String> =
        crate_names().into_iter().filter(|name| !crates().join(name).join("README.md").is_file()).collect();
    assert!(silent.is_empty(), "without a README: {silent:?}");
}
