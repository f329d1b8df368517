//! Pages on which it shows whether everything adds up: amounts not used, control totals, totals of the source, audited figures.

use super::page::{DocumentCell, Page, PageTable, asked_column, column};
use super::rule_rows::cells_link;
use crate::apply::selection;
use crate::reconcile::sums;
use crate::reconcile::sums::Reconciliation;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use sg3_calc::present::unit;
use sg3_lang::model::Quantity;
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::format_address;
use std::collections::BTreeMap;

/// Amounts that are not used and are listed.
const MOST_UNUSED: usize = 500;
/// Rows to fill in for audited figures.
const AUDITED: usize = 6;

/// The page of amounts that are not used.
pub(crate) fn unused_page(files: &[SourceFile], sums: &Reconciliation) -> Page {
    let more = sums.unused.len().saturating_sub(MOST_UNUSED);
    let cut = if more > 0 { format!(" {more} smaller amounts are not listed.") } else { String::new() };
    Page {
        name: "Not used",
        title: "Amounts in your files that are not used, largest first".to_owned(),
        words: format!("Give the reason if an amount is correctly not used; it will not be queried again.{cut}"),
        tables: vec![PageTable {
            key: "unused",
            title: "",
            columns: vec![
                column("@file", "Your file", 22.0),
                column("@sheet", "Your sheet", 20.0),
                column("@cell", "Cell", 9.0),
                column("@label", "Your label", 40.0),
                column("@heading", "Your heading", 26.0),
                column("@amount", "Amount", 18.0),
                column("@beside", "", 40.0),
                asked_column("@accepted", "Reason for not using it", 36.0),
            ],
            rows: sums.unused.iter().take(MOST_UNUSED).map(|unused| unused_row(files, unused)).collect(),
        }],
    }
}

fn unused_row(files: &[SourceFile], unused: &sums::UnusedAmount) -> Vec<DocumentCell> {
    let source = &files[unused.at.file];
    let at = format_address(unused.at.row, unused.at.column);
    vec![
        DocumentCell::text(source.name()),
        DocumentCell::text(&source.sheets[unused.at.sheet].name),
        DocumentCell::link(&at, &cells_link(source, unused.at.sheet, &at)),
        DocumentCell::text(&unused.label),
        DocumentCell::text(&unused.heading),
        DocumentCell::Number(unused.amount),
        DocumentCell::text(unused_remark(unused)),
        DocumentCell::text(&unused.accepted),
    ]
}

/// What is to be done, as far as that can be told.
fn unused_remark(unused: &sums::UnusedAmount) -> &'static str {
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
pub(crate) fn reconciliation_page(
    mapping: &Mapping,
    model: &Model,
    files: &[SourceFile],
    sums: &Reconciliation,
    used: &[&MappingRule],
) -> Page {
    Page {
        name: "Reconciliation",
        title: "Reconciliation of amounts".to_owned(),
        words:
            "Your totals are not taken, because their parts are; here the two are compared. Below, enter figures of \
                your audited accounts and the inputs that must add up to them."
                .to_owned(),
        tables: vec![inputs_table(mapping, model, files, used), totals_table(files, sums), audited_table(sums)],
    }
}

/// What is mapped to every input.
fn inputs_table(mapping: &Mapping, model: &Model, files: &[SourceFile], used: &[&MappingRule]) -> PageTable {
    let mut sums: BTreeMap<&str, (usize, f64)> = BTreeMap::new();
    for rule in used {
        if let Some(selection) =
            selection::select_cells(rule, files, mapping.files.len() <= 1, &mut Diagnostics::default())
        {
            let sum = sums.entry(&rule.figure.input).or_default();
            *sum = (sum.0 + 1, sum.1 + selection.value(rule));
        }
    }
    let mapped = model.inputs().filter_map(|(_, quantity, _)| Some((quantity, sums.get(&*quantity.name)?)));
    PageTable {
        key: "inputs",
        title: "Control totals",
        columns: vec![
            column("@label", "Asked for", 40.0),
            column("@input", "Input", 30.0),
            column("@lines", "Lines", 18.0),
            column("@sum", "Sum of what is mapped", 20.0),
            column("@unit", "Unit", 20.0),
        ],
        rows: mapped.map(|(quantity, (lines, sum))| input_row(model, quantity, *lines, *sum)).collect(),
    }
}

fn input_row(model: &Model, quantity: &Quantity, lines: usize, sum: f64) -> Vec<DocumentCell> {
    vec![
        DocumentCell::text(&quantity.label),
        DocumentCell::text(&quantity.name),
        DocumentCell::Number(lines as f64),
        DocumentCell::Number(sum),
        DocumentCell::text(&unit::anywhere(model, quantity)),
    ]
}

fn totals_table(files: &[SourceFile], sums: &Reconciliation) -> PageTable {
    PageTable {
        key: "totals",
        title: "Your totals",
        columns: vec![
            column("@label", "Your total", 40.0),
            column("@at", "Where", 30.0),
            column("@amount", "Amount stated", 18.0),
            column("@parts", "Sum of its parts", 20.0),
            column("@taken", "of which taken", 20.0),
            column("@left", "not taken", 18.0),
            column("@state", "", 26.0),
        ],
        rows: sums.totals.iter().take(MOST_UNUSED).map(|total| total_row(files, total)).collect(),
    }
}

fn total_row(files: &[SourceFile], total: &sums::SourceTotal) -> Vec<DocumentCell> {
    let state = match (total.adds_up(), total.is_taken()) {
        (false, _) => "does not add up",
        (true, true) => "all parts are taken",
        (true, false) => "some parts are not taken",
    };
    vec![
        DocumentCell::text(&total.label),
        DocumentCell::text(&files[total.at.file].at(total.at.sheet, total.at.row, total.at.column)),
        DocumentCell::Number(total.amount),
        total.parts.map_or(DocumentCell::Blank, DocumentCell::Number),
        DocumentCell::Number(total.taken),
        total.parts.map_or(DocumentCell::Blank, |parts| DocumentCell::Number(parts - total.taken)),
        DocumentCell::text(state),
    ]
}

fn audited_table(sums: &Reconciliation) -> PageTable {
    let blank = (sums.audited.len()..AUDITED).map(|_| vec![DocumentCell::Blank; 7]);
    PageTable {
        key: "audited",
        title: "Audited accounts",
        columns: vec![
            asked_column("@label", "Figure of the audited accounts", 40.0),
            asked_column("@inputs", "Inputs that add up to it", 30.0),
            asked_column("@amount", "Amount", 18.0),
            asked_column("@within", "Tolerance (share)", 20.0),
            column("@mapped", "Mapped", 20.0),
            column("@difference", "Difference", 18.0),
            column("@state", "", 26.0),
        ],
        rows: sums.audited.iter().map(audited_row).chain(blank).collect(),
    }
}

fn audited_row(balance: &sums::AuditedBalance) -> Vec<DocumentCell> {
    let audited = &balance.audited;
    vec![
        DocumentCell::text(&audited.label),
        DocumentCell::text(&audited.inputs.join(", ")),
        DocumentCell::Number(audited.amount),
        DocumentCell::Number(audited.within),
        DocumentCell::Number(balance.mapped),
        DocumentCell::Number(balance.mapped - audited.amount),
        DocumentCell::text(if balance.holds() { "agrees" } else { "differs" }),
    ]
}
