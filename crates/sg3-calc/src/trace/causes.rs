//! Why outputs and checks are bad: the re-walk from what is reached to what is missing or impossible.

mod bands;
mod cause;
mod cell_ranges;
mod counterfactuals;
pub(crate) mod failed_checks;
mod follow;
mod left_out;
mod messages;
mod reductions;
mod search;
mod zeros;

use crate::bind::inputs::Inputs;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::results::Results;
use cause::MOST_CELLS;
use search::Search;
use sg3_lang::Diagnostics;
use sg3_lang::model::{Model, QuantityId};
use std::rc::Rc;

/// Says what stands in the way of outputs and checks, and which checks do not hold.
pub fn diagnose(model: &Model, inputs: &Inputs, results: &Results, diagnostics: &mut Diagnostics) {
    let engine = Engine::new(model, inputs);
    let environment = Rc::new(Environment::of_results(results, inputs));
    let mut search = Search::new(&engine, inputs, results);
    // outputs of used documents are steps on the way here
    for (id, quantity) in model.outputs().filter(|(_, quantity)| !quantity.name.contains('.')) {
        let waiting = quantity.name.to_string();
        bad_cells(results, id).for_each(|cell| search.output(&environment, id, cell, &waiting));
    }
    for result in &results.checks {
        search.check(&environment, result);
    }
    let causes = search.into_causes();
    messages::report_unlisted_dimensions(model, results, diagnostics);
    messages::report_closed_loops(model, results, diagnostics);
    messages::report_causes(model, inputs, &causes, diagnostics);
    left_out::report_left_out(model, inputs, results, diagnostics);
    left_out::report_without_key(&engine, inputs, results, diagnostics);
    failed_checks::report_failed_checks(&engine, &environment, inputs, results, diagnostics);
}

fn bad_cells(results: &Results, id: QuantityId) -> impl Iterator<Item = usize> {
    let cells = results.array(id).into_iter().flat_map(|array| array.cells.iter().enumerate());
    cells.filter(|(_, cell)| cell.is_nan()).map(|(cell, _)| cell).take(MOST_CELLS)
}
