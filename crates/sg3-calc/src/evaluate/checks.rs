//! Checks: every answer with both sides.

use super::compile::Context;
use super::engine::Engine;
use super::environment::Environment;
use super::program::Program;
use crate::array::place_in;
use crate::results::{CheckCell, CheckResult};
use crate::tolerance::is_within;
use sg3_lang::model::{Check, Expression, Magnitude, Question};

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
                let answers = self.over_axes(environment, check, question).into_iter().map(yes_no);
                let sides = question
                    .compared_numbers()
                    .map(|(_, sides)| sides.map(|side| self.over_axes(environment, check, side)));
                let side = |number: usize, cell: usize| sides.as_ref().map_or(f64::NAN, |sides| sides[number][cell]);
                answers.enumerate().map(|(cell, holds)| (holds, side(0, cell), side(1, cell))).collect()
            }
            Question::Equal { left, right, within, of } => {
                let [left, right] = [left, right].map(|side| self.over_axes(environment, check, side));
                let sizes = of.expression().map(|size| self.over_axes(environment, check, size));
                let sides = left.into_iter().zip(right).enumerate();
                let answers = sides.map(|(cell, (left, right))| {
                    let size = match (of, &sizes) {
                        (Magnitude::Unit, _) => 1.0,
                        (_, Some(sizes)) => sizes[cell],
                        (_, None) => left.abs().max(right.abs()),
                    };
                    (is_within(left, right, *within, size), left, right)
                });
                answers.collect()
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
