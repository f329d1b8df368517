//! Expressions at one place, or over a few axes: what explanations and messages ask for.

use super::compile::Context;
use super::engine::Engine;
use super::environment::Environment;
use super::program::{CounterfactualProgram, Program};
use sg3_lang::model::{Axis, Counterfactual, DimensionId, Expression, Index};

impl Engine<'_> {
    /// The values of an expression over axes of its scope, where every other axis has a position.
    pub(crate) fn values_over(
        &self,
        environment: &Environment,
        scope: &[Axis],
        loops: &[usize],
        expression: &Expression,
        frame: &[usize],
    ) -> Vec<f64> {
        let program = Program::compile(Context::over(self, scope, loops.to_vec()), expression);
        program.run(self, environment, &mut frame.to_vec())
    }

    /// Where an index points: infinite outside the dimension, `NaN` if unknown.
    pub(crate) fn position_of(
        &self,
        environment: &Environment,
        scope: &[Axis],
        index: &Index,
        dimension: DimensionId,
        frame: &[usize],
    ) -> f64 {
        let context = Context::over(self, scope, Vec::new());
        Program::of_index(context, index, dimension).run(self, environment, &mut frame.to_vec())[0]
    }

    /// The environment of a counterfactual at one place.
    pub(crate) fn counterfactual(
        &self,
        environment: &Environment,
        scope: &[Axis],
        counterfactual: &Counterfactual,
        frame: &[usize],
    ) -> Environment {
        CounterfactualProgram::at_one_place(self, scope, counterfactual).enter(self, environment, &mut frame.to_vec())
    }
}
