//! A workbook of some of many alike members: what the others come to stands there as delivered, in the data and in every counterfactual,
//! and is no longer used once something is replaced on which they depend.

use crate::catalogue::{Example, examples};
use crate::changes::{position, room_of};
use crate::returned::pages;
use crate::{assert_none, book, by_ironcalc, written};
use ironcalc::base::cell::CellValue;
use sg3_calc::{Excerpt, Inputs, Others, Results, World, evaluate, plan};
use sg3_lang::model::{Node, QuantityId};
use sg3_language::Language;
use sg3_live::{Book, LeftOut, Material, OthersFrom, Provenance, build_book, write_workbook};
use std::sync::Arc;

fn alike() -> &'static Example {
    examples("tests/language").find(|example| example.path.ends_with("alike.md")).expect("it is there")
}

/// The second and the fifth of its six areas.
fn excerpt(example: &Example) -> Excerpt {
    Excerpt { dimension: example.model.alike_dimensions().next().expect("areas"), chosen: vec![1, 4] }
}

fn made(example: &Example, data: (&Inputs, &Results), left_out: LeftOut) -> (Book, Vec<u8>) {
    let language = Language::default();
    let whole = book::material(example, &language);
    let material = Material { inputs: data.0, results: data.1, left_out: Some(left_out), ..whole };
    let wanted: Vec<QuantityId> =
        example.model.quantity_ids().filter(|id| example.results.array(*id).is_some()).collect();
    let book = build_book(material, &wanted, true).expect("it can be written");
    let bytes = write_workbook(&book, material, &Provenance::default()).expect("it fits");
    (book, bytes)
}

/// The book of the two areas, and what it is made from.
fn of_two() -> (Book, Vec<u8>, Inputs) {
    let example = alike();
    let Example { model, inputs, results, .. } = example;
    let excerpt = excerpt(example);
    let (own, shown) = (excerpt.of_inputs(model, inputs), excerpt.of_results(model, results));
    let others = Others::of(model, inputs, results, &excerpt);
    let (book, bytes) =
        made(example, (&own, &shown), LeftOut { dimension: excerpt.dimension, others: OthersFrom::Run(&others) });
    (book, bytes, own)
}

#[test]
fn it_recalculates_to_the_figures_of_all() {
    let (_, bytes, _) = of_two();
    let is = written::Written::of(&bytes);
    assert!(is.formulas.len() > 200, "the counterfactuals are there, too");
    assert_none(&is.differences(&by_ironcalc(&bytes)));
}

/// Values of a quantity once a cell for another figure is filled, as a spreadsheet has them; and what the top of the sheet says.
fn after(input: &str, cell: usize, value: f64, quantity: &str) -> (Vec<CellValue>, String) {
    let example = alike();
    let (book, bytes, _) = of_two();
    let mut model = written::open(&bytes);
    let find = |name: &str| example.model.find_quantity(name).expect("it is there");
    let key = room_of(&book, find(input), cell);
    model.set_user_input(key.0, key.1, key.2, format!("{value:?}")).expect("a cell to write to");
    model.evaluate();
    let block = book.of_quantity(find(quantity)).expect("it is in the book");
    let cells = 0..book.block(block).cells();
    let values = cells
        .map(|cell| position(&book, block, cell))
        .map(|(sheet, row, column)| model.get_cell_value_by_index(sheet, row, column).expect("a cell"));
    let top = model.get_cell_value_by_index(key.0, 2, 2).expect("a cell");
    let CellValue::String(top) = top else { panic!("the top says nothing: {top:?}") };
    (values.collect(), top)
}

#[test]
fn another_figure_of_an_area_that_is_there_moves_the_total() {
    let example = alike();
    let surface = example.model.find_quantity("surface").expect("an input");
    let mut inputs = example.inputs.clone();
    let array = inputs.arrays[surface.0 as usize].as_mut().expect("it has values");
    Arc::make_mut(array).cells[4] = 310.0;
    let results = evaluate(&example.model, &plan(&example.model), &inputs);
    let cost = example.model.find_quantity("cost").expect("an output");
    let (values, top) = after("surface", 1, 310.0, "cost");
    let wanted: Vec<CellValue> =
        results.array(cost).expect("it is computed").cells.iter().map(|value| CellValue::Number(*value)).collect();
    assert_eq!(values, wanted);
    assert!(!top.starts_with("NOT VALID"), "{top}");
    let before: Vec<CellValue> = after("price", 0, 1000.0, "cost").0;
    assert_ne!(values, before, "the figure matters");
}

