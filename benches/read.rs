//! Reading a form of a million cells, beside the bare stream of cells that the workbook reader gives in the same run; and the most
//! memory that a process takes which does nothing but that.

use calamine::{Reader, Xlsx};
use criterion::{Criterion, criterion_group, criterion_main};
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_form::{Layout, read_form, write_form};
use sg3_lang::model::{DimensionId, Owner};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use sg3_workbook::Workbook;
use std::hint::black_box;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

/// Rows of the ledger; each has a number, four amounts, eight cells for evidence that are blank, and a formula that checks them.
const ROWS: usize = 72_000;

const TEXT: &str = "# Ledger\n```sg3\ndimension entry \"Entry\" from rows\n\
    input debit[entry] \"Debit\" : money/year\ninput credit[entry] \"Credit\" : money/year\n\
    input opening[entry] \"Opening\" : money/year\ninput closing[entry] \"Closing\" : money/year\n\
    output total \"Total\" : money/year = sum(debit + credit + opening + closing over entry)\n```\n";

fn model() -> Model {
    let mut sources = Sources::default();
    let file = sources.add("ledger", TEXT);
    let library = Library { functions: &[], documents: &|_| None };
    check(&mut sources, file, library, &mut Diagnostics::default()).expect("the text is right")
}

/// The form, filled.
fn form(model: &Model, layout: &Layout) -> Vec<u8> {
    let mut layer = Layer { name: "ledger".to_owned(), ..Layer::default() };
    for row in 1..=ROWS {
        let key: Arc<str> = row.to_string().into();
        let label = key.to_string();
        layer.members.push(MemberEntry {
            dimension: DimensionId(0),
            key: key.clone(),
            label,
            unit: None,
            origin: Origin::Case,
        });
        for (number, (quantity, ..)) in model.inputs().enumerate() {
            let value = Value::Number((row * 7919 % 100_003) as f64 * 12.5 + number as f64);
            let place = Some(Box::from([key.clone()]));
            layer.values.push(Datum { quantity, place, value, origin: Origin::Case, evidence: None });
        }
    }
    write_form(model, layout, &[layer])
}

/// Every cell as the reader of workbooks gives it, and nothing done with it.
fn bare(form: Vec<u8>) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(form)).expect("the form is sound");
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name).expect("the form is sound");
        while let Some(cell) = reader.next_cell().expect("the form is sound") {
            black_box(cell.get_value());
            cells += 1;
        }
    }
    cells
}

fn read_to_layer(form: Vec<u8>, model: &Model, layout: &Layout) -> Layer {
    let mut workbook = Workbook::open(form, "form.xlsx").expect("the form is sound");
    let layer = read_form(&mut workbook, model, layout, &mut Diagnostics::default());
    assert_eq!(layer.values.len(), 4 * ROWS);
    layer
}

/// Tells the most memory of a process that reads a form from a file, or has only its bytes.
fn memory(form: &[u8]) {
    let path = std::env::temp_dir().join(format!("form-of-a-million-cells-{}.xlsx", std::process::id()));
    std::fs::write(&path, form).expect("there is room for the form");
    for way in ["bytes", "bare", "layer"] {
        let this = std::env::current_exe().expect("a running program has a file");
        let ended = Command::new(this).env("FORM", &path).env("WAY", way).status().expect("a program can run itself");
        assert!(ended.success(), "the memory of `{way}` could not be measured");
    }
    let _ = std::fs::remove_file(path);
}

fn memory_of(path: PathBuf, way: &str) {
    let form = std::fs::read(path).expect("the form is there");
    let model = model();
    match way {
        "bare" => drop(black_box(bare(form))),
        "layer" => drop(black_box(read_to_layer(form, &model, &Layout::of(&model, Owner::Operator)))),
        _ => drop(black_box(form)),
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map_or("not known", str::trim);
    writeln!(std::io::stdout(), "most memory, {way}: {peak}").expect("the terminal takes a line");
}

fn reading(criterion: &mut Criterion) {
    if let (Some(path), Ok(way)) = (std::env::var_os("FORM"), std::env::var("WAY")) {
        return memory_of(path.into(), &way);
    }
    let model = model();
    let layout = Layout::of(&model, Owner::Operator);
    let form = form(&model, &layout);
    assert!(bare(form.clone()) >= 14 * ROWS);
    memory(&form);
    let mut group = criterion.benchmark_group("a million cells");
    group.sample_size(10);
    group.bench_function("bare stream of cells", |bench| bench.iter(|| black_box(bare(form.clone()))));
    group.bench_function("intake and open", |bench| {
        bench.iter(|| black_box(Workbook::open(form.clone(), "form.xlsx").is_ok()));
    });
    group.bench_function("intake, open and stream", |bench| {
        bench.iter(|| {
            let mut workbook = Workbook::open(form.clone(), "form.xlsx").expect("the form is sound");
            (0..workbook.sheets().len()).for_each(|sheet| drop(workbook.read(sheet, |cell| drop(black_box(cell)))));
        });
    });
    group.bench_function("form read to a layer", |bench| {
        bench.iter(|| black_box(read_to_layer(form.clone(), &model, &layout)));
    });
}

criterion_group!(benches, reading);
criterion_main!(benches);
