//! Why outputs and checks are bad: the re-walk from what is reached to what is missing or impossible.

mod blame;
mod cause;
mod report;
mod zero;

use crate::evaluate::{Engine, World};
use crate::inputs::Inputs;
use crate::results::Results;
use blame::Blame;
use sg3_lang::Diagnostics;
use sg3_lang::model::{Model, QuantityId};
use std::rc::Rc;

/// Cells of one output or check that are followed; where one input is missing as a whole, more would say the same.
const MOST_CELLS: usize = 300;

/// Says what stands in the way of outputs and checks, and which checks do not hold.
pub fn diagnose(model: &Model, inputs: &Inputs, results: &Results, diagnostics: &mut Diagnostics) {
    let engine = Engine::new(model, &results.members);
    let world = Rc::new(World::of_results(results, inputs));
    let mut blame = Blame::new(&engine, inputs, results);
    for (id, quantity) in model.outputs() {
        let waiting = quantity.name.to_string();
        bad_cells(results, id).for_each(|cell| blame.output(&world, id, cell, &waiting));
    }
    for result in &results.checks {
        blame.check(&world, result);
    }
    let causes = blame.into_causes();
    report::members(model, results, diagnostics);
    report::loops(model, results, diagnostics);
    report::causes(model, inputs, &causes, diagnostics);
    report::checks(model, results, diagnostics);
}

fn bad_cells(results: &Results, id: QuantityId) -> impl Iterator<Item = usize> {
    let cells = results.array(id).into_iter().flat_map(|array| array.cells.iter().enumerate());
    cells.filter(|(_, cell)| cell.is_nan()).map(|(cell, _)| cell).take(MOST_CELLS)
}
