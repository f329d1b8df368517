//! The matrix of a system: what each unknown takes from each.

use super::super::engine::Engine;
use super::super::program::Program;
use super::super::terms::{LinearTerm, terms};
use super::super::world::World;
use crate::array::place_in;
use crate::reads::free_axes;
use nalgebra::DMatrix;
use sg3_lang::model::{Body, Definition, IndexBase, Limit, MemberRef, QuantityId};
use std::collections::BTreeSet;

/// Coefficients by term.
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
    owners: Option<(usize, Vec<usize>)>,
    shape: Vec<usize>,
}

impl System {
    pub(super) fn compile(engine: &Engine, id: QuantityId, definition: &Definition, axis: usize) -> System {
        let own_axes = engine.model.quantity(id).axes.len();
        let mut system = System { axes: Vec::new(), parts: Vec::new() };
        let mut axes = BTreeSet::new();
        for (entry, formula) in formulas(&definition.body) {
            for term in terms(formula, id) {
                let mut changing = free_axes(&term.coefficient);
                changing.extend(index_axes(&term, axis));
                axes.extend(changing.into_iter().filter(|free| *free < own_axes && *free != axis));
                let mut part = Part::compile(engine, id, definition, axis, &term);
                if let Body::Table(table) = &definition.body {
                    part.owners = Some((entry, engine.owners(id, table)));
                    axes.extend(table.entries.iter().flat_map(|entry| fixed_axes(&entry.place)));
                }
                system.parts.push(part);
            }
        }
        axes.remove(&axis);
        system.axes = axes.into_iter().collect();
        system
    }

    /// The matrix at a place: row by unknown, column by the unknown it reads.
    pub(super) fn matrix(&self, engine: &Engine, world: &World, place: &[usize], count: usize) -> DMatrix<f64> {
        let mut matrix = DMatrix::zeros(count, count);
        self.parts.iter().for_each(|part| part.add(engine, world, place, &mut matrix));
        matrix
    }
}

impl Part {
    fn compile(engine: &Engine, id: QuantityId, definition: &Definition, axis: usize, term: &LinearTerm) -> Part {
        let loops: Vec<usize> = std::iter::once(axis).chain(term.axes.iter().copied()).collect();
        let fixed = (0..definition.scope.len()).filter(|axis| !loops.contains(axis)).collect();
        let none = BTreeSet::new();
        let coefficient = Program::compile(engine, &definition.scope, loops.clone(), fixed, &none, &term.coefficient);
        let dimension = engine.model.quantity(id).axes[axis].dimension;
        let position = Program::of_index(engine, &definition.scope, loops, &term.read.places[axis], dimension);
        let shape = engine.sizes(&engine.model.quantity(id).axes);
        Part { coefficient, position, limits: term.limits.clone(), axis, owners: None, shape }
    }

    fn add(&self, engine: &Engine, world: &World, place: &[usize], matrix: &mut DMatrix<f64>) {
        let mut frame = self.coefficient.frame();
        frame[..place.len()].copy_from_slice(place);
        let coefficients = self.coefficient.run(engine, world, &mut frame.clone());
        let positions = self.position.run(engine, world, &mut frame.clone());
        for (number, (coefficient, position)) in coefficients.into_iter().zip(positions).enumerate() {
            let looped = place_in(&self.coefficient.shape, number);
            self.coefficient.loops.iter().zip(looped).for_each(|(axis, position)| frame[*axis] = position);
            if !self.counts(&frame) || position.is_infinite() || coefficient == 0.0 {
                continue;
            }
            let row = frame[self.axis];
            match position.is_nan() {
                true => matrix.row_mut(row).fill(f64::NAN),
                false => matrix[(row, position as usize)] += coefficient,
            }
        }
    }

    /// Whether limits and the table leave the term in at the positions of the frame.
    fn counts(&self, frame: &[usize]) -> bool {
        let within = |(how, bound, outer): &(Limit, usize, usize)| match how {
            Limit::Before => frame[*bound] < frame[*outer],
            Limit::Upto => frame[*bound] <= frame[*outer],
        };
        let cell = self.shape.iter().zip(frame).fold(0, |cell, (count, position)| cell * count + position);
        self.limits.iter().all(within) && self.owners.as_ref().is_none_or(|(entry, owners)| owners[cell] == *entry)
    }
}

fn formulas(body: &Body) -> Vec<(usize, &sg3_lang::model::Expression)> {
    match body {
        Body::Formula(formula) => vec![(0, formula)],
        Body::Table(table) => {
            let entries = table.entries.iter().enumerate();
            entries.filter_map(|(number, entry)| entry.value.as_ref().map(|value| (number, value))).collect()
        }
    }
}

fn index_axes(term: &LinearTerm, axis: usize) -> BTreeSet<usize> {
    let index = &term.read.places[axis];
    let mut axes: BTreeSet<usize> = index.shift.iter().flat_map(|shift| free_axes(shift)).collect();
    match &index.base {
        IndexBase::Value(value) => axes.extend(free_axes(value)),
        IndexBase::Axis(id) => axes.extend([id.0 as usize]),
        _ => {}
    }
    axes
}

fn fixed_axes(place: &[Option<MemberRef>]) -> impl Iterator<Item = usize> {
    place.iter().enumerate().filter(|(_, member)| member.is_some()).map(|(axis, _)| axis)
}
