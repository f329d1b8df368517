//! Checks: both sides, and the answer.

use super::Lowering;
use super::context::Context;
use crate::book::block::{Block, Content, Role};
use crate::book::{BASE, BlockId, CheckBlocks};
use crate::formula::{Call, Formula, Where};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, Expression, Kind, Question};

impl<'a> Lowering<'a> {
    pub(crate) fn check(&mut self, number: usize) -> CheckBlocks {
        let check = &self.model().checks[number];
        let holds = self.empty(&check.axes, &check.label);
        let context = Context::of(self, holds, &check.scope);
        let (left, right, answer) = match &check.question {
            Question::Holds(expression) => (None, None, self.cell(expression, &context)),
            Question::Equal { left, right, within, absolute } => {
                let left = self.side(left, "Left side", &check.axes, &check.scope, holds);
                let right = self.side(right, "Right side", &check.axes, &check.scope, holds);
                let kind = Kind::Number(Unit::pure());
                let tolerance = self.number_cell(*within, kind, "Tolerance", &context);
                let places: Vec<Where> = (0..check.axes.len()).map(Where::Along).collect();
                let sides = [left, right].map(|side| Formula::read(side, places.clone()));
                let arguments = sides.into_iter().chain([Formula::read(tolerance, Vec::new())]).collect();
                (Some(left), Some(right), agreement(*absolute, arguments))
            }
        };
        let answer = match &check.filter {
            None => answer,
            Some(filter) => {
                let asked = self.cell(filter, &context);
                Formula::choice(asked, answer, Formula::Blank)
            }
        };
        let words = |expression: &Expression| self.material.sources.slice(expression.span).to_owned();
        let words = match &check.question {
            Question::Holds(expression) => vec![words(expression)],
            Question::Equal { left, right, .. } => vec![format!("{} == {}", words(left), words(right))],
        };
        let words = words.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let block = &mut self.book.blocks[holds.0 as usize];
        (block.content, block.words) = (Content::Formula(answer), words);
        CheckBlocks { check: number, left, right, holds }
    }

    fn side(
        &mut self,
        expression: &'a Expression,
        title: &str,
        axes: &[Axis],
        scope: &'a [Axis],
        holds: BlockId,
    ) -> BlockId {
        let block = self.empty(axes, title);
        self.book.blocks[block.0 as usize].helps = Some(holds);
        let context = Context::of(self, block, scope);
        let formula = self.cell(expression, &context);
        self.book.blocks[block.0 as usize].content = Content::Formula(formula);
        block
    }

    fn empty(&mut self, axes: &[Axis], title: &str) -> BlockId {
        let shape = self.sizes(axes);
        let across = self.across(axes, &shape, None);
        self.push(Block {
            role: Role::Check,
            quantity: None,
            world: BASE,
            axes: axes.to_vec(),
            keys: 0,
            shape,
            across,
            kind: Kind::Number(Unit::pure()),
            title: title.to_owned(),
            words: Vec::new(),
            content: Content::Room,
            opening: None,
            opening_values: Vec::new(),
            values: Vec::new(),
            place: None,
            helps: None,
        })
    }
}

fn agreement(absolute: bool, arguments: Vec<Formula>) -> Formula {
    let (text, kernel): (&'static str, fn(&[f64]) -> f64) = match absolute {
        true => ("IF(ABS({0}-{1})<={2},1,0)", |x| answer(x, x[2])),
        false => ("IF(ABS({0}-{1})<={2}*MAX(ABS({0}),ABS({1})),1,0)", |x| answer(x, x[2] * x[0].abs().max(x[1].abs()))),
    };
    Formula::Call(Call { text, kernel, arguments, is_distribution: false })
}

fn answer(x: &[f64], margin: f64) -> f64 {
    let apart = (x[0] - x[1]).abs();
    if apart.is_nan() { f64::NAN } else { f64::from(u8::from(apart <= margin)) }
}
