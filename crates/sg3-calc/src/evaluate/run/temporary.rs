//! Parts of a formula that are computed before its loops.

use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::evaluate::program::{OrderedProgram, Program, Source, Temporary};
use crate::rounding::apportion;
use crate::tolerance::finite;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

impl Temporary {
    pub(super) fn compute(&self, engine: &Engine, environment: &Environment, frame: &mut [usize]) -> Vec<f64> {
        // a part loops over axes that the caller may have fixed
        let mut frame = frame.to_vec();
        match &self.source {
            Source::Plain(program) => program.run(engine, environment, &mut frame),
            Source::Counterfactual(counterfactual) => counterfactual.compute(engine, environment, &mut frame),
            Source::Grouped(sum) => sum.compute(engine, environment, &mut frame),
            Source::Ordered(ordered) => ordered.compute(engine, environment, &mut frame),
            Source::Cumulative(program, filter, kept) => {
                let mut cells = masked(program, filter.as_ref(), engine, environment, &mut frame);
                lines(program, *kept, &mut cells).for_each(accumulate);
                cells
            }
            Source::Apportioned(program, filter, kept, smallest) => {
                let mut cells = masked(program, filter.as_ref(), engine, environment, &mut frame);
                lines(program, *kept, &mut cells).for_each(|line| share_out(line, *smallest));
                cells
            }
        }
    }
}

impl OrderedProgram {
    fn compute(&self, engine: &Engine, environment: &Environment, frame: &mut [usize]) -> Vec<f64> {
        let run = |program: &Program| program.run(engine, environment, &mut frame.to_vec());
        let keys = run(&self.key);
        let terms = self.terms.as_ref().map(run);
        let filters = self.filter.as_ref().map_or_else(|| vec![1.0; keys.len()], run);
        let length: usize = self.key.shape[self.key.shape.len() - self.kept..].iter().product();
        let mut cells = Vec::with_capacity(keys.len());
        for start in (0..keys.len()).step_by(length.max(1)) {
            let line = start..start + length;
            let (keys, filters) = (&keys[line.clone()], &filters[line.clone()]);
            cells.extend(match &terms {
                Some(terms) => self.order.running_totals(&terms[line], keys, filters),
                None => self.order.ranks(keys, filters),
            });
        }
        cells
    }
}

/// The values, with zero where the filter says no.
fn masked(
    program: &Program,
    filter: Option<&Program>,
    engine: &Engine,
    environment: &Environment,
    frame: &mut [usize],
) -> Vec<f64> {
    let mut cells = program.run(engine, environment, &mut frame.to_vec());
    if let Some(filter) = filter {
        let filters = filter.run(engine, environment, &mut frame.to_vec());
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
        total = finite(total + *cell);
        *cell = total;
    }
}

fn share_out(line: &mut [f64], smallest: Decimal) {
    match apportion(line, smallest) {
        None => line.fill(f64::NAN),
        Some(parts) => line.iter_mut().zip(parts).for_each(|(cell, part)| *cell = part.to_f64().unwrap_or(f64::NAN)),
    }
}
