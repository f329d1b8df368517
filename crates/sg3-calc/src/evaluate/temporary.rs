//! Parts of a formula that are computed before its loops, because they vary along fewer axes or go along an axis as a whole.

use super::compile::Compiler;
use super::engine::Engine;
use super::kernel::{Kernel, StoredKernel, Work};
use super::program::Program;
use super::substitute::OtherWorld;
use super::world::World;
use crate::array::strides;
use crate::reads::{for_each_read, free_axes, keeps_axes};
use crate::rounding::apportion;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sg3_lang::model::{Expression, Node, Reduction, ReductionKind};
use std::collections::BTreeSet;

/// A part that would be larger than this is computed in place.
const MOST_CELLS: usize = 1 << 22;

/// One part.
#[derive(Debug)]
pub(super) struct Temporary {
    pub source: Source,
    /// Whether it stays the same while a recurrence goes on.
    pub steady: bool,
}

/// How a part is computed.
#[derive(Debug)]
pub(super) enum Source {
    Plain(Program),
    /// Running totals along the last axes of the program, so many of them; where a filter says so.
    Cumulative(Program, Option<Program>, usize),
    /// Amounts that add up to their rounded total along the last axes of the program.
    Apportioned(Program, Option<Program>, usize, Decimal),
    World(OtherWorld),
}

impl Compiler<'_, '_> {
    /// The expression as a part that is computed before, if it should be.
    pub(super) fn computed_before(&mut self, expression: &Expression) -> Option<Kernel> {
        let free: BTreeSet<usize> = free_axes(expression).difference(&self.fixed).copied().collect();
        let source = match &expression.node {
            Node::World(world) => Source::World(OtherWorld::compile(self, world, &free)),
            Node::Reduce(reduction) if keeps_axes(reduction) => self.along(reduction, free),
            Node::Reduce(_) if !std::ptr::eq(expression, self.root) && self.is_smaller(&free) => {
                Source::Plain(self.program(free.into_iter().collect(), expression))
            }
            _ => return None,
        };
        let loops = source.loops().to_vec();
        let steady = self.is_steady(expression);
        self.temporaries.push(Temporary { source, steady });
        Some(self.stored(&loops))
    }

    /// Whether the part varies along fewer axes than are looped over here.
    fn is_smaller(&self, free: &BTreeSet<usize>) -> bool {
        let around = |axis: &usize| self.loops.contains(axis);
        let cells: usize = free.iter().map(|axis| self.sizes[*axis]).product();
        free.iter().all(around) && self.loops.iter().any(|axis| !free.contains(axis)) && cells <= MOST_CELLS
    }

    fn is_steady(&self, expression: &Expression) -> bool {
        let mut steady = free_axes(expression).is_disjoint(&self.fixed);
        for_each_read(expression, &mut |id| steady &= !self.volatile.contains(&id));
        steady
    }

    pub(super) fn program(&self, loops: Vec<usize>, expression: &Expression) -> Program {
        let fixed = self.fixed.iter().copied().filter(|axis| !loops.contains(axis)).collect();
        Program::compile(self.engine, self.scope, loops, fixed, self.volatile, expression)
    }

    fn along(&self, reduction: &Reduction, free: BTreeSet<usize>) -> Source {
        let kept: Vec<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let mut loops: Vec<usize> = free.into_iter().filter(|axis| !kept.contains(axis)).collect();
        loops.extend(&kept);
        let filter = reduction.filter.as_ref().map(|filter| self.program(loops.clone(), filter));
        let body = self.program(loops, &reduction.arguments[0]);
        match reduction.how {
            ReductionKind::Apportion => {
                let smallest = reduction.to.and_then(crate::rounding::decimal).unwrap_or_default();
                Source::Apportioned(body, filter, kept.len(), smallest)
            }
            _ => Source::Cumulative(body, filter, kept.len()),
        }
    }

    fn stored(&self, loops: &[usize]) -> Kernel {
        let shape: Vec<usize> = loops.iter().map(|axis| self.sizes[*axis]).collect();
        let outer: Vec<(usize, usize)> = loops.iter().copied().zip(strides(&shape)).collect();
        let inner = outer.iter().find(|(axis, _)| self.inner == Some(*axis)).map(|(_, stride)| *stride);
        let stored = StoredKernel { slot: self.temporaries.len() - 1, outer, inner: inner.unwrap_or(0) };
        Kernel { varies: inner.is_some(), work: Work::Stored(stored) }
    }
}

impl Source {
    fn loops(&self) -> &[usize] {
        match self {
            Source::Plain(program) | Source::Cumulative(program, ..) | Source::Apportioned(program, ..) => {
                &program.loops
            }
            Source::World(world) => &world.loops,
        }
    }
}

impl Temporary {
    pub(super) fn compute(&self, engine: &Engine, world: &World, frame: &mut [usize]) -> Vec<f64> {
        // a part loops over axes that the caller may have fixed
        let mut frame = frame.to_vec();
        match &self.source {
            Source::Plain(program) => program.run(engine, world, &mut frame),
            Source::World(other) => other.compute(engine, world, &mut frame),
            Source::Cumulative(program, filter, kept) => {
                let mut cells = masked(program, filter.as_ref(), engine, world, &mut frame);
                lines(program, *kept, &mut cells).for_each(accumulate);
                cells
            }
            Source::Apportioned(program, filter, kept, smallest) => {
                let mut cells = masked(program, filter.as_ref(), engine, world, &mut frame);
                lines(program, *kept, &mut cells).for_each(|line| share_out(line, *smallest));
                cells
            }
        }
    }
}

/// The values, with zero where the filter says no.
fn masked(
    program: &Program,
    filter: Option<&Program>,
    engine: &Engine,
    world: &World,
    frame: &mut [usize],
) -> Vec<f64> {
    let mut cells = program.run(engine, world, &mut frame.to_vec());
    if let Some(filter) = filter {
        let filters = filter.run(engine, world, &mut frame.to_vec());
        for (cell, filter) in cells.iter_mut().zip(filters) {
            *cell = if filter == 0.0 { 0.0 } else { *cell * filter };
        }
    }
    cells
}

/// The stretches along the last axes.
fn lines<'c>(program: &Program, kept: usize, cells: &'c mut [f64]) -> std::slice::ChunksMut<'c, f64> {
    let length: usize = program.shape[program.shape.len() - kept..].iter().product();
    cells.chunks_mut(length.max(1))
}

fn accumulate(line: &mut [f64]) {
    let mut total = 0.0;
    for cell in line {
        total = crate::guard::finite(total + *cell);
        *cell = total;
    }
}

fn share_out(line: &mut [f64], smallest: Decimal) {
    match apportion(line, smallest) {
        None => line.fill(f64::NAN),
        Some(parts) => line.iter_mut().zip(parts).for_each(|(cell, part)| *cell = part.to_f64().unwrap_or(f64::NAN)),
    }
}
