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
fn what_is_counted_beforehand_is_what_is_written() {
    let mut wrong = Vec::new();
    for example in everything() {
        let (book, bytes) = book::with_book(example);
        let parts = package::parts(bytes).expect("a workbook");
        let written: usize = sheets(&parts).map(|(_, sheet)| sheet.below("f").len()).sum();
        if book.formulas != written {
            wrong.push(format!("{}: {} counted, {written} written", example.name, book.formulas));
        }
    }
    assert!(wrong.is_empty(), "{} of them\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_workbook_is_as_programs_demand() {
    for example in everything() {
        assert_eq!(faults(book::of(example)), Vec::<String>::new(), "{}", example.name);
    }
}
