//! A compiled formula with the loops around it.

use super::compile::Compiler;
use super::engine::Engine;
use super::inner;
use super::kernel::{Kernel, Work};
use super::reduce::WINDOW;
use super::row::Rows;
use super::temporary::Temporary;
use super::world::World;
use crate::array::strides;
use sg3_lang::model::{Axis, Expression, Index, QuantityId};
use std::collections::BTreeSet;

/// Computes one array over the loops.
#[derive(Debug)]
pub(super) struct Program {
    /// Axes of the scope, first outermost.
    pub loops: Vec<usize>,
    /// Number of members along each.
    pub shape: Vec<usize>,
    inner: Option<usize>,
    body: Kernel,
    temporaries: Vec<Temporary>,
    scope: usize,
}

impl Program {
    /// A formula; axes that are fixed are given in the frame when it runs.
    pub(super) fn compile(
        engine: &Engine,
        scope: &[Axis],
        loops: Vec<usize>,
        fixed: BTreeSet<usize>,
        volatile: &BTreeSet<QuantityId>,
        expression: &Expression,
    ) -> Program {
        let inner = inner::choose(engine, scope, &loops, expression);
        Program::with(engine, scope, loops, fixed, volatile, inner, expression, |compiler| compiler.compile(expression))
    }

    /// The positions at which an index of another array points.
    pub(super) fn of_index(
        engine: &Engine,
        scope: &[Axis],
        loops: Vec<usize>,
        index: &Index,
        dimension: sg3_lang::model::DimensionId,
    ) -> Program {
        let inner = loops.last().copied();
        let fixed = (0..scope.len()).filter(|axis| !loops.contains(axis)).collect();
        Program::with(engine, scope, loops, fixed, &BTreeSet::new(), inner, std::ptr::null(), |compiler| match compiler
            .place(index, dimension, 1)
        {
            Some(computed) => Kernel { varies: computed.varies, work: Work::Position(Box::new(computed)) },
            None => Kernel::constant(f64::NAN),
        })
    }

    #[expect(clippy::too_many_arguments, reason = "the two ways to make a program differ in the last one only")]
    fn with<'e, 'a>(
        engine: &'e Engine<'a>,
        scope: &'e [Axis],
        loops: Vec<usize>,
        fixed: BTreeSet<usize>,
        volatile: &'e BTreeSet<QuantityId>,
        inner: Option<usize>,
        root: *const Expression,
        compile: impl FnOnce(&mut Compiler<'e, 'a>) -> Kernel,
    ) -> Program {
        let sizes = engine.sizes(scope);
        let shape = loops.iter().map(|axis| sizes[*axis]).collect();
        let (around, temporaries) = (loops.clone(), Vec::new());
        let mut compiler = Compiler { engine, scope, sizes, loops: around, fixed, volatile, inner, temporaries, root };
        let body = compile(&mut compiler);
        Program { loops, shape, inner, body, temporaries: compiler.temporaries, scope: scope.len() }
    }

    /// Positions for every axis of the scope.
    pub(super) fn frame(&self) -> Vec<usize> {
        vec![0; self.scope]
    }

    /// The array over the loops, at the positions of the frame for what is fixed.
    pub(super) fn run(&self, engine: &Engine, world: &World, frame: &mut [usize]) -> Vec<f64> {
        self.run_again(engine, world, frame, &mut Vec::new())
    }

    /// The same, with the parts that did not change since the run before.
    pub(super) fn run_again(
        &self,
        engine: &Engine,
        world: &World,
        frame: &mut [usize],
        stored: &mut Vec<Vec<f64>>,
    ) -> Vec<f64> {
        for (slot, temporary) in self.temporaries.iter().enumerate() {
            if slot == stored.len() {
                stored.push(temporary.compute(engine, world, frame));
            } else if !temporary.steady {
                stored[slot] = temporary.compute(engine, world, frame);
            }
        }
        let mut cells = vec![f64::NAN; self.shape.iter().product()];
        if !cells.is_empty() {
            self.fill(&Rows::new(world, stored), frame, &mut cells);
        }
        cells
    }

    fn fill(&self, rows: &Rows, frame: &mut [usize], cells: &mut [f64]) {
        let strides = strides(&self.shape);
        let Some(inner) = self.inner else { return rows.row(&self.body, frame, cells) };
        let along = self.loops.iter().position(|axis| *axis == inner).expect("the row is one of the loops");
        let outer: Vec<usize> = (0..self.loops.len()).filter(|level| *level != along).collect();
        outer.iter().for_each(|level| frame[self.loops[*level]] = 0);
        loop {
            let start: usize = outer.iter().map(|level| frame[self.loops[*level]] * strides[*level]).sum();
            for window in (0..self.shape[along]).step_by(WINDOW) {
                frame[inner] = window;
                let count = WINDOW.min(self.shape[along] - window);
                self.fill_window(rows, frame, cells, start + window * strides[along], strides[along], count);
            }
            let next = outer.iter().rev().position(|level| frame[self.loops[*level]] + 1 < self.shape[*level]);
            let Some(next) = next.map(|from_end| outer.len() - 1 - from_end) else { return };
            frame[self.loops[outer[next]]] += 1;
            outer[next + 1..].iter().for_each(|level| frame[self.loops[*level]] = 0);
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
