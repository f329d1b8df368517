//! A large country: what depends on the area beside a hand-written loop, growth with the number of areas, two worlds beside one; and
//! the workbook of the small country in other programs beside the engine.

mod peers;
mod radio;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use radio::{Plain, TOTALS, assert_same, hand_written, inputs, model, model_with_sources, small_country};
use sg3_calc::{Plan, evaluate, plan, plan_for};
use sg3_lang::model::{Model, QuantityId};
use sg3_live::{Material, Provenance};
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

/// The whole workbook of the small country, with its counterfactuals: computed by the engine, and recalculated by others.
fn workbook(criterion: &mut Criterion) {
    let (sources, model) = model_with_sources();
    let inputs = small_country(&model);
    let plan = plan(&model);
    let results = evaluate(&model, &plan, &inputs);
    let language = sg3_language::Language::default();
    let material = Material::of(&model, &sources, &inputs, &results, &language);
    let wanted: Vec<QuantityId> = model.outputs().map(|(id, _)| id).collect();
    let write = || {
        let book = sg3_live::build_book(material, &wanted, true).expect("it fits");
        sg3_live::write_workbook(&book, material, &Provenance::default()).expect("results fit on a sheet")
    };
    let bytes = write();
    peers::say(&format!("workbook of the small country: {} kB", bytes.len() / 1_000));
    let mut group = criterion.benchmark_group("the small country");
    group.sample_size(10);
    group.bench_function("engine", |bench| bench.iter(|| black_box(evaluate(&model, &plan, &inputs))));
    group.bench_function("write the workbook", |bench| bench.iter(|| black_box(write())));
    drop(group);
    peers::recalculate(&bytes);
}

criterion_group!(benches, areas, worlds, workbook);
criterion_main!(benches);
