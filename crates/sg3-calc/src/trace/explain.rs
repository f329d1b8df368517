//! Why a figure is what it is: the formula that was used, the cells it read, and theirs, down to the data.

mod entered;
pub(crate) mod explanation;
mod operand;
mod operands;

use crate::bind::inputs::Inputs;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::results::Results;
use crate::trace::point::Point;
use entered::Replacement;
use explanation::Explanation;
use operand::Operand;
use operands::{Operands, operands};
use sg3_lang::Span;
use sg3_lang::model::{Kind, Model, QuantityId, Role};
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

/// Explains a figure down to a depth; at the depth itself cells are named but not explained further.
pub fn explain(
    model: &Model,
    inputs: &Inputs,
    results: &Results,
    quantity: QuantityId,
    place: &[usize],
    depth: usize,
) -> Explanation {
    let engine = Engine::new(model, inputs);
    let cell = results.array(quantity).map_or(0, |array| array.offset(place));
    let environment = Rc::new(Environment::of_results(results, inputs));
    let figure = Operand { quantity, cell, environment, way: None };
    Explainer { engine: &engine, inputs }.explain(&figure, depth)
}

/// The cells of data that a figure comes from, nearest first along each formula, each once and at most so many: no part of the way is
/// gone twice, however often formulas share it.
pub(crate) fn data_beneath(
    model: &Model,
    inputs: &Inputs,
    results: &Results,
    quantity: QuantityId,
    place: &[usize],
    most: usize,
) -> Vec<(QuantityId, usize)> {
    let engine = Engine::new(model, inputs);
    let cell = results.array(quantity).map_or(0, |array| array.offset(place));
    let environment = Rc::new(Environment::of_results(results, inputs));
    let mut open = vec![Operand { quantity, cell, environment, way: None }];
    let (mut seen, mut data) = (HashSet::new(), Vec::new());
    let explainer = Explainer { engine: &engine, inputs };
    while let Some(figure) = open.pop().filter(|_| data.len() < most) {
        if !seen.insert(figure.identity()) {
            continue;
        }
        let replacement = figure.replacement();
        if replacement.is_none() && inputs.array(figure.quantity).is_some() {
            data.push((figure.quantity, figure.cell));
            continue;
        }
        let (_, operands) = explainer.formula(&figure, replacement, &figure.place(), true);
        open.extend(operands.found.into_iter().rev());
    }
    data
}

struct Explainer<'a> {
    engine: &'a Engine<'a>,
    inputs: &'a Inputs,
}

impl<'a> Explainer<'a> {
    fn explain(&self, figure: &Operand<'a>, depth: usize) -> Explanation {
        let quantity = self.engine.model().quantity(figure.quantity);
        let array = figure.environment.array(figure.quantity);
        let place = figure.place();
        let value = array.and_then(|array| array.cells.get(figure.cell)).copied().unwrap_or(f64::NAN);
        let replacement = figure.replacement();
        let is_given =
            matches!(quantity.role, Role::Input(_) | Role::Constant(_)) || self.inputs.array(figure.quantity).is_some();
        let leaf = replacement.is_none() && is_given;
        let (formula, read) = self.formula(figure, replacement, &place, depth > 0 && !leaf);
        let keys = quantity
            .axes
            .iter()
            .zip(&place)
            .map(|(axis, position)| self.inputs.members_of(axis.dimension).keys[*position].clone());
        Explanation {
            quantity: figure.quantity,
            name: quantity.name.clone(),
            label: quantity.label.clone(),
            place: keys.collect(),
            value,
            member: self.member(&quantity.kind, value),
            unit: quantity.unit(),
            formula,
            counterfactual: figure.way.as_ref().map(|entered| entered.span),
            counterfactual_number: figure.number(),
            origin: self.inputs.origin(figure.quantity, figure.cell).filter(|_| leaf).cloned(),
            state: (leaf && quantity.input().is_some()).then(|| self.inputs.state(figure.quantity, figure.cell)),
            unreadable: self.inputs.unreadable.get(&(figure.quantity, figure.cell)).filter(|_| leaf).cloned(),
            evidence: self.inputs.evidence(figure.quantity, figure.cell).filter(|_| leaf).cloned(),
            leaf,
            operands: read.found.iter().map(|cell| self.explain(cell, depth - 1)).collect(),
            left_out: read.left_out,
            without_key: read.without_key,
        }
    }

    /// The formula that was used, or what replaces it, and if wanted the cells that it read.
    fn formula(
        &self,
        figure: &Operand<'a>,
        replacement: Option<Replacement<'a>>,
        place: &[usize],
        wanted: bool,
    ) -> (Option<Span>, Operands<'a>) {
        let used = match replacement {
            Some(Replacement { point, way, value }) => Some((point, value, way)),
            None if self.inputs.array(figure.quantity).is_some() => None,
            None => Point::of_cell(self.engine, &figure.environment, figure.quantity, place)
                .map(|(point, formula)| (point, formula, figure.way.clone())),
        };
        let Some((point, formula, way)) = used else { return Default::default() };
        // its name says what it asks
        let is_said = self.engine.model().quantity(figure.quantity).asks_whether_given().is_some();
        ((!is_said).then_some(formula.span), if wanted { operands(&point, formula, &way) } else { Default::default() })
    }

    fn member(&self, kind: &Kind, value: f64) -> Option<Arc<str>> {
        let Kind::Member(dimension) = kind else { return None };
        let keys = &self.inputs.members_of(*dimension).keys;
        value.is_finite().then(|| keys.get(value as usize).cloned()).flatten()
    }
}
