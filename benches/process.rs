//! The main job as a user runs it: a process that reads a workbook, computes and prints.

use criterion::{Criterion, criterion_group, criterion_main};
use std::process::Command;

fn run(criterion: &mut Criterion) {
    let root = sg3_benches::root();
    let job = || {
        let arguments = ["run", "regional/africa", "samples/africa/operator.xlsx"];
        Command::new(env!("CARGO_BIN_EXE_sg3-as-measured"))
            .args(arguments)
            .current_dir(&root)
            .output()
            .expect("the command was built")
    };
    assert!(job().status.success(), "the sample is right");
    let mut group = criterion.benchmark_group("process");
    group.sample_size(30);
    group.bench_function("sg3 run regional/africa samples/africa/operator.xlsx", |bench| bench.iter(job));
    group.bench_function("sg3 --version", |bench| {
        bench.iter(|| {
            Command::new(env!("CARGO_BIN_EXE_sg3-as-measured"))
                .arg("--version")
                .output()
                .expect("the command was built")
        });
    });
}

criterion_group!(benches, run);
criterion_main!(benches);
