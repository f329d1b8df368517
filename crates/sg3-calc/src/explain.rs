//! Why a figure is what it is: the formula that was used, the cells it read, and theirs, down to the data.

mod operands;

use crate::evaluate::{Engine, World};
use crate::evidence::Evidence;
use crate::inputs::Inputs;
use crate::layer::Origin;
use crate::results::Results;
use crate::site::Site;
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
    let figure = Operand { quantity, cell, world, within: None };
    Explainer { engine: &engine, inputs }.explain(&figure, depth)
}

struct Explainer<'a> {
    engine: &'a Engine<'a>,
    inputs: &'a Inputs,
}

impl<'a> Explainer<'a> {
    fn explain(&self, figure: &Operand, depth: usize) -> Explanation {
        let quantity = self.engine.model().quantity(figure.quantity);
        let array = figure.world.array(figure.quantity);
        let place = array.map(|array| array.place(figure.cell)).unwrap_or_default();
        let value = array.and_then(|array| array.cells.get(figure.cell)).copied().unwrap_or(f64::NAN);
        let replaced = figure.world.replaced.get(&figure.quantity).copied();
        let given = replaced.is_some() || self.inputs.array(figure.quantity).is_some();
        let leaf = given || matches!(quantity.role, Role::Input(_) | Role::Constant(_));
        let used = Site::of_cell(self.engine, &figure.world, figure.quantity, &place).filter(|_| !given);
        let formula = replaced.or(used.as_ref().map(|(_, formula)| formula.span));
        let (cells, left_out) = match used {
            Some((site, formula)) if depth > 0 && !leaf => operands(&site, formula, figure.within),
            _ => (Vec::new(), 0),
        };
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
            world: figure.within,
            origin: self.inputs.origin(figure.quantity, figure.cell).filter(|_| replaced.is_none()).cloned(),
            evidence: self.inputs.evidence(figure.quantity, figure.cell).filter(|_| replaced.is_none()).cloned(),
            leaf,
            operands: cells.iter().map(|cell| self.explain(cell, depth - 1)).collect(),
            left_out,
        }
    }

    fn member(&self, kind: &Kind, value: f64) -> Option<Arc<str>> {
        let Kind::Member(dimension) = kind else { return None };
        let keys = &self.inputs.members_of(*dimension).keys;
        value.is_finite().then(|| keys.get(value as usize).cloned()).flatten()
    }
}
