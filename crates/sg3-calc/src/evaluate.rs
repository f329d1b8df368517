//! From inputs to results: array steps in the order of the plan, one row of cells at a time.
//!
//! Every formula is compiled once into kernels, which compute a row along one inner axis; the other axes are loops around them.
//! A bad cell is `NaN` everywhere.

mod checks;
mod compile;
mod compile_read;
mod compile_reduction;
mod contract;
mod engine;
mod group;
mod inner;
mod kernel;
mod operators;
mod pairwise;
mod program;
mod read;
mod reduce;
mod row;
mod shared;
mod simultaneous;
mod steps;
mod substitute;
mod tally;
mod temporary;
mod terms;
mod world;

pub(crate) use engine::Engine;
pub(crate) use terms::coefficient_axes;
pub(crate) use world::World;

use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::results::Results;
use sg3_lang::Model;

/// Computes every step of the plan, and then its checks.
pub fn evaluate(model: &Model, plan: &Plan, inputs: &Inputs) -> Results {
    let engine = Engine::new(model, &inputs.members);
    let mut world = World::base(inputs, model);
    engine.compute(&mut world, &plan.steps);
    let checks = plan.checks.iter().map(|check| engine.check(&world, *check)).collect();
    Results { members: inputs.members.clone(), arrays: world.arrays, checks, loops: engine.into_loops() }
}
