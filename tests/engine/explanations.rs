//! The leaves of an explanation recompute the figure, to the last bit: over any model and data, an engine that is given these
//! leaves and nothing else gives the same figure.

mod random;

use proptest::prelude::*;
use sg3_calc::{Datum, Explanation, Inputs, Layer, Results, Value, bind, evaluate, explain, plan};
use sg3_lang::model::{Kind, QuantityId};
use sg3_lang::{Diagnostics, Model};

fn run(model: &Model, layer: &Layer) -> (Inputs, Results) {
    let inputs = bind(model, std::slice::from_ref(layer), &mut Diagnostics::default());
    let results = evaluate(model, &plan(model), &inputs);
    (inputs, results)
}

/// Every input behind a figure, as data.
fn leaves(model: &Model, figure: &Explanation, found: &mut Vec<Datum>) {
    assert_eq!(figure.left_out, 0, "the sums of these models are short");
    if let (true, Some(origin)) = (figure.leaf, &figure.origin) {
        let value = match model.quantity(figure.quantity).kind {
            Kind::YesNo => Value::YesNo(figure.value == 1.0),
            _ => Value::Number(figure.value),
        };
        let place = Some(figure.place.iter().cloned().collect());
        let same = |known: &Datum| (known.quantity, &known.place) == (figure.quantity, &place);
        if !found.iter().any(same) {
            found.push(Datum { quantity: figure.quantity, place, value, origin: origin.clone(), evidence: None });
        }
    }
    figure.operands.iter().for_each(|operand| leaves(model, operand, found));
}

/// A figure of the model: the quantity and a cell that has a value.
fn figures(model: &Model, results: &Results) -> Vec<(QuantityId, usize)> {
    let cells = |id: QuantityId| {
        let cells = results.array(id).into_iter().flat_map(|array| array.cells.iter().enumerate());
        cells.filter(|(_, cell)| !cell.is_nan()).map(move |(cell, _)| (id, cell)).collect::<Vec<_>>()
    };
    model.outputs().flat_map(|(id, _)| cells(id)).collect()
}

/// Whether the leaves give the figure, and whether without one of them it is missing.
fn recomputes(
    model: &Model,
    (inputs, results): &(Inputs, Results),
    (id, cell): (QuantityId, usize),
    skip: usize,
) -> (bool, bool) {
    let array = results.array(id).expect("outputs are computed");
    let explanation = explain(model, inputs, results, id, &array.place(cell), 100);
    let mut values = Vec::new();
    leaves(model, &explanation, &mut values);
    let again = |values: Vec<Datum>| {
        run(model, &Layer { values, ..Layer::default() }).1.array(id).expect("computed").cells[cell]
    };
    let recomputed = again(values.clone()).to_bits() == array.cells[cell].to_bits();
    let without = (!values.is_empty()).then(|| {
        values.remove(skip % values.len());
        again(values)
    });
    (recomputed, without.is_some_and(f64::is_nan))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn leaves_recompute_the_figure(seed in any::<u64>()) {
        let (model, layer, text) = random::model(seed);
        let run = run(&model, &layer);
        for figure in figures(&model, &run.1) {
            let (recomputed, _) = recomputes(&model, &run, figure, 0);
            prop_assert!(recomputed, "{} of\n{text}", model.quantity(figure.0).name);
        }
    }
}

/// The property is no empty one: models are found, figures have values, and a leaf left out is missed.
#[test]
fn a_leaf_left_out_is_missed() {
    let (mut figures_found, mut missed, mut worlds) = (0, 0, 0);
    for seed in 0..16 {
        let (model, layer, text) = random::model(seed);
        worlds += usize::from(text.contains(" with "));
        let run = run(&model, &layer);
        for (number, figure) in figures(&model, &run.1).into_iter().enumerate() {
            figures_found += 1;
            missed += usize::from(recomputes(&model, &run, figure, number).1);
        }
    }
    assert!(figures_found > 80 && worlds > 4, "{figures_found} figures, {worlds} models with other worlds");
    assert!(missed * 10 > figures_found * 7, "{missed} of {figures_found}");
}