#[test]
fn another_figure_on_which_the_others_depend_leaves_no_total() {
    for input in ["demand", "reach", "people", "carries"] {
        let (values, top) = after(input, 0, 77.0, "cost");
        let is_error = |value: &CellValue| matches!(value, CellValue::String(text) if text.starts_with('#'));
        assert!(values.iter().any(is_error), "{input}: {values:?}");
        assert!(top.starts_with("NOT VALID"), "{input}: {top}");
    }
}

#[test]
fn what_is_replaced_in_a_counterfactual_alone_leaves_the_data_as_they_are() {
    let is_error = |value: &CellValue| matches!(value, CellValue::String(text) if text.starts_with('#'));
    let (values, _) = after("part", 0, 0.25, "cost");
    assert!(!values.iter().any(is_error), "{values:?}");
    let (values, top) = after("part", 0, 0.25, "avoided");
    assert!(values.iter().all(is_error), "{values:?}");
    assert!(top.starts_with("NOT VALID"), "{top}");
}

#[test]
fn it_is_read_again_without_the_data_of_the_others() {
    let example = alike();
    let (_, bytes, own) = of_two();
    let sheets = pages(&bytes);
    let stored = sg3_live::verify::read_inputs(&sheets, &example.model);
    let of_two_alone = evaluate(&example.model, &plan(&example.model), &stored);
    let excerpt = excerpt(example);
    let known = excerpt.without_totals(&example.model, &of_two_alone);
    let (book, fresh) =
        made(example, (&stored, &known), LeftOut { dimension: excerpt.dimension, others: OthersFrom::Sheets(&sheets) });
    let comparison = sg3_live::verify::compare(&book, &own, &pages(&fresh), &sheets);
    assert!(comparison.changes.is_empty(), "{:#?}", comparison.changes);
    let cost = example.model.find_quantity("cost").expect("an output");
    let surface = example.model.find_quantity("surface").expect("an input");
    assert!(of_two_alone.array(cost).is_some() && known.array(cost).is_none(), "it follows from totals");
    assert!(known.array(surface).is_some(), "it does not");
}

/// Of every set of areas and of all others: what both leave out is what all come to, in the data and without half of a service.
#[test]
fn two_sets_that_leave_each_other_out_leave_out_everything() {
    let Example { model, inputs, results, .. } = alike();
    let dimension = model.alike_dimensions().next().expect("areas");
    let totals = ["people_of_all", "sites", "wide"].map(|name| model.find_quantity(name).expect("a total"));
    let halved = model.find_quantity("avoided").and_then(|id| model.quantity(id).definition()).expect("a formula");
    let mut substitutions = Vec::new();
    for formula in halved.body.expressions() {
        formula.walk(&mut |part| {
            if let Node::Counterfactual(with) = &part.node {
                substitutions.extend(&with.substitutions);
            }
        });
    }
    let world = World { scope: &halved.scope, substitutions, keys: vec![0] };
    let left_out = |chosen: Vec<usize>| Others::of(model, inputs, results, &Excerpt { dimension, chosen });
    let none_chosen = left_out(Vec::new()).in_world(std::slice::from_ref(&world));
    for set in 0..1_usize << 6 {
        let sides = [1, 0].map(|side| left_out((0..6).filter(|area| set >> area & 1 == side).collect()));
        let worlds = [0, 1].map(|side: usize| sides[side].in_world(std::slice::from_ref(&world)));
        for total in totals {
            let parts = [0, 1].map(|side: usize| &sides[side].in_data(total).expect("a total").cells);
            assert_adds(parts, &results.array(total).expect("a total").cells);
            let parts = [0, 1].map(|side: usize| &worlds[side][&total].cells);
            assert_adds(parts, &none_chosen[&total].cells);
        }
    }
    assert_ne!(
        none_chosen[&totals[1]].cells[..6],
        results.array(totals[1]).expect("a total").cells,
        "the world is another"
    );
}

fn assert_adds([one, other]: [&Vec<f64>; 2], whole: &[f64]) {
    assert!(one.len() == whole.len() && other.len() == whole.len());
    let adds = |((one, other), whole): ((&f64, &f64), &f64)| (one + other - whole).abs() <= 1e-9 * whole.abs().max(1.0);
    assert!(one.iter().zip(other).zip(whole).all(adds), "{one:?} and {other:?} are not {whole:?}");
}

#[test]
fn a_figure_of_a_member_that_is_there_is_one_of_the_whole() {
    let example = alike();
    let surface = example.model.find_quantity("surface").expect("an input");
    let axes = &example.model.quantity(surface).axes;
    assert_eq!(excerpt(example).cell_of_whole(axes, &example.inputs.members, 1), 4);
    let demand = &example.model.quantity(example.model.find_quantity("demand").expect("an input")).axes;
    assert_eq!(excerpt(example).cell_of_whole(demand, &example.inputs.members, 3), 3, "no axis of theirs");
}
