//! Allocation of support centres, whatever the data and the method: nothing is lost, and every cost can be traced to where it ends.

use proptest::prelude::*;
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Results, Value, bind, evaluate, functions, plan};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::sync::Arc;

const CENTRES: [&str; 6] = ["buildings", "systems", "personnel", "access", "core", "retail"];
const SUPPORT: usize = 3;
const DRIVERS: [&str; 3] = ["area", "users", "staff"];
const METHODS: [&str; 3] = ["direct", "step_down", "reciprocal"];

fn model() -> Model {
    let mut sources = Sources::default();
    let file = sources.add("top-down/cost-allocation", include_str!("../../models/top-down/cost-allocation.md"));
    let library = Library { functions: functions::ALL, documents: &|_| None };
    check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue is right")
}

/// Own cost of each centre, and the quantity of each driver that it draws.
#[derive(Debug, Clone)]
struct Books {
    cost: Vec<f64>,
    drawn: Vec<f64>,
}

/// Credits are costs below zero; operating centres draw some of every driver.
fn books() -> impl Strategy<Value = Books> {
    let cost = prop::collection::vec(-1e5..1e7, CENTRES.len());
    let drawn = prop::collection::vec(1.0..1e4, DRIVERS.len() * CENTRES.len());
    (cost, drawn).prop_map(|(cost, drawn)| Books { cost, drawn })
}

fn run(model: &Model, books: &Books, method: &str) -> Results {
    let mut layer = Layer { name: "any".into(), ..Layer::default() };
    for (dimension, keys) in [("centre", &CENTRES[..]), ("driver", &DRIVERS[..])] {
        let dimension = model.find_dimension(dimension).expect("a dimension of the model");
        layer.members.extend(keys.iter().map(|key| MemberEntry {
            dimension,
            key: (*key).into(),
            label: (*key).to_owned(),
            unit: None,
            origin: Origin::Case,
        }));
    }
    let mut say = |name: &str, keys: &[&str], value: Value| {
        let quantity = model.find_quantity(name).expect("an input of the model");
        let place: Vec<Arc<str>> = keys.iter().map(|key| Arc::from(*key)).collect();
        layer.values.push(Datum { quantity, place: Some(place.into()), value, origin: Origin::Case, evidence: None });
    };
    for (number, centre) in CENTRES.iter().enumerate() {
        let kind = if number < SUPPORT { "support" } else { "operating" };
        say("kind", &[centre], Value::Text(kind.into()));
        say("rank", &[centre], Value::Number(number as f64));
        say("own_cost", &[centre, "opex"], Value::Number(books.cost[number]));
        DRIVERS.get(number).into_iter().for_each(|driver| say("driver_of", &[centre], Value::Text((*driver).into())));
        for (of, driver) in DRIVERS.iter().enumerate() {
            let drawn = books.drawn[of * CENTRES.len() + number];
            say("driver_value", &[driver, centre], Value::Number(drawn));
        }
    }
    say("method", &[], Value::Text(method.into()));
    say("share_source", &[], Value::Text("drivers".into()));
    say("wacc", &[], Value::Number(0.1));
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    evaluate(model, &plan(model), &inputs)
}

fn total(model: &Model, results: &Results, name: &str) -> f64 {
    results.array(model.find_quantity(name).expect("a quantity")).expect("it is computed").cells.iter().sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_method_passes_on_all_that_was_spent(books in books()) {
        let model = model();
        let spent: f64 = books.cost.iter().sum();
        let scale: f64 = books.cost.iter().map(|cost| cost.abs()).sum();
        for method in METHODS {
            let results = run(&model, &books, method);
            let allocated = total(&model, &results, "allocated");
            prop_assert!((allocated - spent).abs() <= 1e-9 * scale, "{}: {} of {}", method, allocated, spent);
            let traced = total(&model, &results, "traced");
            prop_assert!((traced - spent).abs() <= 1e-9 * scale, "{}: {} traced of {}", method, traced, spent);
        }
    }
}
