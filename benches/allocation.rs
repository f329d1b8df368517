//! Reciprocal allocation of many centres beside nalgebra's bare solve of the same system.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use nalgebra::{DMatrix, DVector};
use sg3_calc::{Datum, Inputs, Layer, MemberEntry, Origin, Value, bind, evaluate, functions, plan_for};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::hint::black_box;
use std::sync::Arc;

/// Of ten centres so many support the others.
const SUPPORT_OF_TEN: usize = 9;

fn model() -> Model {
    let mut sources = Sources::default();
    let file = sources.add("top-down/cost-allocation", include_str!("../models/top-down/cost-allocation.md"));
    let library = Library { functions: functions::ALL, documents: &|_| None };
    check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue is right")
}

/// Drivers that support centres share.
const DRIVERS: usize = 10;

/// Quantity of a driver that a centre uses: scattered, the same on every machine.
fn quantity(driver: usize, centre: usize) -> f64 {
    1.0 + ((driver * 7_919 + centre * 104_729) % 1_009) as f64
}

/// What one centre uses of the driver of another; nothing of its own.
fn used(from: usize, to: usize) -> f64 {
    if from == to { 0.0 } else { quantity(from % DRIVERS, to) }
}

fn own_cost(centre: usize) -> f64 {
    1_000.0 + (centre * 37 % 101) as f64
}

fn is_support(centre: usize) -> bool {
    centre % 10 < SUPPORT_OF_TEN
}

fn inputs(model: &Model, centres: usize) -> Inputs {
    let mut layer = Layer { name: "made up".into(), ..Layer::default() };
    let keys =
        |count: usize, letter: char| -> Vec<Arc<str>> { (0..count).map(|n| format!("{letter}{n}").into()).collect() };
    let (centre_keys, driver_keys) = (keys(centres, 'c'), keys(DRIVERS, 'd'));
    for (dimension, keys) in [("centre", &centre_keys), ("driver", &driver_keys)] {
        let dimension = model.find_dimension(dimension).expect("a dimension of the model");
        let member = |key: &Arc<str>| MemberEntry {
            dimension,
            key: key.clone(),
            label: key.to_string(),
            unit: None,
            origin: Origin::Case,
        };
        layer.members.extend(keys.iter().map(member));
    }
    let mut say = |name: &str, place: Vec<Arc<str>>, value: Value| {
        let quantity = model.find_quantity(name).expect("an input of the model");
        layer.values.push(Datum { quantity, place: Some(place.into()), value, origin: Origin::Case, evidence: None });
    };
    for (centre, key) in centre_keys.iter().enumerate() {
        let kind = if is_support(centre) { "support" } else { "operating" };
        say("kind", vec![key.clone()], Value::Text(kind.into()));
        say("own_cost", vec![key.clone(), "opex".into()], Value::Number(own_cost(centre)));
        say("driver_of", vec![key.clone()], Value::Text(driver_keys[centre % DRIVERS].to_string()));
        for (driver, of) in driver_keys.iter().enumerate() {
            say("driver_value", vec![of.clone(), key.clone()], Value::Number(quantity(driver, centre)));
        }
    }
    for (name, value) in [("method", "reciprocal"), ("share_source", "drivers"), ("self_use", "no")] {
        say(name, vec![], Value::Text(value.into()));
    }
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    inputs
}

/// The equations as a programmer would set them up by hand.
fn equations(centres: usize) -> (DMatrix<f64>, DVector<f64>) {
    let total: Vec<f64> = (0..centres).map(|from| (0..centres).map(|to| used(from, to)).sum()).collect();
    let part = |to: usize, from: usize| if is_support(from) { used(from, to) / total[from] } else { 0.0 };
    let matrix = DMatrix::from_fn(centres, centres, |to, from| if to == from { 1.0 } else { 0.0 } - part(to, from));
    (matrix, DVector::from_fn(centres, |centre, _| own_cost(centre)))
}

fn allocation(criterion: &mut Criterion) {
    let model = model();
    let gross = model.find_quantity("gross").expect("an output of the model");
    let plan = plan_for(&model, [gross].into_iter());
    let mut group = criterion.benchmark_group("reciprocal allocation");
    group.sample_size(10);
    for centres in [200, 2_000] {
        let inputs = inputs(&model, centres);
        let (matrix, right) = equations(centres);
        let bare = matrix.clone().lu().solve(&right).expect("every centre reaches an operating one");
        let ours = evaluate(&model, &plan, &inputs);
        let ours = &ours.array(gross).expect("it is computed").cells;
        let layers = ours.len() / centres;
        assert!((0..centres).all(|centre| (ours[centre * layers] - bare[centre]).abs() <= 1e-9 * bare[centre]));
        group.bench_function(BenchmarkId::new("engine", centres), |bench| {
            bench.iter(|| black_box(evaluate(&model, &plan, &inputs)));
        });
        group.bench_function(BenchmarkId::new("nalgebra's solve alone", centres), |bench| {
            bench.iter(|| black_box(matrix.clone().lu().solve(&right)));
        });
    }
}

criterion_group!(benches, allocation);
criterion_main!(benches);
