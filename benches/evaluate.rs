//! Text to model, plan, and evaluation beside a hand-written loop for the same model in the same run.

mod coalitions;
#[allow(dead_code, reason = "the benches share one model, and each needs a part of it")]
mod lric;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use lric::{Size, hand_written, inputs, model};
use sg3_calc::{evaluate, plan};
use std::hint::black_box;

fn check(criterion: &mut Criterion) {
    criterion.bench_function("text to model", |bench| bench.iter(|| black_box(model())));
    let model = model();
    criterion.bench_function("plan", |bench| bench.iter(|| black_box(plan(&model))));
}

fn evaluation(criterion: &mut Criterion) {
    let model = model();
    let plan = plan(&model);
    let mut group = criterion.benchmark_group("evaluate");
    group.sample_size(20);
    for elements in [200, 2_000, 20_000] {
        let size = Size { elements, services: 100, years: 20 };
        let (inputs, plain) = inputs(&model, size);
        let ours = evaluate(&model, &plan, &inputs);
        lric::assert_same(&model, &ours, "cost", &hand_written(&plain));
        group.bench_function(BenchmarkId::new("engine", elements), |bench| {
            bench.iter(|| black_box(evaluate(&model, &plan, &inputs)));
        });
        group.bench_function(BenchmarkId::new("hand-written loop", elements), |bench| {
            bench.iter(|| black_box(hand_written(&plain)));
        });
    }
}

fn shapley(criterion: &mut Criterion) {
    let model = coalitions::model();
    let plan = plan(&model);
    let mut group = criterion.benchmark_group("Shapley, a world for every coalition");
    group.sample_size(10);
    for services in [8, 12, 16] {
        let (inputs, plain) = coalitions::inputs(&model, services);
        let ours = evaluate(&model, &plan, &inputs);
        lric::assert_same(&model, &ours, "share", &coalitions::hand_written(&plain));
        group.bench_function(BenchmarkId::new("engine", services), |bench| {
            bench.iter(|| black_box(evaluate(&model, &plan, &inputs)));
        });
        group.bench_function(BenchmarkId::new("hand-written loop", services), |bench| {
            bench.iter(|| black_box(coalitions::hand_written(&plain)));
        });
    }
}

criterion_group!(benches, check, evaluation, shapley);
criterion_main!(benches);
