//! A foreign workbook of twenty sheets and 200,000 cells: from bytes to sheets, from sheets to a proposal, from a proposal to its workbook.

use criterion::{Criterion, criterion_group, criterion_main};
use rust_xlsxwriter::Workbook as Writer;
use sg3_benches::root;
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Library, Model, Sources};
use sg3_mapping::{Dictionary, ProposalOptions, Reconciliation, SourceFile, Understood};
use sg3_workbook::Workbook;
use std::fs;
use std::hint::black_box;

const SHEETS: u32 = 20;
const ROWS: u32 = 1_000;
const PARTS: [&str; 5] =
    ["Access network", "Local exchanges", "Trunk exchanges", "Transmission backbone", "International gateway"];
const WORDS: [&str; 8] = [
    "Salaries and wages",
    "Repairs",
    "Electricity",
    "Rent of premises",
    "Depreciation of equipment",
    "Travel",
    "Insurance",
    "Sundry",
];

fn model(name: &str) -> Model {
    let text = |name: &str| fs::read_to_string(root().join(format!("models/{name}.md"))).ok();
    let mut sources = Sources::default();
    let file = sources.add(name, text(name).expect("a model"));
    let library = Library { functions: sg3_calc::functions::ALL, documents: &|name| text(name).map(Into::into) };
    sg3_lang::check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model without mistakes")
}

fn dictionary() -> Dictionary {
    let mut dictionary = Dictionary::default();
    for language in ["ar", "currencies", "en", "es", "fr", "pt", "ru", "zh"] {
        let text = fs::read_to_string(root().join(format!("models/synonyms/{language}.csv"))).expect("a dictionary");
        dictionary.add(language, &text, &mut Diagnostics::default());
    }
    dictionary
}

/// Ten columns: account, description, seven of figures, balance.
fn bytes() -> Vec<u8> {
    let mut book = Writer::new();
    for number in 0..SHEETS {
        let sheet = book.add_worksheet();
        sheet.set_name(format!("TB {} {number}", PARTS[number as usize % PARTS.len()])).expect("a name");
        sheet.write(0, 0, "Trial balance 2024, KES thousands").expect("a cell");
        for (column, words) in
            ["Account", "Description", "Q1", "Q2", "Q3", "Q4", "Debit", "Credit", "Budget", "Balance"]
                .iter()
                .enumerate()
        {
            sheet.write(2, column as u16, *words).expect("a cell");
        }
        for row in 0..ROWS {
            let at = row + 3;
            sheet.write(at, 0, 600_000 + row * 90).expect("a cell");
            sheet
                .write(at, 1, format!("{} {row} of unit {number}", WORDS[row as usize % WORDS.len()]))
                .expect("a cell");
            for column in 2..10_u16 {
                sheet.write(at, column, f64::from(row * 7919 % 10_007 + u32::from(column))).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn theirs(bytes: Vec<u8>) -> SourceFile {
    let mut workbook = Workbook::open(bytes, "theirs.xlsx").expect("a workbook");
    SourceFile::of_workbook(&mut workbook, &mut Diagnostics::default())
}

fn mapping(criterion: &mut Criterion) {
    let (regional, top_down) = (model("regional/africa"), model("top-down/fully-distributed"));
    let (dictionary, bytes) = (dictionary(), bytes());
    let files = [theirs(bytes.clone())];
    let propose = |model| {
        sg3_mapping::propose(model, Respondent::One(Owner::Operator), &files, &dictionary, ProposalOptions::default())
    };
    let proposed = propose(&regional);
    let mut group = criterion.benchmark_group("foreign workbook of 200,000 cells");
    group.sample_size(10);
    group.bench_function("read", |bencher| bencher.iter(|| theirs(black_box(bytes.clone()))));
    group.bench_function("propose for figures", |bencher| bencher.iter(|| propose(&regional)));
    group.bench_function("propose for lists", |bencher| bencher.iter(|| propose(&top_down)));
    group.bench_function("apply", |bencher| {
        bencher.iter(|| {
            sg3_mapping::apply(&proposed, &files, &regional, &dictionary, "mapping.csv", &mut Diagnostics::default())
        });
    });
    group.bench_function("understand once, propose and apply", |bencher| {
        bencher.iter(|| {
            let respondent = Respondent::One(Owner::Operator);
            let understood = Understood::of(&regional, respondent, &files, &dictionary);
            let mapping = understood.propose(ProposalOptions::default());
            understood.apply(&mapping, "mapping.csv", &mut Diagnostics::default())
        });
    });
    group.bench_function("write", |bencher| {
        bencher.iter(|| proposed.workbook(&regional, &files, &Reconciliation::default()));
    });
    group.finish();
}

criterion_group!(benches, mapping);
criterion_main!(benches);
