//! A network that carries more needs no fewer of anything: the counts of the national mobile model, whatever the demand.

use proptest::prelude::*;
use sg3_calc::{Inputs, evaluate, functions, inputs_of_case, plan_for};
use sg3_lang::model::Model;
use sg3_lang::{Diagnostics, Library, Sources, check};
use std::sync::{Arc, LazyLock};

/// The model, and the data of its case with all generations.
static MOBILE: LazyLock<(Model, Inputs)> = LazyLock::new(|| {
    let read = |name: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
        std::fs::read_to_string(root.join(format!("{name}.md"))).ok()
    };
    let mut sources = Sources::default();
    let file = sources.add("bottom-up/mobile", read("bottom-up/mobile").expect("a model of the catalogue"));
    let library = Library { functions: functions::ALL, documents: &|name| read(name).map(Into::into) };
    let model = check(&mut sources, file, library, &mut Diagnostics::default()).expect("the model is right");
    let case =
        model.cases.iter().find(|case| case.label.as_str() == "Four generations in four years").expect("the case");
    let inputs = inputs_of_case(&model, case, &[]);
    (model, inputs)
});

/// The data with the use of each service times a factor; counted in whole units (0) or without rounding up (1).
fn with_demand(factors: &[f64], counting: f64) -> Inputs {
    let (model, inputs) = &*MOBILE;
    let mut inputs = inputs.clone();
    for name in ["demand.usage", "demand.total"] {
        let id = model.find_quantity(name).expect("an input");
        let Some(array) = inputs.arrays[id.0 as usize].as_mut() else { continue };
        let array = Arc::make_mut(array);
        let years = array.cells.len() / factors.len();
        array.cells.iter_mut().enumerate().for_each(|(cell, value)| *value *= factors[cell / years]);
    }
    let counting_of = model.find_quantity("counting").expect("an input");
    let array = inputs.arrays[counting_of.0 as usize].as_mut().expect("it is given or proposed");
    Arc::make_mut(array).cells[0] = counting;
    inputs
}

/// What is required of each kind of equipment, by year.
fn required(factors: &[f64], counting: f64) -> Vec<f64> {
    let (model, _) = &*MOBILE;
    let id = model.find_quantity("required").expect("an output");
    let results = evaluate(model, &plan_for(model, std::iter::once(id)), &with_demand(factors, counting));
    results.array(id).expect("it is computed").cells.clone()
}

fn factors(range: std::ops::Range<f64>) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(range, 7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_count_falls_when_demand_rises(less in factors(0.01..8.0), rise in factors(1.0..4.0), counting in 0..2_u8) {
        let more: Vec<f64> = less.iter().zip(&rise).map(|(less, rise)| less * rise).collect();
        let [before, after] = [&less, &more].map(|factors| required(factors, counting.into()));
        prop_assert!(!before.is_empty());
        for (number, (before, after)) in before.iter().zip(&after).enumerate() {
            prop_assert!(!before.is_nan() && !after.is_nan(), "count {number} is missing");
            prop_assert!(*after >= before * (1.0 - 1e-9), "count {number} falls from {before} to {after}");
        }
    }
}

/// The control: with four times the demand some count rises, and without any only some remain.
#[test]
fn demand_moves_the_counts() {
    let [none, some, much] = [0.0, 1.0, 4.0].map(|factor| required(&[factor; 7], 0.0));
    assert!(some.iter().zip(&much).any(|(some, much)| some < much));
    assert!(none.iter().zip(&some).any(|(none, some)| none < some));
    assert!(none.iter().any(|none| *none > 0.0), "coverage remains");
}
