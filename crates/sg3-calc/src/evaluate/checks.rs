//! Checks: every answer with both sides.

use super::compile::Context;
use super::engine::Engine;
use super::environment::Environment;
use super::program::Program;
use crate::array::place_in;
use crate::results::{CheckCell, CheckResult};
use crate::tolerance::is_within;
use sg3_lang::model::{Check, Expression, Question};

impl Engine<'_> {
    /// The answers for every member where the check is asked.
    pub(super) fn check(&self, environment: &Environment, number: usize) -> CheckResult {
        let check = &self.model.checks[number];
        let shape = self.sizes(&check.axes);
        let asked = check.filter.as_ref().map(|filter| self.over_axes(environment, check, filter));
        let mut cells = Vec::new();
        for (cell, (holds, left, right)) in self.answers(environment, check).into_iter().enumerate() {
            let asked = asked.as_ref().map_or(1.0, |asked| asked[cell]);
            if asked != 0.0 {
                let holds = holds.filter(|_| asked == 1.0);
                cells.push(CheckCell { place: place_in(&shape, cell), holds, left, right });
            }
        }
        CheckResult { check: number, cells }
    }

    fn answers(&self, environment: &Environment, check: &Check) -> Vec<(Option<bool>, f64, f64)> {
        match &check.question {
            Question::Holds(question) => {
                let answers = self.over_axes(environment, check, question);
                answers.into_iter().map(|answer| (yes_no(answer), answer, 1.0)).collect()
            }
            Question::Equal { left, right, within, absolute } => {
                let sides =
                    self.over_axes(environment, check, left).into_iter().zip(self.over_axes(environment, check, right));
                sides.map(|(left, right)| (is_within(left, right, *within, *absolute), left, right)).collect()
            }
        }
    }

    fn over_axes(&self, environment: &Environment, check: &Check, expression: &Expression) -> Vec<f64> {
        let loops = (0..check.axes.len()).collect();
        let program = Program::compile(Context::new(self, &check.scope, loops), expression);
        program.run(self, environment, &mut program.frame())
    }
}

fn yes_no(answer: f64) -> Option<bool> {
    (!answer.is_nan()).then_some(answer == 1.0)
}
