//! A formula at one place: what its parts are worth there and which cells it reads.

use crate::array::place_in;
use crate::evaluate::{Engine, World};
use crate::reads::keeps_axes;
use sg3_lang::model::{
    Axis, Body, Definition, Expression, Index, IndexBase, Limit, MemberRef, Model, QuantityId, Read, Reduction,
};
use std::rc::Rc;

/// A position for every axis in scope, in one world.
#[derive(Clone)]
pub(crate) struct Site<'a> {
    pub engine: &'a Engine<'a>,
    pub world: Rc<World>,
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
}

impl<'a> Site<'a> {
    /// The definition of a quantity at a cell, with the formula that counts there.
    pub(crate) fn of_cell(
        engine: &'a Engine<'a>,
        world: &Rc<World>,
        id: QuantityId,
        place: &[usize],
    ) -> Option<(Site<'a>, &'a Expression)> {
        let definition = engine.model().quantity(id).definition()?;
        let formula = formula_at(engine, id, definition, place)?;
        let mut frame = place.to_vec();
        frame.resize(definition.scope.len(), 0);
        Some((Site { engine, world: world.clone(), scope: &definition.scope, frame }, formula))
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.engine.model()
    }

    pub(crate) fn at(&self, frame: Vec<usize>) -> Site<'a> {
        Site { frame, ..self.clone() }
    }

    pub(crate) fn in_world(&self, world: Rc<World>) -> Site<'a> {
        Site { world, ..self.clone() }
    }

    pub(crate) fn value(&self, expression: &Expression) -> f64 {
        self.engine.values_over(&self.world, self.scope, &[], expression, &self.frame)[0]
    }

    pub(crate) fn is_bad(&self, expression: &Expression) -> bool {
        self.value(expression).is_nan()
    }

    /// The world that a `with` speaks of, here.
    pub(crate) fn other_world(&self, other: &sg3_lang::model::World) -> Rc<World> {
        Rc::new(self.engine.other_world(&self.world, self.scope, other, &self.frame))
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
            _ => self.engine.position_of(&self.world, self.scope, index, axis.dimension, &self.frame),
        }
    }

    /// The terms of a reduction in order, without those that a limit leaves out.
    pub(crate) fn terms(&self, reduction: &Reduction) -> Vec<Term> {
        let axes: Vec<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let over =
            |expression: &Expression| self.engine.values_over(&self.world, self.scope, &axes, expression, &self.frame);
        let values = over(&reduction.arguments[0]);
        let filters = reduction.filter.as_ref().map(over);
        let shape: Vec<usize> = axes.iter().map(|axis| self.engine.count(&self.scope[*axis])).collect();
        let term = |(number, value): (usize, f64)| {
            let mut frame = self.frame.clone();
            axes.iter().zip(place_in(&shape, number)).for_each(|(axis, position)| frame[*axis] = position);
            let filter = filters.as_ref().map_or(1.0, |filters| filters[number]);
            Term { frame, filter, value }
        };
        let terms = values.into_iter().enumerate().map(term);
        terms.filter(|term| self.is_within(reduction, &term.frame)).collect()
    }

    fn is_within(&self, reduction: &Reduction, frame: &[usize]) -> bool {
        let limited = reduction.limit.is_none_or(|(how, outer)| {
            let (bound, outer) = (frame[reduction.axes[0].0 as usize], frame[outer.0 as usize]);
            bound < outer || (how == Limit::Upto && bound == outer)
        });
        // running totals look at what came before; what is shared out looks at all
        let running = !keeps_axes(reduction) || reduction.to.is_some();
        let of = |frame: &[usize]| reduction.axes.iter().map(|axis| frame[axis.0 as usize]).collect::<Vec<_>>();
        limited && (running || of(frame) <= of(&self.frame))
    }
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
    let fits = |own: &[Option<MemberRef>]| {
        let is_here = |((axis, member), position): ((&Axis, &Option<MemberRef>), &usize)| {
            member.as_ref().is_none_or(|member| engine.locate(axis, member) == Some(*position))
        };
        axes.iter().zip(own).zip(place).all(is_here)
    };
    table.entries.iter().find(|entry| fits(&entry.place))?.value.as_ref()
}

#[cfg(test)]
mod tests;
