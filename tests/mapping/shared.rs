//! Rows of theirs that several members share, and rows that nobody sees.

use crate::operator::{dictionary, model, values};
use rust_xlsxwriter::Workbook;
use sg3_form::Respondent;
use sg3_lang::Diagnostics;
use sg3_lang::model::Owner;
use sg3_mapping::{CERTAIN_FROM, Mapping, ProposalOptions, SourceFile};

const COSTS: [(&str, f64); 8] = [
    ("Access network", 410_500.0),
    ("Local exchanges", 220_100.0),
    ("Transit exchanges", 97_300.0),
    ("National transmission", 180_700.0),
    ("International gateway", 66_400.0),
    ("International links", 91_800.0),
    ("Sub-regional links", 30_200.0),
    ("Shared buildings", 100_000.0),
];
const AREAS: [f64; 7] = [400.0, 250.0, 120.0, 100.0, 60.0, 50.0, 20.0];

/// Costs of components with what they share, and a key for it or none.
fn theirs(with_key: bool) -> SourceFile {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Costs 2024").expect("a name");
    sheet.write_string(0, 0, "Network element").expect("a cell");
    sheet.write_string(0, 1, "Operating cost 2024 (USD)").expect("a cell");
    for (row, (label, cost)) in (1..).zip(COSTS) {
        sheet.write_string(row, 0, label).expect("a cell").write_number(row, 1, cost).expect("a cell");
    }
    if with_key {
        let sheet = book.add_worksheet().set_name("Allocation key").expect("a name");
        sheet.write_string(0, 0, "Network element").expect("a cell");
        sheet.write_string(0, 1, "Floor space (m2)").expect("a cell");
        for (row, ((label, _), area)) in (1..).zip(COSTS.iter().zip(AREAS)) {
            sheet.write_string(row, 0, *label).expect("a cell").write_number(row, 1, area).expect("a cell");
        }
        sheet.write_string(8, 0, "Total").expect("a cell");
        sheet.write_number(8, 1, AREAS.iter().sum::<f64>()).expect("a cell");
    }
    let bytes = book.save_to_buffer().expect("bytes");
    let mut workbook = sg3_workbook::Workbook::open(bytes, "theirs.xlsx").expect("a workbook");
    SourceFile::of_workbook(&mut workbook, &mut Diagnostics::default())
}

fn proposed(files: &[SourceFile]) -> Mapping {
    let (model, dictionary) = (model(), dictionary(&|_| true));
    sg3_mapping::propose(&model, Respondent::One(Owner::Operator), files, &dictionary, ProposalOptions::default())
}

#[test]
fn what_is_shared_is_split_by_their_key_and_never_as_certain() {
    let files = [theirs(true)];
    let mapping = proposed(&files);
    let split: Vec<_> =
        mapping.rules.iter().filter(|entry| entry.label == "Shared buildings" && !entry.is_open()).collect();
    assert_eq!(split.len(), 7, "{:#?}", mapping.rules.iter().filter(|entry| !entry.is_open()).collect::<Vec<_>>());
    assert_eq!(split[0].share.to_string(), "Allocation key!B2/Allocation key!B9");
    assert!(split.iter().all(|entry| entry.confidence.is_some_and(|sure| sure < CERTAIN_FROM)));
    let mut found = Diagnostics::default();
    let applied = sg3_mapping::apply(&mapping, &files, &model(), &dictionary(&|_| true), "m.csv", &mut found);
    let read = values(&model(), &applied.layer);
    assert_eq!(read["network.operating_cost[access]"], 410_500.0 + 40_000.0);
    assert_eq!(read["network.operating_cost[sub_regional_links]"], 30_200.0 + 2_000.0);
}

#[test]
fn without_a_key_it_is_a_question() {
    let files = [theirs(false)];
    let mapping = proposed(&files);
    assert!(!mapping.rules.iter().any(|entry| entry.label == "Shared buildings" && !entry.is_open()));
    let mut found = Diagnostics::default();
    let applied = sg3_mapping::apply(&mapping, &files, &model(), &dictionary(&|_| true), "m.csv", &mut found);
    let unused = found.iter().filter(|message| message.slug == "amount-not-used");
    let told: Vec<String> = unused.filter_map(|message| message.help.clone()).collect();
    assert!(told.iter().any(|help| help.starts_with("several figures share it")), "{told:?}");
    assert!(applied.reconciliation.unused.iter().any(|unused| unused.is_shared));
}

#[test]
fn figures_that_nobody_sees_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Costs 2024").expect("a name");
    sheet.write_string(0, 1, "Operating cost 2024 (USD)").expect("a cell");
    for (row, (label, cost)) in (1..).zip(COSTS) {
        sheet.write_string(row, 0, label).expect("a cell").write_number(row, 1, cost).expect("a cell");
    }
    sheet.set_row_hidden(2).expect("a row").set_row_hidden(3).expect("a row");
    let bytes = book.save_to_buffer().expect("bytes");
    let mut workbook = sg3_workbook::Workbook::open(bytes, "theirs.xlsx").expect("a workbook");
    let files = [SourceFile::of_workbook(&mut workbook, &mut Diagnostics::default())];
    let mut found = Diagnostics::default();
    sg3_mapping::apply(&proposed(&files), &files, &model(), &dictionary(&|_| true), "m.csv", &mut found);
    let told: Vec<String> = found
        .iter()
        .filter(|message| message.slug == "hidden-data")
        .map(|message| format!("{:?} {}", message.place, message.message))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Costs 2024!3:3") && told[0].ends_with("hidden figures are taken: rows 3-4"), "{told:?}");
}
