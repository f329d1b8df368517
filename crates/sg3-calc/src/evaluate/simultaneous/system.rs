//! The matrix of a system: what each unknown takes from each.

use crate::array::place_in;
use crate::evaluate::compile::Context;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::evaluate::program::Program;
use nalgebra::DMatrix;
use sg3_lang::model::{Body, Definition, Entry, Limit, LinearTerm, QuantityId, linear_terms};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The coefficients of a system, term by term.
pub(super) struct System {
    /// Axes of the head, other than the unknowns', along which the matrix changes.
    pub axes: Vec<usize>,
    parts: Vec<Part>,
}

/// The coefficients of one term.
struct Part {
    /// Over the axis of the unknowns, and then the axes of the sums around the term.
    coefficient: Program,
    /// Which unknown is read, over the same axes.
    position: Program,
    limits: Vec<(Limit, usize, usize)>,
    axis: usize,
    /// The entry of a table that the term stands in, and which entry each cell belongs to.
    owners: Option<(usize, Rc<[usize]>)>,
    shape: Vec<usize>,
}

impl System {
    pub(super) fn compile(engine: &Engine, id: QuantityId, definition: &Definition, axis: usize) -> System {
        let own_axes = engine.model.quantity(id).axes.len();
        let mut system = System { axes: Vec::new(), parts: Vec::new() };
        let mut axes = BTreeSet::new();
        for (entry, formula) in definition.body.numbered_expressions() {
            for term in linear_terms(formula, id) {
                let mut changing = term.coefficient.free_axes();
                changing.extend(term.read.places[axis].free_axes());
                axes.extend(changing.into_iter().filter(|free| *free < own_axes && *free != axis));
                let mut part = Part::compile(engine, id, definition, axis, &term);
                if let Body::Table(table) = &definition.body {
                    part.owners = Some((entry, engine.owners(id, table)));
                    axes.extend(table.entries.iter().flat_map(Entry::fixed_axes));
                }
                system.parts.push(part);
            }
        }
        axes.remove(&axis);
        system.axes = axes.into_iter().collect();
        system
    }

    /// The matrix at a place: row by unknown, column by the unknown it reads.
    pub(super) fn matrix(
        &self,
        engine: &Engine,
        environment: &Environment,
        place: &[usize],
        count: usize,
    ) -> DMatrix<f64> {
        let mut matrix = DMatrix::zeros(count, count);
        self.parts.iter().for_each(|part| part.add(engine, environment, place, &mut matrix));
        matrix
    }
}

impl Part {
    fn compile(engine: &Engine, id: QuantityId, definition: &Definition, axis: usize, term: &LinearTerm) -> Part {
        let loops: Vec<usize> = std::iter::once(axis).chain(term.axes.iter().copied()).collect();
        let context = Context::over(engine, &definition.scope, loops);
        let coefficient = Program::compile(context.clone(), &term.coefficient);
        let dimension = engine.model.quantity(id).axes[axis].dimension;
        let position = Program::of_index(context, &term.read.places[axis], dimension);
        let shape = engine.sizes(&engine.model.quantity(id).axes);
        Part { coefficient, position, limits: term.limits.clone(), axis, owners: None, shape }
    }

    fn add(&self, engine: &Engine, environment: &Environment, place: &[usize], matrix: &mut DMatrix<f64>) {
        let mut frame = self.coefficient.frame();
        frame[..place.len()].copy_from_slice(place);
        let coefficients = self.coefficient.run(engine, environment, &mut frame.clone());
        let positions = self.position.run(engine, environment, &mut frame.clone());
        for (number, (coefficient, position)) in coefficients.into_iter().zip(positions).enumerate() {
            let looped = place_in(&self.coefficient.shape, number);
            self.coefficient.loops.iter().zip(looped).for_each(|(axis, position)| frame[*axis] = position);
            if !self.counts(&frame) || position.is_infinite() || coefficient == 0.0 {
                continue;
            }
            let row = frame[self.axis];
            if position.is_nan() {
                matrix.row_mut(row).fill(f64::NAN);
            } else {
                matrix[(row, position as usize)] += coefficient;
            }
        }
    }

    /// Whether limits and the table leave the term in at the positions of the frame.
    fn counts(&self, frame: &[usize]) -> bool {
        let cell = self.shape.iter().zip(frame).fold(0, |cell, (count, position)| cell * count + position);
        self.limits.iter().all(|limit| is_within(limit, frame))
            && self.owners.as_ref().is_none_or(|(entry, owners)| owners[cell] == *entry)
    }
}

fn is_within((how, bound, outer): &(Limit, usize, usize), frame: &[usize]) -> bool {
    match how {
        Limit::Before => frame[*bound] < frame[*outer],
        Limit::Upto => frame[*bound] <= frame[*outer],
    }
}
