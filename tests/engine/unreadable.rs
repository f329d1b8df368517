//! What cannot be read is never a figure: whatever was computed beside an unreadable cell is the same whatever stands there.

use crate::models::model;
use sg3_calc::{
    CellState, Datum, Inputs, Layer, Origin, Results, Value, bind, evaluate, functions, inputs_of_case, plan,
};
use sg3_lang::model::{Model, QuantityId};
use sg3_lang::{Diagnostics, Library, Sources, check};
use sg3_tests::{documents, root};
use std::sync::Arc;

/// The data with something in a cell: `NaN` for what cannot be read, or another figure.
fn with_cell(inputs: &Inputs, id: QuantityId, cell: usize, value: f64) -> Inputs {
    let mut inputs = inputs.clone();
    if value.is_nan() {
        inputs.unreadable.insert((id, cell), "lots".into());
    }
    Arc::make_mut(inputs.arrays[id.0 as usize].as_mut().expect("an input")).cells[cell] = value;
    if value.is_nan() {
        inputs.unreadable.insert((id, cell), "lots".into());
    }
    inputs
}

/// Names of quantities that have a figure in `unread` and another one in `known`.
fn swallowed(model: &Model, unread: &Results, known: &Results) -> Vec<String> {
    let differs = |id: &QuantityId| {
        let (Some(unread), Some(known)) = (unread.array(*id), known.array(*id)) else { return false };
        unread.cells.iter().zip(&known.cells).any(|(a, b)| !a.is_nan() && a.to_bits() != b.to_bits())
    };
    let inputs = |id: &QuantityId| model.quantity(*id).input().is_none();
    model.quantity_ids().filter(inputs).filter(differs).map(|id| model.quantity(id).name.to_string()).collect()
}

#[test]
fn a_figure_beside_an_unreadable_cell_does_not_depend_on_it() {
    let (mut asked, mut told_apart) = (0, 0);
    for path in ["models", "tests/language"].iter().flat_map(|folder| documents(&root().join(folder))) {
        let model = model(&path);
        let plan = plan(&model);
        let Some(case) = model.cases.first() else { continue };
        let inputs = inputs_of_case(&model, case, &[]);
        let known = evaluate(&model, &plan, &inputs);
        for (id, quantity, _) in model.inputs() {
            let Some(cell) = inputs.array(id).and_then(|array| array.cells.iter().rposition(|cell| !cell.is_nan()))
            else {
                continue;
            };
            let unread = evaluate(&model, &plan, &with_cell(&inputs, id, cell, f64::NAN));
            let found = swallowed(&model, &unread, &known);
            assert!(found.is_empty(), "{}: {} is swallowed by {found:?}", path.display(), quantity.name);
            // a stand-in of zero in its place would have been told apart
            let zero = evaluate(&model, &plan, &with_cell(&inputs, id, cell, 0.0));
            (asked, told_apart) = (asked + 1, told_apart + usize::from(!swallowed(&model, &zero, &known).is_empty()));
        }
    }
    assert!(asked > 200 && told_apart > asked / 3, "{told_apart} of {asked}");
}

const TEXT: &str = "# States\n\n```sg3\ninput filled \"Filled\" : ratio >= 0 or 5\ninput proposed \"Proposed\" : ratio default 8\n\
    input share \"Share\" : ratio 0..1 or 0\noutput total \"Total\" : ratio = filled + proposed + share\n```\n";

fn bound(layers: &[Vec<(&str, Value)>]) -> (Model, Inputs, Diagnostics) {
    let mut sources = Sources::default();
    let file = sources.add("states", TEXT);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let mut diagnostics = Diagnostics::default();
    let model = check(&mut sources, file, library, &mut diagnostics).expect("the text is right");
    let layer = |values: &Vec<(&str, Value)>| {
        let values = values.iter().map(|(name, value)| Datum {
            quantity: model.find_quantity(name).expect("an input"),
            place: None,
            value: value.clone(),
            origin: Origin::Line { file: "data".into(), line: 1 },
            evidence: None,
        });
        Layer { values: values.collect(), ..Layer::default() }
    };
    let layers: Vec<Layer> = layers.iter().map(layer).collect();
    let inputs = bind(&model, &layers, &mut diagnostics);
    (model, inputs, diagnostics)
}

fn state(layers: &[Vec<(&str, Value)>], name: &str) -> (CellState, f64) {
    let (model, inputs, _) = bound(layers);
    let id = model.find_quantity(name).expect("an input");
    (inputs.state(id, 0), inputs.array(id).expect("it is open").cells[0])
}

fn lots() -> Value {
    Value::Unreadable("lots".to_owned())
}

#[test]
fn stand_ins_act_on_blanks_alone() {
    for (name, stand_in) in [("filled", 5.0), ("proposed", 8.0)] {
        assert_eq!(state(&[], name).1, stand_in);
        let (found, value) = state(&[vec![(name, lots())]], name);
        assert!(found == CellState::Unreadable && value.is_nan(), "{name}");
        let (found, value) = state(&[vec![(name, Value::NotAvailable("n/a".to_owned()))]], name);
        assert!(found == CellState::Withheld && value.is_nan(), "{name}");
    }
}

#[test]
fn the_last_layer_counts_also_if_it_cannot_be_read() {
    let (good, bad) = (vec![("filled", Value::Number(3.0))], vec![("filled", lots())]);
    assert_eq!(state(&[bad.clone(), good.clone()], "filled"), (CellState::Given, 3.0));
    assert_eq!(state(&[good, bad], "filled").0, CellState::Unreadable);
}

#[test]
fn what_the_input_does_not_take_is_unreadable_and_told() {
    for (value, slug) in [(Value::Number(50.0), "out-of-range"), (Value::Text("half".to_owned()), "wrong-value")] {
        let (model, inputs, found) = bound(&[vec![("share", value)]]);
        let id = model.find_quantity("share").expect("an input");
        assert_eq!(inputs.state(id, 0), CellState::Unreadable);
        assert_eq!(found.iter().map(|message| message.slug).collect::<Vec<_>>(), [slug]);
    }
}
