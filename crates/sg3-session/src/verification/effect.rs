//! What other figures do to the results, worked out by the engine.

use super::data::{Effect, OwnFigure};
use sg3_calc::display_number;
use sg3_calc::present::figure::FigureFormat;
use sg3_calc::present::shown::display_of;
use sg3_calc::{Inputs, Results, tolerance};
use sg3_lang::model::{Kind, Quantity, QuantityId};
use sg3_live::verify::EnteredFigure;
use sg3_report::{Computed, number};
use std::sync::Arc;

/// A figure, with what it does by itself.
pub(crate) fn replacing_figure(computed: &Computed, own: &EnteredFigure) -> OwnFigure {
    let quantity = computed.model.quantity(own.quantity);
    let was = computed.inputs.array(own.quantity).map_or(f64::NAN, |array| array.cells[own.cell]);
    let effects = differences(computed, &results_with(computed, std::slice::from_ref(own)));
    let range = quantity.input().and_then(|input| input.range);
    let shown = shown_figures(computed, own, was);
    let outside = range.filter(|range| own.value.is_some_and(|value| !range.contains(value)));
    OwnFigure {
        name: name(computed, own.quantity, own.cell),
        label: quantity.label.clone(),
        sheet: own.sheet.clone(),
        at: own.at.clone(),
        beside: own.is_beside,
        outside: outside.map(|range| range.to_string()),
        was: input_text(computed, quantity, was),
        is: own.words.clone(),
        shown,
        value: own.value,
        changes_most: effects
            .into_iter()
            .reduce(|most, effect| if size(&effect) > size(&most) { effect } else { most }),
    }
}

/// The figure delivered and the one that replaces it, as people see them: what is no number in the words of the cell.
fn shown_figures(computed: &Computed, own: &EnteredFigure, was: f64) -> [String; 2] {
    let quantity = computed.model.quantity(own.quantity);
    let format = FigureFormat::alone(display_of(quantity));
    let is_number = matches!(quantity.kind, Kind::Number(_));
    let is = own.value.filter(|_| is_number).map_or_else(|| own.words.clone(), |value| format.write(value));
    let was = if is_number && !was.is_nan() { format.write(was) } else { input_text(computed, quantity, was) };
    [was, is]
}

/// A result that appears or disappears counts for more than any change.
fn size(effect: &Effect) -> f64 {
    effect.change.map_or(f64::INFINITY, f64::abs)
}

/// Evaluates the model with figures in place of those delivered.
pub(crate) fn results_with(computed: &Computed, own: &[EnteredFigure]) -> Results {
    let inputs = own.iter().fold(computed.inputs.clone(), replaced);
    sg3_calc::evaluate(&computed.model, &sg3_calc::plan(&computed.model), &inputs)
}

/// Labels of the checks that fail at one place at least.
pub(crate) fn failing_checks(computed: &Computed, results: &Results) -> Vec<String> {
    let failing = results.checks.iter().filter(|check| check.cells.iter().any(|cell| cell.holds == Some(false)));
    failing.map(|check| computed.model.checks[check.check].label.clone()).collect()
}

/// The data with one figure replaced.
fn replaced(mut inputs: Inputs, own: &EnteredFigure) -> Inputs {
    if let Some(array) = &mut inputs.arrays[own.quantity.0 as usize] {
        Arc::make_mut(array).cells[own.cell] = own.value.unwrap_or(f64::NAN);
    }
    inputs
}

/// Results that are not those delivered.
pub(crate) fn differences(computed: &Computed, results: &Results) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (id, _) in computed.model.outputs() {
        let (Some(before), Some(after)) = (computed.results.array(id), results.array(id)) else { continue };
        let cells = before.cells.iter().zip(&after.cells).enumerate();
        effects.extend(cells.filter_map(|(cell, (was, is))| effect(computed, id, cell, *was, *is)));
    }
    effects
}

/// Nothing if it is the same.
fn effect(computed: &Computed, id: QuantityId, cell: usize, was: f64, is: f64) -> Option<Effect> {
    let is_same = (was.is_nan() && is.is_nan()) || tolerance::equal(was, is) == 1.0;
    let place = computed.results.array(id)?.place(cell);
    let format = FigureFormat::of_column(display_of(computed.model.quantity(id)), &[was, is]);
    (!is_same).then(|| Effect {
        name: name(computed, id, cell),
        label: computed.model.quantity(id).label.clone(),
        unit: computed.unit_at(id, &place),
        was: known(was),
        is: known(is),
        change: known((is - was) / was.abs()).filter(|change| change.is_finite()),
        shown_unit: computed.shown_unit_at(id, &place),
        shown: [was, is].map(|value| format.write(value)),
    })
}

fn known(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

/// `minutes[urban, 2025]`.
fn name(computed: &Computed, id: QuantityId, cell: usize) -> String {
    let quantity = computed.model.quantity(id);
    let array = computed.inputs.array(id).or_else(|| computed.results.array(id));
    let place = array.map(|array| array.place(cell)).unwrap_or_default();
    let keys = computed.keys(&quantity.axes, &place);
    if keys.is_empty() { quantity.name.to_string() } else { format!("{}[{}]", quantity.name, keys.join(", ")) }
}

/// A figure of an input as people read it.
fn input_text(computed: &Computed, quantity: &Quantity, value: f64) -> String {
    match &quantity.kind {
        _ if value.is_nan() => "missing".to_owned(),
        Kind::Number(_) => display_number(value),
        Kind::YesNo => number::yes_no(value == 1.0).to_owned(),
        Kind::Date => sg3_lang::day::write(value),
        Kind::Member(dimension) => computed.inputs.members_of(*dimension).labels[value as usize].clone(),
    }
}
