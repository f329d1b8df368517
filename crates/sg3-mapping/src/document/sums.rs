//! Pages on which it shows whether everything adds up: amounts not used, control totals, their totals, audited figures.

use super::lines::to_cells;
use super::{Grid, Page, Said, asked, head};
use crate::entry::{Entry, Mapping};
use crate::foreign::Foreign;
use crate::reconcile::Reconciliation;
use crate::{reconcile, taken};
use sg3_calc::present::unit;
use sg3_lang::Model;
use sg3_lang::model::Quantity;
use sg3_workbook::address;
use std::collections::BTreeMap;

/// Amounts that are not used and are listed.
const MOST_UNUSED: usize = 500;

/// Rows to fill in for audited figures.
const AUDITED: usize = 6;

/// The page of amounts that are not used.
pub fn not_used(files: &[Foreign], sums: &Reconciliation) -> Page {
    let row = |unused: &reconcile::Unused| {
        let theirs = &files[unused.at.file];
        let at = address(unused.at.row, unused.at.column);
        vec![
            Said::text(theirs.name()),
            Said::text(&theirs.sheets[unused.at.sheet].name),
            Said::link(&at, &to_cells(theirs, unused.at.sheet, &at)),
            Said::text(&unused.label),
            Said::text(&unused.heading),
            Said::Number(unused.amount),
            Said::text(remark(unused)),
            Said::text(&unused.accepted),
        ]
    };
    let more = sums.unused.len().saturating_sub(MOST_UNUSED);
    let cut = if more > 0 { format!(" {more} smaller amounts are not listed.") } else { String::new() };
    Page {
        name: "Not used",
        title: "Amounts in your files that are not used, largest first".to_owned(),
        words: format!("Give the reason if an amount is correctly not used; it will not be queried again.{cut}"),
        tables: vec![Grid {
            key: "unused",
            title: "",
            columns: vec![
                head("@file", "Your file", 22.0),
                head("@sheet", "Your sheet", 20.0),
                head("@cell", "Cell", 9.0),
                head("@label", "Your label", 40.0),
                head("@heading", "Your heading", 26.0),
                head("@amount", "Amount", 18.0),
                head("@beside", "", 40.0),
                asked("@accepted", "Reason for not using it", 36.0),
            ],
            rows: sums.unused.iter().take(MOST_UNUSED).map(row).collect(),
        }],
    }
}

/// What is to be done, as far as that can be told.
fn remark(unused: &reconcile::Unused) -> &'static str {
    match (unused.is_shared, unused.beside_used) {
        (true, _) => {
            "Which figures share this amount, and by which key? Copy the row of each on the page “Mapping”, with this cell, and enter under “Share” 35 %, or cells of \
             your key such as Keys!D5/D12."
        }
        (false, true) => "other amounts of this column are used",
        (false, false) => "",
    }
}

/// The page of totals.
pub fn reconciliation(
    mapping: &Mapping,
    model: &Model,
    files: &[Foreign],
    sums: &Reconciliation,
    used: &[&Entry],
) -> Page {
    Page {
        name: "Reconciliation",
        title: "Reconciliation of amounts".to_owned(),
        words:
            "Your totals are not taken, because their parts are; here the two are compared. Below, enter figures of \
                your audited accounts and the inputs that must add up to them."
                .to_owned(),
        tables: vec![inputs(mapping, model, files, used), totals(files, sums), audited(sums)],
    }
}

/// What is mapped to every input.
fn inputs(mapping: &Mapping, model: &Model, files: &[Foreign], used: &[&Entry]) -> Grid {
    let mut sums: BTreeMap<&str, (usize, f64)> = BTreeMap::new();
    for entry in used {
        if let Some(taken) = taken::take(entry, files, mapping.files.len() <= 1, &mut Vec::new()) {
            let sum = sums.entry(&entry.figure.input).or_default();
            *sum = (sum.0 + 1, sum.1 + taken.value(entry));
        }
    }
    let row = |(_, quantity, _): (_, &Quantity, _)| {
        let (lines, sum) = sums.get(&*quantity.name)?;
        let unit = unit::anywhere(model, quantity);
        Some(vec![
            Said::text(&quantity.label),
            Said::text(&quantity.name),
            Said::Number(*lines as f64),
            Said::Number(*sum),
            Said::text(&unit),
        ])
    };
    Grid {
        key: "inputs",
        title: "Control totals",
        columns: vec![
            head("@label", "Asked for", 40.0),
            head("@input", "Input", 30.0),
            head("@lines", "Lines", 18.0),
            head("@sum", "Sum of what is mapped", 20.0),
            head("@unit", "Unit", 20.0),
        ],
        rows: model.inputs().filter_map(row).collect(),
    }
}

fn totals(files: &[Foreign], sums: &Reconciliation) -> Grid {
    let row = |total: &reconcile::Total| {
        let state = match (total.adds_up(), total.is_taken()) {
            (false, _) => "does not add up",
            (true, true) => "all parts are taken",
            (true, false) => "some parts are not taken",
        };
        let parts = total.parts.map_or(Said::Blank, Said::Number);
        let left = total.parts.map_or(Said::Blank, |parts| Said::Number(parts - total.taken));
        vec![
            Said::text(&total.label),
            Said::text(&reconcile::written(total.at, files)),
            Said::Number(total.amount),
            parts,
            Said::Number(total.taken),
            left,
            Said::text(state),
        ]
    };
    Grid {
        key: "totals",
        title: "Your totals",
        columns: vec![
            head("@label", "Your total", 40.0),
            head("@at", "Where", 30.0),
            head("@amount", "Amount stated", 18.0),
            head("@parts", "Sum of its parts", 20.0),
            head("@taken", "of which taken", 20.0),
            head("@left", "not taken", 18.0),
            head("@state", "", 26.0),
        ],
        rows: sums.totals.iter().take(MOST_UNUSED).map(row).collect(),
    }
}

fn audited(sums: &Reconciliation) -> Grid {
    let row = |balance: &reconcile::Balance| {
        let audited = &balance.audited;
        vec![
            Said::text(&audited.label),
            Said::text(&audited.inputs.join(", ")),
            Said::Number(audited.amount),
            Said::Number(audited.within),
            Said::Number(balance.mapped),
            Said::Number(balance.mapped - audited.amount),
            Said::text(if balance.holds() { "agrees" } else { "differs" }),
        ]
    };
    let blank = (sums.audited.len()..AUDITED).map(|_| vec![Said::Blank; 7]);
    Grid {
        key: "audited",
        title: "Audited accounts",
        columns: vec![
            asked("@label", "Figure of the audited accounts", 40.0),
            asked("@inputs", "Inputs that add up to it", 30.0),
            asked("@amount", "Amount", 18.0),
            asked("@within", "Tolerance (share)", 20.0),
            head("@mapped", "Mapped", 20.0),
            head("@difference", "Difference", 18.0),
            head("@state", "", 26.0),
        ],
        rows: sums.audited.iter().map(row).chain(blank).collect(),
    }
}
