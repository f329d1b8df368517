//! Why a figure is what it is: the formula that was used, the cells it read, and theirs, down to the data.

mod entered;
mod operands;

use crate::evaluate::{Engine, World};
use crate::evidence::Evidence;
use crate::inputs::Inputs;
use crate::layer::Origin;
use crate::results::Results;
use crate::site::Site;
use entered::Replacement;
use operands::{Operand, operands};
use sg3_lang::model::{Kind, Model, QuantityId, Role};
use sg3_lang::{Span, Unit};
use std::rc::Rc;
use std::sync::Arc;

/// One figure and what it comes from.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The quantity.
    pub quantity: QuantityId,
    /// Its name.
    pub name: Arc<str>,
    /// What people see.
    pub label: String,
    /// A key for each axis.
    pub place: Vec<Arc<str>>,
    /// The value; `NaN` if it is missing or bad.
    pub value: f64,
    /// The member, where the value is one.
    pub member: Option<Arc<str>>,
    /// The unit of the value.
    pub unit: Unit,
    /// The formula that was used: the whole body, the entry of a table, or what replaces it in another world.
    pub formula: Option<Span>,
    /// The `with` in whose world this is; nothing in the base world.
    pub world: Option<Span>,
    /// Which entry into it this is; 0 is the base world.
    pub world_number: usize,
    /// Where the value comes from, for inputs.
    pub origin: Option<Origin>,
    /// What is known of the value beside its amount, for inputs.
    pub evidence: Option<Evidence>,
    /// Whether it is an input or a constant.
    pub leaf: bool,
    /// The cells that the formula read, branches not taken left out; of long sums the largest terms.
    pub operands: Vec<Explanation>,
    /// Terms of sums that are not shown.
    pub left_out: usize,
}

/// Explains a figure down to a depth; at the depth itself cells are named but not explained further.
pub fn explain(
    model: &Model,
    inputs: &Inputs,
    results: &Results,
    quantity: QuantityId,
    place: &[usize],
    depth: usize,
) -> Explanation {
    let engine = Engine::new(model, &results.members);
    let cell = results.array(quantity).map_or(0, |array| array.offset(place));
    let world = Rc::new(World::of_results(results, inputs));
    let figure = Operand { quantity, cell, world, way: None };
    Explainer { engine: &engine, inputs }.explain(&figure, depth)
}

struct Explainer<'a> {
    engine: &'a Engine<'a>,
    inputs: &'a Inputs,
}

impl<'a> Explainer<'a> {
    fn explain(&self, figure: &Operand<'a>, depth: usize) -> Explanation {
        let quantity = self.engine.model().quantity(figure.quantity);
        let array = figure.world.array(figure.quantity);
        let place = figure.place();
        let value = array.and_then(|array| array.cells.get(figure.cell)).copied().unwrap_or(f64::NAN);
        let replacement = figure.replacement();
        let is_given =
            matches!(quantity.role, Role::Input(_) | Role::Constant(_)) || self.inputs.array(figure.quantity).is_some();
        let leaf = replacement.is_none() && is_given;
        let (formula, (cells, left_out)) = self.formula(figure, replacement, &place, depth > 0 && !leaf);
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
            world: figure.way.as_ref().map(|entered| entered.span),
            world_number: figure.number(),
            origin: self.inputs.origin(figure.quantity, figure.cell).filter(|_| leaf).cloned(),
            evidence: self.inputs.evidence(figure.quantity, figure.cell).filter(|_| leaf).cloned(),
            leaf,
            operands: cells.iter().map(|cell| self.explain(cell, depth - 1)).collect(),
            left_out,
        }
    }

    /// The formula that was used, or what replaces it, and if wanted the cells that it read.
    fn formula(
        &self,
        figure: &Operand<'a>,
        replacement: Option<Replacement<'a>>,
        place: &[usize],
        wanted: bool,
    ) -> (Option<Span>, (Vec<Operand<'a>>, usize)) {
        let own = || Site::of_cell(self.engine, &figure.world, figure.quantity, place);
        let used = match replacement {
            Some(Replacement { site, way, value }) => Some((site, value, way)),
            None if self.inputs.array(figure.quantity).is_some() => None,
            None => own().map(|(site, formula)| (site, formula, figure.way.clone())),
        };
        let Some((site, formula, way)) = used else { return Default::default() };
        (Some(formula.span), if wanted { operands(&site, formula, &way) } else { Default::default() })
    }

    fn member(&self, kind: &Kind, value: f64) -> Option<Arc<str>> {
        let Kind::Member(dimension) = kind else { return None };
        let keys = &self.inputs.members_of(*dimension).keys;
        value.is_finite().then(|| keys.get(value as usize).cloned()).flatten()
    }
}
