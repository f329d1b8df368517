//! Checks: both sides, and whether they agree.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Call, Coordinate, Formula};
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{Block, BlockId, CheckBlocks, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, Expression, Kind, Magnitude, Question};

impl<'a> Lowering<'a> {
    /// The blocks of a check, by its position in the model.
    pub(super) fn check(&mut self, number: usize) -> CheckBlocks {
        let check = &self.model().checks[number];
        let holds = self.check_block(&check.axes, &check.label);
        let context = Context::of(self.book.block(holds), holds, &check.scope);
        let (left, right, answer) = match &check.question {
            Question::Holds(expression) => (None, None, self.cell_formula(expression, &context)),
            Question::Equal { left, right, within, of } => {
                let left = self.side(left, "Left side", &check.axes, &check.scope, holds);
                let right = self.side(right, "Right side", &check.axes, &check.scope, holds);
                let size = self
                    .magnitude(of)
                    .map(|size| self.side(size, "Margin: share of", &check.axes, &check.scope, holds));
                let margin = (*within, size, matches!(of, Magnitude::Unit));
                (Some(left), Some(right), self.agreement([left, right], margin, &context))
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

    /// What the margin is a share of, if it is not the larger side. Workbooks of the first version knew no other.
    fn magnitude(&self, of: &'a Magnitude) -> Option<&'a Expression> {
        let is_first = self.material.version == WorkbookVersion::First;
        of.expression().filter(|_| !(is_first && matches!(of, Magnitude::Terms(_))))
    }

    /// Whether two blocks of numbers are equal within a tolerance: in their unit, or as a share of a third block or of the larger side.
    fn agreement(
        &mut self,
        sides: [BlockId; 2],
        (within, size, absolute): (f64, Option<BlockId>, bool),
        context: &Context<'a>,
    ) -> Formula {
        let tolerance = self.constant_block(within, Kind::Number(Unit::pure()), "Tolerance", context);
        let here: Vec<Coordinate> = (0..context.axes.len()).map(Coordinate::Along).collect();
        let [left, right] = sides.map(|side| Formula::reference(side, here.clone()));
        let mut arguments = vec![left, right, Formula::reference(tolerance, Vec::new())];
        arguments.extend(size.map(|size| Formula::reference(size, here)));
        let (text, kernel): (&'static str, fn(&[f64]) -> f64) = match size {
            Some(_) => ("IF(ABS({0}-{1})<={2}*ABS({3}),1,0)", |x| answer(x, x[2] * x[3].abs())),
            None if absolute => ("IF(ABS({0}-{1})<={2},1,0)", |x| answer(x, x[2])),
            None => {
                ("IF(ABS({0}-{1})<={2}*MAX(ABS({0}),ABS({1})),1,0)", |x| answer(x, x[2] * x[0].abs().max(x[1].abs())))
            }
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
    if difference.is_nan() || margin.is_nan() { f64::NAN } else { f64::from(u8::from(difference <= margin)) }
}
