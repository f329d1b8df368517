//! A large country: what depends on the area beside a hand-written loop, growth with the number of areas, two worlds beside one.

mod radio;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use radio::{Plain, TOTALS, assert_same, hand_written, inputs, model};
use sg3_calc::{Plan, evaluate, plan_for};
use sg3_lang::model::{Model, QuantityId};
use std::hint::black_box;

fn ids(model: &Model, names: &[&str]) -> Vec<QuantityId> {
    names.iter().map(|name| model.find_quantity(name).expect("a quantity")).collect()
}

fn areas(criterion: &mut Criterion) {
    let model = model();
    let all = plan_for(&model, model.quantity_ids().filter(|id| model.quantity(*id).name.starts_with("radio.")));
    let plan = plan_for(&model, ids(&model, &TOTALS).into_iter());
    let mut group = criterion.benchmark_group("radio network by area");
    group.sample_size(10);
    for areas in [100, 1_000, 10_000, 100_000] {
        let inputs = inputs(&model, areas);
        let plain = Plain::of(&model, &evaluate(&model, &all, &inputs));
        assert_same(&model, &evaluate(&model, &plan, &inputs), &hand_written(&plain));
        group.bench_function(BenchmarkId::new("engine", areas), |bench| {
            bench.iter(|| black_box(evaluate(&model, &plan, &inputs)));
        });
        group.bench_function(BenchmarkId::new("hand-written loop", areas), |bench| {
            bench.iter(|| black_box(hand_written(&plain)));
        });
    }
}

/// What is required, and what is required with a tenth less demand, which a check of the model asks: of the second world only what follows
/// from demand is computed. Beside it all that the cost of the network needs, and seven worlds more.
fn worlds(criterion: &mut Criterion) {
    let model = model();
    let inputs = inputs(&model, 1_000);
    let one = plan_for(&model, ids(&model, &["required"]).into_iter());
    let asked = model.checks.iter().position(|check| &*check.name == "no_count_falls").expect("the check");
    let two = Plan { checks: vec![asked], ..one.clone() };
    let cost = plan_for(&model, ids(&model, &["network_cost"]).into_iter());
    let avoided = plan_for(&model, ids(&model, &["pure_lric"]).into_iter());
    let mut group = criterion.benchmark_group("a thousand areas");
    group.sample_size(10);
    let plans = [
        ("one world: required equipment", one),
        ("two worlds: the same with a tenth less demand", two),
        ("cost of the network", cost),
        ("pure LRIC of seven services", avoided),
    ];
    for (name, plan) in plans {
        group.bench_function(name, |bench| bench.iter(|| black_box(evaluate(&model, &plan, &inputs))));
    }
}

criterion_group!(benches, areas, worlds);
criterion_main!(benches);
