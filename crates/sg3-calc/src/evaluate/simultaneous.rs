//! Simultaneous systems: matrix and right sides from the formula, a test whether there is a solution, one factorisation for all right sides.

mod closed;
mod system;

use super::engine::Engine;
use super::environment::Environment;
use crate::array::Array;
use crate::bind::inputs::shape_of;
use crate::results::ClosedLoop;
use crate::tolerance::RESIDUAL;
use nalgebra::DMatrix;
use sg3_lang::model::{Definition, QuantityId};
use std::collections::BTreeMap;
use system::System;

impl Engine<'_> {
    /// Solves the system of a quantity along an axis of its head; the other axes are systems or right sides of their own.
    pub(super) fn solve(&self, environment: &mut Environment, id: QuantityId, definition: &Definition, axis: usize) {
        let shape = shape_of(self.model, self.members, id);
        let rest = self.right_sides(environment, id, definition, &shape);
        let system = System::compile(self, id, definition, axis);
        let mut solved = Array::bad(shape.clone());
        for (places, matrix) in self.systems(environment, &system, &shape, axis) {
            let columns = places.len();
            let right = DMatrix::from_fn(shape[axis], columns, |row, column| {
                rest.cells[solved_cell(&rest, &places[column], axis, row)]
            });
            let solution = self.solution(id, axis, &matrix, &right);
            for column in 0..columns {
                for row in 0..shape[axis] {
                    let cell = solved_cell(&rest, &places[column], axis, row);
                    solved.cells[cell] = solution[(row, column)];
                }
            }
        }
        environment.set(id, solved);
    }

    /// The formula with every unknown zero.
    fn right_sides(
        &self,
        environment: &Environment,
        id: QuantityId,
        definition: &Definition,
        shape: &[usize],
    ) -> Array {
        let mut without = environment.clone();
        without.number = self.shared.new_number();
        without.set(id, Array::filled(shape.to_vec(), 0.0));
        self.definition_of(&without, id, definition)
    }

    /// Each matrix with the places (but for the unknowns' axis) whose right sides it serves.
    fn systems(
        &self,
        environment: &Environment,
        system: &System,
        shape: &[usize],
        axis: usize,
    ) -> Vec<(Vec<Vec<usize>>, DMatrix<f64>)> {
        let mut places: BTreeMap<Vec<usize>, Vec<Vec<usize>>> = BTreeMap::new();
        let mut around = shape.to_vec();
        around[axis] = shape[axis].min(1);
        for number in 0..around.iter().product() {
            let place = crate::array::place_in(&around, number);
            let key = system.axes.iter().map(|axis| place[*axis]).collect();
            places.entry(key).or_default().push(place);
        }
        let systems = places.into_values().map(|places| {
            let matrix = system.matrix(self, environment, &places[0], shape[axis]);
            (places, matrix)
        });
        systems.collect()
    }

    /// One column for each right side; bad where there is no solution.
    fn solution(&self, id: QuantityId, axis: usize, matrix: &DMatrix<f64>, right: &DMatrix<f64>) -> DMatrix<f64> {
        if matrix.iter().any(|cell| cell.is_nan()) {
            return bad(right);
        }
        let loops = closed::closed_loops(matrix);
        if loops.is_empty() {
            let equations = DMatrix::identity(matrix.nrows(), matrix.ncols()) - matrix;
            match equations.clone().lu().solve(right) {
                Some(solution) => return checked(&equations, right, solution),
                None => self.report(id, axis, (0..matrix.nrows()).collect()),
            }
        }
        loops.into_iter().for_each(|members| self.report(id, axis, members));
        bad(right)
    }

    fn report(&self, quantity: QuantityId, axis: usize, members: Vec<usize>) {
        let found = ClosedLoop { quantity, axis, members };
        let mut loops = self.loops.borrow_mut();
        if !loops.contains(&found) {
            loops.push(found);
        }
    }
}

/// The solution without the columns that do not satisfy the equations, and without those of which a right side is bad: every unknown
/// is a sum over all of them.
fn checked(equations: &DMatrix<f64>, right: &DMatrix<f64>, mut solution: DMatrix<f64>) -> DMatrix<f64> {
    let residual = equations * &solution - right;
    for column in 0..solution.ncols() {
        let largest = solution.column(column).amax().max(right.column(column).amax());
        let off = residual.column(column).iter().fold(0.0, |off: f64, cell| off.max(cell.abs()));
        let is_known = right.column(column).iter().all(|cell| !cell.is_nan());
        if !is_known || off > RESIDUAL * largest || !largest.is_finite() {
            solution.column_mut(column).fill(f64::NAN);
        }
    }
    solution
}

/// No solution, of as many cells as there are right sides.
fn bad(right: &DMatrix<f64>) -> DMatrix<f64> {
    DMatrix::from_element(right.nrows(), right.ncols(), f64::NAN)
}

fn solved_cell(array: &Array, place: &[usize], axis: usize, row: usize) -> usize {
    let mut place = place.to_vec();
    place[axis] = row;
    array.offset(&place)
}
