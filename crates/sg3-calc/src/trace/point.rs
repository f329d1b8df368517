//! A formula at one place: what its parts are worth there, and which cells it reads.

mod ordered;

use crate::array::place_in;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use sg3_lang::model::{
    Axis, Body, Counterfactual, Definition, Expression, Index, IndexBase, Limit, MemberRef, Model, QuantityId, Read,
    Reduction,
};
use std::rc::Rc;

/// A point of evaluation: a position for every axis in scope, in one environment.
#[derive(Clone)]
pub(crate) struct Point<'a> {
    pub engine: &'a Engine<'a>,
    pub environment: Rc<Environment>,
    pub scope: &'a [Axis],
    pub frame: Vec<usize>,
}

/// What a reading meets.
pub(crate) enum Target {
    /// A cell of the array.
    Cell(usize),
    /// A shift leaves the dimension.
    Beyond,
    /// The index of this axis is bad, or its member is not there.
    Unknown(usize),
}

/// One term of a reduction.
pub(crate) struct Term {
    pub frame: Vec<usize>,
    /// Yes (1) where it counts.
    pub filter: f64,
    pub value: f64,
    /// What tells its place in an order.
    key: f64,
}

impl<'a> Point<'a> {
    /// The definition of a quantity at a cell, with the formula that counts there.
    pub(crate) fn of_cell(
        engine: &'a Engine<'a>,
        environment: &Rc<Environment>,
        id: QuantityId,
        place: &[usize],
    ) -> Option<(Point<'a>, &'a Expression)> {
        let definition = engine.model().quantity(id).definition()?;
        let formula = formula_at(engine, id, definition, place)?;
        let mut frame = place.to_vec();
        frame.resize(definition.scope.len(), 0);
        Some((Point { engine, environment: environment.clone(), scope: &definition.scope, frame }, formula))
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.engine.model()
    }

    pub(crate) fn at(&self, frame: Vec<usize>) -> Point<'a> {
        Point { frame, ..self.clone() }
    }

    pub(crate) fn in_environment(&self, environment: Rc<Environment>) -> Point<'a> {
        Point { environment, ..self.clone() }
    }

    pub(crate) fn value(&self, expression: &Expression) -> f64 {
        self.engine.values_over(&self.environment, self.scope, &[], expression, &self.frame)[0]
    }

    pub(crate) fn is_bad(&self, expression: &Expression) -> bool {
        self.value(expression).is_nan()
    }

    /// The environment of a counterfactual, here.
    pub(crate) fn counterfactual(&self, counterfactual: &Counterfactual) -> Rc<Environment> {
        Rc::new(self.engine.counterfactual(&self.environment, self.scope, counterfactual, &self.frame))
    }

    pub(crate) fn target(&self, read: &Read) -> Target {
        let axes = &self.model().quantity(read.quantity).axes;
        let mut cell = 0;
        let mut beyond = false;
        for (number, (axis, index)) in axes.iter().zip(&read.places).enumerate() {
            let position = self.position(index, axis);
            if position.is_nan() {
                return Target::Unknown(number);
            }
            beyond |= position.is_infinite();
            cell = cell * self.engine.count(axis) + position as usize * usize::from(position.is_finite());
        }
        if beyond { Target::Beyond } else { Target::Cell(cell) }
    }

    pub(crate) fn position(&self, index: &Index, axis: &Axis) -> f64 {
        match (&index.base, &index.shift) {
            (IndexBase::Axis(id), None) => self.frame[id.0 as usize] as f64,
            _ => self.engine.position_of(&self.environment, self.scope, index, axis.dimension, &self.frame),
        }
    }

    /// The terms of a reduction in order, without those that a limit or the lack of a key leaves out.
    pub(crate) fn terms(&self, reduction: &Reduction) -> Vec<Term> {
        let terms = self.terms_as_listed(reduction);
        match &reduction.order {
            Some(order) => self.in_order(reduction, order, terms),
            None => terms,
        }
    }

    fn terms_as_listed(&self, reduction: &Reduction) -> Vec<Term> {
        let axes: Vec<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let values = self.values_over(&axes, &reduction.arguments[0]);
        let keys = reduction.order.as_ref().map(|order| self.values_over(&axes, &order.key));
        let filters = reduction.filter.as_ref().map(|filter| self.values_over(&axes, filter));
        let shape: Vec<usize> = axes.iter().map(|axis| self.engine.count(&self.scope[*axis])).collect();
        let mut terms = Vec::new();
        for (number, value) in values.into_iter().enumerate() {
            let mut frame = self.frame.clone();
            axes.iter().zip(place_in(&shape, number)).for_each(|(axis, position)| frame[*axis] = position);
            let filter = filters.as_ref().map_or(1.0, |filters| filters[number]);
            let key = keys.as_ref().map_or(f64::NAN, |keys| keys[number]);
            terms.push(Term { frame, filter, value, key });
        }
        terms.retain(|term| self.is_within(reduction, &term.frame));
        terms
    }

    fn values_over(&self, axes: &[usize], expression: &Expression) -> Vec<f64> {
        self.engine.values_over(&self.environment, self.scope, axes, expression, &self.frame)
    }

    fn is_within(&self, reduction: &Reduction, frame: &[usize]) -> bool {
        let limited = reduction.limit.is_none_or(|(how, outer)| {
            let (bound, outer) = (frame[reduction.axes[0].0 as usize], frame[outer.0 as usize]);
            bound < outer || (how == Limit::Upto && bound == outer)
        });
        // running totals look at what came before; what is shared out looks at all
        let looks_at_all = !reduction.how.keeps_axes() || reduction.to.is_some() || reduction.order.is_some();
        limited && (looks_at_all || place_along(reduction, frame) <= place_along(reduction, &self.frame))
    }
}

/// The positions of a frame along the axes of a reduction.
fn place_along(reduction: &Reduction, frame: &[usize]) -> Vec<usize> {
    reduction.axes.iter().map(|axis| frame[axis.0 as usize]).collect()
}

fn formula_at<'m>(
    engine: &Engine,
    id: QuantityId,
    definition: &'m Definition,
    place: &[usize],
) -> Option<&'m Expression> {
    let table = match &definition.body {
        Body::Formula(formula) => return Some(formula),
        Body::Table(table) => table,
    };
    let axes = &engine.model().quantity(id).axes;
    table.entries.iter().find(|entry| is_for(engine, axes, &entry.place, place))?.value.as_ref()
}

/// Whether the members that an entry names are those at a place.
fn is_for(engine: &Engine, axes: &[Axis], members: &[Option<MemberRef>], place: &[usize]) -> bool {
    axes.iter().zip(members).zip(place).all(|((axis, member), position)| {
        member.as_ref().is_none_or(|member| engine.locate(axis, member) == Some(*position))
    })
}

#[cfg(test)]
mod tests;
