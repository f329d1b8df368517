//! What spreadsheet programs demand of a workbook before they open it without complaint. Every rule has a workbook that breaks it.

mod broken;
mod formula;
mod names;
mod relations;
mod sheet;
mod styles;

use crate::book;
use crate::catalogue::everything;
use crate::package::{self, Parts};

/// Everything that is wrong with a workbook.
fn faults(bytes: &[u8]) -> Vec<String> {
    let parts = match package::parts(bytes) {
        Ok(parts) => parts,
        Err(fault) => return vec![fault],
    };
    let mut faults = Vec::new();
    relations::check(&parts, &mut faults);
    names::check(&parts, &mut faults);
    styles::check(&parts, &mut faults);
    for (name, part) in sheets(&parts) {
        let mut own = Vec::new();
        sheet::check(part, &parts, &mut own);
        formula::check(part, &names::of_sheets(&parts), &mut own);
        faults.extend(own.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    faults
}

/// Parts that are sheets of cells.
fn sheets(parts: &Parts) -> impl Iterator<Item = (&String, &package::Element)> {
    parts.iter().filter(|(_, part)| part.name == "worksheet")
}

#[test]
fn every_workbook_is_as_programs_demand() {
    for example in everything() {
        assert_eq!(faults(book::of(example)), Vec::<String>::new(), "{}", example.name);
    }
}
