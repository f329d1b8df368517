//! The national operator: the command from end to end, and its parts.

use criterion::{Criterion, criterion_group, criterion_main};
use sg3_benches::root;
use sg3_calc::{Inputs, bind, evaluate, functions, plan};
use sg3_form::{Layout, read_form};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use sg3_workbook::Workbook;
use std::hint::black_box;
use std::process::{Command, Stdio};

fn workbook() -> Vec<u8> {
    std::fs::read(root().join("samples/national-operator/operator.xlsx")).expect("the sample")
}

fn document(name: &str) -> Option<String> {
    std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok()
}

fn model() -> Model {
    let name = "top-down/fully-distributed";
    let mut sources = Sources::default();
    let file = sources.add(name, document(name).expect("a model of the catalogue"));
    let library = Library { functions: functions::ALL, documents: &|name| document(name).map(Into::into) };
    check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue is right")
}

fn inputs(model: &Model, bytes: Vec<u8>) -> Inputs {
    let mut diagnostics = Diagnostics::default();
    let owner = sg3_form::Respondent::from(Owner::Operator);
    let mut workbook = Workbook::open(bytes, "operator.xlsx").expect("a workbook");
    let owner = sg3_form::read_identity(&mut workbook).and_then(|identity| identity.owner).unwrap_or(owner);
    let layer = read_form(&mut workbook, model, &Layout::of(model, owner), &mut diagnostics);
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    inputs
}

fn command() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sg3-as-measured"));
    command.args(["run", "samples/national-operator/operator.xlsx"]).current_dir(root());
    let ended = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the command starts");
    assert!(ended.success());
}

fn national(criterion: &mut Criterion) {
    let (model, bytes) = (model(), workbook());
    let plan = plan(&model);
    let bound = inputs(&model, bytes.clone());
    let mut group = criterion.benchmark_group("national operator");
    group.sample_size(10);
    group.bench_function("the command: read, evaluate, report", |bench| bench.iter(command));
    group.bench_function("read and bind", |bench| bench.iter(|| black_box(inputs(&model, bytes.clone()))));
    group.bench_function("evaluate", |bench| bench.iter(|| black_box(evaluate(&model, &plan, &bound))));
}

criterion_group!(benches, national);
criterion_main!(benches);
