//! From inputs to results: array steps in the order of the plan, one row of cells at a time.
//!
//! Every formula is compiled once into kernels, which compute a row along one inner axis; the other axes are loops around them.
//! A bad cell is `NaN` everywhere.

mod cache;
mod checks;
mod compile;
mod doubt;
pub(crate) mod engine;
pub(crate) mod environment;
mod kernel;
mod one_place;
pub(crate) mod others;
mod program;
mod run;
mod simultaneous;
mod steps;

use crate::bind::inputs::Inputs;
use crate::plan::Plan;
use crate::results::Results;
use engine::Engine;
use environment::Environment;
use sg3_lang::Model;

/// Computes every step of the plan, and then its checks.
pub fn evaluate(model: &Model, plan: &Plan, inputs: &Inputs) -> Results {
    let engine = Engine::new(model, inputs);
    let mut environment = Environment::base(inputs, model);
    engine.compute(&mut environment, &plan.steps);
    let answered = plan.checks.iter().map(|check| engine.check(&environment, *check));
    // that two sides agree which a binding has made the same says nothing; that they do not says that the binding is wrong
    let (settled, checks): (Vec<_>, Vec<_>) =
        answered.partition(|result| plan.settled.contains(&result.check) && result.passes());
    Results {
        members: inputs.members.clone(),
        arrays: environment.arrays,
        checks,
        settled: settled.into_iter().map(|result| result.check).collect(),
        not_asked: plan.not_asked.clone(),
        loops: engine.into_loops(),
    }
}
