//! Checks: both sides, and whether they agree.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Call, Coordinate, Formula};
use crate::book::{Block, BlockId, CheckBlocks, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, Expression, Kind, Question};

impl<'a> Lowering<'a> {
    /// The blocks of a check, by its position in the model.
    pub(super) fn check(&mut self, number: usize) -> CheckBlocks {
        let check = &self.model().checks[number];
        let holds = self.check_block(&check.axes, &check.label);
        let context = Context::of(self.book.block(holds), holds, &check.scope);
        let (left, right, answer) = match &check.question {
            Question::Holds(expression) => (None, None, self.cell_formula(expression, &context)),
            Question::Equal { left, right, within, absolute } => {
                let left = self.side(left, "Left side", &check.axes, &check.scope, holds);
                let right = self.side(right, "Right side", &check.axes, &check.scope, holds);
                (Some(left), Some(right), self.agreement([left, right], *within, *absolute, &context))
            }
        };
        let answer = match &check.filter {
            None => answer,
            Some(filter) => Formula::choice(self.cell_formula(filter, &context), answer, Formula::Blank),
        };
        let description = self.describe_question(&check.question);
        let block = self.book.block_mut(holds);
        (block.content, block.description) = (Content::Formula(answer), vec![description]);
        CheckBlocks { check: number, left, right, holds }
    }

    fn describe_question(&self, question: &Question) -> String {
        match question {
            Question::Holds(expression) => self.describe_expression(expression),
            Question::Equal { left, right, .. } => {
                format!("{} == {}", self.describe_expression(left), self.describe_expression(right))
            }
        }
    }

    /// Whether two blocks of numbers are equal within a tolerance.
    fn agreement(&mut self, sides: [BlockId; 2], within: f64, absolute: bool, context: &Context<'a>) -> Formula {
        let tolerance = self.constant_block(within, Kind::Number(Unit::pure()), "Tolerance", context);
        let here: Vec<Coordinate> = (0..context.axes.len()).map(Coordinate::Along).collect();
        let [left, right] = sides.map(|side| Formula::reference(side, here.clone()));
        let arguments = vec![left, right, Formula::reference(tolerance, Vec::new())];
        let (text, kernel): (&'static str, fn(&[f64]) -> f64) = if absolute {
            ("IF(ABS({0}-{1})<={2},1,0)", |x| answer(x, x[2]))
        } else {
            ("IF(ABS({0}-{1})<={2}*MAX(ABS({0}),ABS({1})),1,0)", |x| answer(x, x[2] * x[0].abs().max(x[1].abs())))
        };
        Formula::Call(Call { text, kernel, arguments })
    }

    fn side(
        &mut self,
        expression: &'a Expression,
        title: &str,
        axes: &[Axis],
        scope: &'a [Axis],
        holds: BlockId,
    ) -> BlockId {
        let block = self.check_block(axes, title);
        let context = Context::of(self.book.block(block), block, scope);
        let formula = self.cell_formula(expression, &context);
        let side = self.book.block_mut(block);
        (side.content, side.part_of) = (Content::Formula(formula), Some(holds));
        block
    }

    fn check_block(&mut self, axes: &[Axis], title: &str) -> BlockId {
        let shape = self.sizes(axes);
        let across = self.across(axes, &shape, None);
        let kind = Kind::Number(Unit::pure());
        self.push(Block { across, ..Block::new(Role::Check, axes.to_vec(), shape, kind, title.to_owned()) })
    }
}

fn answer(x: &[f64], margin: f64) -> f64 {
    let difference = (x[0] - x[1]).abs();
    if difference.is_nan() { f64::NAN } else { f64::from(u8::from(difference <= margin)) }
}
