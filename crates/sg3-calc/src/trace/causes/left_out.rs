//! Who was left out because nothing was given: what a reduction passes over by `where price is given`, and who has no place in an order.

use super::messages::{SHOWN, write_cell};
use crate::bind::inputs::Inputs;
use crate::bind::state::CellState;
use crate::evaluate::engine::Engine;
use crate::present::labels::place_of;
use crate::results::Results;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics, Severity};
use sg3_lang::model::{Expression, Model, Node, Quantity, QuantityId};
use std::collections::{BTreeMap, BTreeSet};

/// Cells that are passed over, for each quantity that a condition asks about.
pub(super) fn report_left_out(model: &Model, inputs: &Inputs, results: &Results, diagnostics: &mut Diagnostics) {
    for (answers, readers) in conditions(model, results) {
        let Some(asked) = model.quantity(answers).asks_whether_given() else { continue };
        let answers = results.array(answers).into_iter().flat_map(|array| array.cells.iter().enumerate());
        let cells: Vec<usize> = answers.filter(|(_, answer)| **answer == 0.0).map(|(cell, _)| cell).collect();
        if !cells.is_empty() {
            diagnostics.add(left_out(model, inputs, asked, &cells, ("", &readers)));
        }
    }
}

/// Cells without a value by which members are ordered, unless nobody knows the order. Who is left out of an order by a longer formula, its
/// explanation says.
pub(super) fn report_without_key(engine: &Engine, inputs: &Inputs, results: &Results, diagnostics: &mut Diagnostics) {
    for (key, readers) in keys(engine, results) {
        let values = results.array(key).into_iter().flat_map(|array| array.cells.iter().enumerate());
        let cells: Vec<usize> = values.filter(|(_, value)| value.is_nan()).map(|(cell, _)| cell).collect();
        if !cells.is_empty() {
            diagnostics.add(left_out(engine.model(), inputs, key, &cells, ("the order in ", &readers)));
        }
    }
}

/// The quantities by which members are ordered, and where.
fn keys<'m>(engine: &Engine<'m>, results: &Results) -> BTreeMap<QuantityId, BTreeSet<&'m str>> {
    let model = engine.model();
    let mut keys: BTreeMap<QuantityId, BTreeSet<&str>> = BTreeMap::new();
    for quantity in model.quantity_ids().filter(|id| results.array(*id).is_some()).map(|id| model.quantity(id)) {
        for formula in quantity.definition().into_iter().flat_map(|definition| definition.body.expressions()) {
            formula.walk(&mut |inner| {
                let Node::Reduce(reduction) = &inner.node else { return };
                let known = reduction.order.iter().filter(|order| !engine.member_order(order).unread);
                for key in known.filter_map(|order| read_alone(&order.key)) {
                    keys.entry(key).or_default().insert(&quantity.name);
                }
            });
        }
    }
    keys
}

/// The quantity, if nothing but that is read; its sign does not matter.
fn read_alone(key: &Expression) -> Option<QuantityId> {
    match &key.node {
        Node::Read(read) => Some(read.quantity),
        Node::Unary(_, operand) => read_alone(operand),
        _ => None,
    }
}

/// Which quantities have a condition that reads the answer whether something is given.
fn conditions<'m>(model: &'m Model, results: &Results) -> BTreeMap<QuantityId, BTreeSet<&'m str>> {
    let mut conditions: BTreeMap<QuantityId, BTreeSet<&str>> = BTreeMap::new();
    let computed = model.quantity_ids().filter(|id| results.array(*id).is_some()).map(|id| model.quantity(id));
    for quantity in computed {
        for answers in asked_in_conditions(model, quantity) {
            conditions.entry(answers).or_default().insert(&quantity.name);
        }
    }
    conditions
}

fn asked_in_conditions(model: &Model, quantity: &Quantity) -> BTreeSet<QuantityId> {
    let mut asked = BTreeSet::new();
    let formulas = quantity.definition().into_iter().flat_map(|definition| definition.body.expressions());
    for formula in formulas {
        formula.walk(&mut |inner| {
            let Node::Reduce(reduction) = &inner.node else { return };
            let filters = reduction.filter.iter().flat_map(Expression::dependencies);
            asked.extend(filters.filter(|id| model.quantity(*id).asks_whether_given().is_some()));
        });
    }
    asked
}

fn left_out(
    model: &Model,
    inputs: &Inputs,
    asked: QuantityId,
    cells: &[usize],
    (what, readers): (&str, &BTreeSet<&str>),
) -> Diagnostic {
    let quantity = model.quantity(asked);
    let names = cells.iter().take(SHOWN).map(|cell| {
        let name = write_cell(model, inputs, asked, *cell);
        if quantity.input().is_some() { format!("{name} ({})", state_words(inputs.state(asked, *cell))) } else { name }
    });
    let more = if cells.len() > SHOWN { format!(" and {} more", cells.len() - SHOWN) } else { String::new() };
    let list = names.collect::<Vec<_>>().join(", ");
    let readers: Vec<&str> = readers.iter().copied().collect();
    let message = format!("{list}{more}: not given, and left out of {what}`{}`", readers.join("`, `"));
    let mut diagnostic = Diagnostic::error("left-out", quantity.span, message).with(Severity::Note);
    for cell in cells.iter().take(SHOWN) {
        if let Some(at) = inputs.origin(asked, *cell).or_else(|| inputs.form_cell(asked, *cell)) {
            diagnostic = diagnostic.note_at(place_of(at), write_cell(model, inputs, asked, *cell));
        }
    }
    diagnostic.label(quantity.label.clone())
}

fn state_words(state: CellState) -> &'static str {
    if state == CellState::Withheld { "not available" } else { state.label() }
}
