//! The live workbook: writing it beside bare rust_xlsxwriter for the same cells, and, in the same run, what LibreOffice, IronCalc
//! and Formualizer need to recalculate the workbook that was written, beside the engine.

#[allow(dead_code)]
mod lric;
mod peers;

use criterion::{Criterion, criterion_group, criterion_main};
use lric::{Size, checked, inputs};
use peers::say;
use rust_xlsxwriter::{Formula, Workbook};
use sg3_calc::{Inputs, Results, evaluate, plan};
use sg3_lang::Sources;
use sg3_lang::model::{Model, QuantityId};
use sg3_live::verify::{SheetCells, read_sheets};
use sg3_live::{Material, Provenance};
use sg3_workbook::Content;
use std::hint::black_box;

/// Some 270,000 formulas: sheets of inputs, calculations and sources together.
const SIZE: Size = Size { elements: 650, services: 100, years: 20 };

struct Run {
    sources: Sources,
    model: Model,
    inputs: Inputs,
    results: Results,
}

fn run() -> Run {
    let (sources, model) = checked();
    let (inputs, _) = inputs(&model, SIZE);
    let results = evaluate(&model, &plan(&model), &inputs);
    Run { sources, model, inputs, results }
}

fn export(run: &Run) -> Vec<u8> {
    let Run { sources, model, inputs, results } = run;
    let language = sg3_language::Language::default();
    let material = Material::of(model, sources, inputs, results, &language);
    let wanted: Vec<QuantityId> = model.outputs().map(|(id, _)| id).collect();
    let book = sg3_live::build_book(material, &wanted, true).expect("it fits");
    sg3_live::write_workbook(&book, material, &Provenance::default()).expect("results fit on a sheet")
}

/// The same cells, without looks.
fn bare(pages: &[SheetCells]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for page in pages {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&page.name).expect("a name");
        for ((row, column), cell) in &page.cells {
            let (row, column) = (*row, *column as u16);
            let formula = cell.formula.as_ref().and_then(|formula| formula.text.as_deref());
            match (formula, &cell.content) {
                (Some(text), Content::Number(number)) => {
                    let formula = Formula::new(format!("={text}")).set_result(number.to_string());
                    sheet.write_formula(row, column, formula)
                }
                (Some(text), _) => sheet.write_formula(row, column, Formula::new(format!("={text}"))),
                (None, Content::Number(number)) => sheet.write_number(row, column, *number),
                (None, Content::Text(text)) => sheet.write_string(row, column, text),
                (None, _) => continue,
            }
            .expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn cells(bytes: &[u8]) -> Vec<SheetCells> {
    let mut workbook = sg3_workbook::Workbook::open(bytes.to_vec(), "result.xlsx").expect("a workbook");
    read_sheets(&mut workbook).expect("its sheets")
}

fn writing(criterion: &mut Criterion) {
    let run = run();
    let bytes = export(&run);
    say(&format!("most memory, export alone: {} MB", peak()));
    let pages = cells(&bytes);
    let formulas = pages.iter().flat_map(|page| page.cells.values()).filter(|cell| cell.formula.is_some()).count();
    say(&format!("{formulas} formulas, {} MB", bytes.len() / 1_000_000));
    let mut group = criterion.benchmark_group("write");
    group.sample_size(10);
    group.bench_function("live workbook", |bench| bench.iter(|| black_box(export(&run))));
    group.bench_function("bare rust_xlsxwriter", |bench| bench.iter(|| black_box(bare(&pages))));
}

fn recalculation(criterion: &mut Criterion) {
    let run = run();
    let bytes = export(&run);
    let plan = plan(&run.model);
    let mut group = criterion.benchmark_group("recalculate");
    group.sample_size(10);
    group.bench_function("engine", |bench| bench.iter(|| black_box(evaluate(&run.model, &plan, &run.inputs))));
    drop(group);
    peers::recalculate(&bytes);
}

/// The most memory that this process has had so far, in millions of bytes, where the system tells.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)).and_then(|number| number.parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024 / 1_000_000
}

criterion_group!(benches, writing, recalculation);
criterion_main!(benches);
