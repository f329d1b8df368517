//! Sums of earlier members under a condition, computed cell by cell along a row within one `SUMPRODUCT`.
//!
//! `sum(investment over y before year where life > year - y)` cannot go over a block of terms, which would need the terms of
//! later years before they are there: a model in which investment depends on the sum would refer to itself.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use crate::book::formula::{Aggregation, Arithmetic, Comparison, Coordinate, Fold, Formula, Reference};
use sg3_lang::model::{Expression, Node};

impl<'a> Lowering<'a> {
    /// Nothing where the spreadsheet could not compute it so.
    pub(super) fn filtered_row_sum(
        &mut self,
        body: &'a Expression,
        filter: &'a Expression,
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let goes_across = over.limit.is_some_and(|(axis, _)| Some(axis) == context.across);
        if !goes_across || !reads_only(body) || !reads_only(filter) {
            return None;
        }
        let inner = context.with_bound(over.axes);
        let mut factors = vec![self.expression(body, &inner)];
        match self.expression(filter, &inner) {
            Formula::And(parts) => factors.extend(parts),
            part => factors.push(part),
        }
        let in_row = factors.iter().all(|factor| self.goes_in_a_row(factor, context));
        let ranges = self.ranges(over, context);
        let sum = Formula::Fold(Fold { aggregation: Aggregation::Sum, ranges, factors });
        in_row.then(|| nothing_before_first(over, sum))
    }

    /// Whether a spreadsheet computes it cell by cell along a row within a sum.
    fn goes_in_a_row(&self, formula: &Formula, context: &Context<'a>) -> bool {
        match formula {
            Formula::Axis(Coordinate::Bound(_)) => true,
            Formula::Reference(reference) if has_bound(formula) => self.is_row(reference, context),
            _ if !has_bound(formula) => true,
            Formula::Negative(part) => self.goes_in_a_row(part, context),
            Formula::Binary(Arithmetic::Power, ..) | Formula::Compare(Comparison::Unequal, ..) => false,
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                self.goes_in_a_row(left, context) && self.goes_in_a_row(right, context)
            }
            _ => false,
        }
    }

    /// Whether the cells of a reference stand in one row, the same wherever in its row the formula stands.
    fn is_row(&self, reference: &Reference, context: &Context<'a>) -> bool {
        let block = self.book.block(reference.block);
        let is_steady = reference.places.iter().all(|place| match place {
            Coordinate::At(_) | Coordinate::Bound(_) => true,
            Coordinate::Along(axis) => Some(*axis) != context.across,
            _ => false,
        });
        is_steady
            && block.across.is_some_and(|axis| is_bound(reference, axis))
            && !block.down().any(|axis| is_bound(reference, axis))
    }
}

/// Before the first member there is nothing to sum: a condition that is missing there makes nothing missing.
fn nothing_before_first(over: &FoldAxes, sum: Formula) -> Formula {
    let Some((axis, false)) = over.limit else { return sum };
    let is_first = Formula::compare(Comparison::Equal, Formula::Position(axis), Formula::Number(1.0));
    Formula::choice(is_first, Formula::Number(0.0), sum)
}

fn is_bound(reference: &Reference, axis: usize) -> bool {
    matches!(reference.places[axis], Coordinate::Bound(_))
}

/// Whether it reads and computes without steps aside, reductions and counterfactuals, which need cells of their own.
fn reads_only(expression: &Expression) -> bool {
    let mut plain = true;
    expression.walk(&mut |inner| {
        plain &= match &inner.node {
            Node::Reduce(_) | Node::Counterfactual(_) => false,
            Node::Read(read) => read.beyond.is_none() && read.places.iter().all(|place| place.shift.is_none()),
            _ => true,
        };
    });
    plain
}

/// Whether it varies along an axis that the sum goes along.
fn has_bound(formula: &Formula) -> bool {
    let mut found = match formula {
        Formula::Axis(Coordinate::Bound(_)) => true,
        Formula::Reference(reference) => reference.places.iter().any(|place| matches!(place, Coordinate::Bound(_))),
        _ => false,
    };
    formula.for_each_part(&mut |part| found |= has_bound(part));
    found
}
