//! Cost is conserved, whatever the data: nothing is lost or made on the way from the books to the services.

use proptest::prelude::*;
use sg3_calc::{Datum, Layer, Origin, Results, Value, bind, evaluate, functions, plan};
use sg3_lang::model::Kind;
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::sync::Arc;

fn model(name: &str) -> Model {
    let read = |name: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
        std::fs::read_to_string(root.join(format!("{name}.md"))).ok()
    };
    let mut sources = Sources::default();
    let file = sources.add(name, read(name).expect("a model of the catalogue"));
    let library = Library { functions: functions::ALL, documents: &|name| read(name).map(Into::into) };
    check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue is right")
}

/// One value: name, keys, number.
type Fact = (&'static str, Vec<String>, f64);

fn run(model: &Model, facts: &[Fact]) -> Results {
    let values = facts.iter().map(|(name, keys, value)| {
        let quantity = model.find_quantity(name).unwrap_or_else(|| panic!("no {name}"));
        let yes_no = model.quantity(quantity).kind == Kind::YesNo;
        Datum {
            quantity,
            place: Some(keys.iter().map(|key| Arc::from(key.as_str())).collect()),
            value: if yes_no { Value::YesNo(*value != 0.0) } else { Value::Number(*value) },
            origin: Origin::Case,
            evidence: None,
        }
    });
    let layer = Layer { name: "any".into(), values: values.collect(), ..Layer::default() };
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    evaluate(model, &plan(model), &inputs)
}

fn total(model: &Model, results: &Results, name: &str) -> f64 {
    results.array(model.find_quantity(name).expect("a quantity")).expect("it is computed").cells.iter().sum()
}

const SERVICES: [&str; 3] = ["on_net", "termination", "data"];
const ELEMENTS: [&str; 4] = ["radio", "transmission", "voice_core", "packet_core"];

/// Any data of the tour: every element is used by some service.
fn tour() -> impl Strategy<Value = Vec<Fact>> {
    let amounts = prop::collection::vec(0.0..1e9, 12);
    let volumes = prop::collection::vec(1.0..1e9, 3);
    let routing = prop::collection::vec(0.01..300.0, 12);
    (amounts, volumes, routing, 0.0..0.5).prop_map(|(amounts, volumes, routing, wacc)| {
        let mut facts: Vec<Fact> = vec![("wacc", vec![], wacc)];
        for (service, volume) in SERVICES.iter().zip(&volumes) {
            facts.push(("volume", vec![service.to_string()], *volume));
        }
        for (cell, factor) in routing.iter().enumerate() {
            facts.push(("routing", vec![SERVICES[cell / 4].into(), ELEMENTS[cell % 4].into()], *factor));
        }
        for (cell, amount) in amounts.iter().enumerate() {
            let name = ["operating_cost", "depreciation", "net_assets"][cell / 4];
            facts.push((name, vec![ELEMENTS[cell % 4].into()], *amount));
        }
        facts
    })
}

/// Any own cost of four services, and any three facilities that some of them use.
fn joint_facilities() -> impl Strategy<Value = Vec<Fact>> {
    let users = prop::collection::vec(1_u8..16, 3);
    (prop::collection::vec(1.0..1e9, 4), prop::collection::vec(0.0..1e9, 3), users).prop_map(
        |(own, facility, users)| {
            let service = |at: usize| format!("service_{at}");
            let mut facts: Vec<Fact> = Vec::new();
            facts.extend(own.iter().enumerate().map(|(at, cost)| ("own_cost", vec![service(at)], *cost)));
            for (number, (cost, users)) in facility.iter().zip(&users).enumerate() {
                let name = format!("facility_{number}");
                facts.push(("facility_cost", vec![name.clone()], *cost));
                let uses = |at: usize| ("uses", vec![name.clone(), service(at)], f64::from(users >> at & 1));
                facts.extend((0..4).map(uses));
            }
            facts
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn services_recover_the_cost_of_the_network(facts in tour()) {
        let model = model("tour/mobile");
        let results = run(&model, &facts);
        prop_assert!(results.checks.iter().flat_map(|check| &check.cells).all(|cell| cell.holds == Some(true)));
        let volume: Vec<f64> = facts.iter().filter(|fact| fact.0 == "volume").map(|fact| fact.2).collect();
        let unit_cost = &results.array(model.find_quantity("unit_cost").expect("an output")).expect("computed").cells;
        let recovered: f64 = volume.iter().zip(unit_cost).map(|(volume, cost)| volume * cost).sum();
        let cost = total(&model, &results, "annual_cost");
        prop_assert!((recovered - cost).abs() <= 1e-9 * cost.max(1.0), "{} of {}", recovered, cost);
    }

    #[test]
    fn the_same_data_give_the_same_bytes(facts in tour()) {
        let model = model("tour/mobile");
        let (one, two) = (run(&model, &facts), run(&model, &facts));
        let bits = |results: &Results| -> Vec<u64> {
            results.arrays.iter().flatten().flat_map(|array| array.cells.iter().map(|cell| cell.to_bits())).collect()
        };
        prop_assert_eq!(bits(&one), bits(&two));
    }

    #[test]
    fn joint_cost_is_shared_and_shapley_is_in_the_core(facts in joint_facilities()) {
        let model = model("top-down/common-cost");
        let results = run(&model, &facts);
        let failed = results.checks.iter().flat_map(|check| &check.cells).filter(|cell| cell.holds == Some(false));
        prop_assert_eq!(failed.count(), 0);
        let cost = total(&model, &results, "total_cost");
        let borne = total(&model, &results, "allocated");
        prop_assert!((borne - cost).abs() <= 1e-9 * cost, "{} of {}", borne, cost);
    }
}
