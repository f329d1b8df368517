//! Programs: the loops around the rows.

use super::rows::{Rows, WINDOW};
use crate::array::{place_in, strides};
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::evaluate::program::Program;

impl Program {
    /// Positions for every axis of the scope.
    pub(in crate::evaluate) fn frame(&self) -> Vec<usize> {
        vec![0; self.scope]
    }

    /// The array over the loops, at the positions of the frame for what is fixed.
    pub(in crate::evaluate) fn run(&self, engine: &Engine, environment: &Environment, frame: &mut [usize]) -> Vec<f64> {
        self.run_again(engine, environment, frame, &mut Vec::new())
    }

    /// The same, with the parts that did not change since the run before.
    pub(in crate::evaluate) fn run_again(
        &self,
        engine: &Engine,
        environment: &Environment,
        frame: &mut [usize],
        stored: &mut Vec<Vec<f64>>,
    ) -> Vec<f64> {
        for (slot, temporary) in self.temporaries.iter().enumerate() {
            if slot == stored.len() {
                stored.push(temporary.compute(engine, environment, frame));
            } else if !temporary.steady {
                stored[slot] = temporary.compute(engine, environment, frame);
            }
        }
        let mut cells = vec![f64::NAN; self.shape.iter().product()];
        if !cells.is_empty() {
            self.fill(&Rows::new(environment, stored), frame, &mut cells);
        }
        cells
    }

    fn fill(&self, rows: &Rows, frame: &mut [usize], cells: &mut [f64]) {
        let Some(inner) = self.rows.inner else { return rows.row(&self.body, frame, cells) };
        if self.rows.flat < self.loops.len() {
            return self.fill_flat(rows, frame, cells);
        }
        let strides = strides(&self.shape);
        let along = self.loops.iter().position(|axis| *axis == inner).expect("the row is one of the loops");
        let outer: Vec<usize> = (0..self.loops.len()).filter(|level| *level != along).collect();
        // the same stretch for all outer members: what it reads is still in the cache
        for window in (0..self.shape[along]).step_by(WINDOW) {
            let count = WINDOW.min(self.shape[along] - window);
            outer.iter().for_each(|level| frame[self.loops[*level]] = 0);
            loop {
                let start: usize = outer.iter().map(|level| frame[self.loops[*level]] * strides[*level]).sum();
                frame[inner] = window;
                self.fill_window(rows, frame, cells, start + window * strides[along], strides[along], count);
                let next = outer.iter().rposition(|level| frame[self.loops[*level]] + 1 < self.shape[*level]);
                let Some(next) = next else { break };
                frame[self.loops[outer[next]]] += 1;
                outer[next + 1..].iter().for_each(|level| frame[self.loops[*level]] = 0);
            }
        }
    }

    /// Rows through all of the last loops at once.
    fn fill_flat(&self, rows: &Rows, frame: &mut [usize], cells: &mut [f64]) {
        let (outer, flat) = self.shape.split_at(self.rows.flat);
        let length: usize = flat.iter().product();
        for (number, block) in cells.chunks_mut(length).enumerate() {
            let place = place_in(outer, number);
            self.loops.iter().zip(place).for_each(|(axis, position)| frame[*axis] = position);
            for (window, row) in block.chunks_mut(WINDOW).enumerate() {
                let place = place_in(flat, window * WINDOW);
                let axes = &self.loops[self.rows.flat..];
                axes.iter().zip(place).for_each(|(axis, position)| frame[*axis] = position);
                rows.filled(&self.body, frame, row);
            }
        }
    }

    fn fill_window(
        &self,
        rows: &Rows,
        frame: &mut [usize],
        cells: &mut [f64],
        start: usize,
        stride: usize,
        count: usize,
    ) {
        if stride == 1 {
            return rows.filled(&self.body, frame, &mut cells[start..start + count]);
        }
        rows.with_buffer(count, |row| {
            rows.filled(&self.body, frame, row);
            row.iter().enumerate().for_each(|(cell, value)| cells[start + cell * stride] = *value);
        });
    }
}
