//! Formulas that are too long, in parts: a spreadsheet takes 8,192 letters and 64 levels of brackets, a reader far fewer.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Comparison, Formula};

/// Formulas of more parts than this are divided.
const MOST_PARTS: usize = 100;
/// Formulas of more levels than this are divided.
const MOST_LEVELS: usize = 24;
/// More conditions than this are not joined in one formula: each is another level of brackets.
const MOST_JOINED: usize = 8;
/// What is written twice or more has at most so many parts.
const MOST_PARTS_WRITTEN_TWICE: usize = 5;

impl<'a> Lowering<'a> {
    /// The formula itself if it is short, else a reference to a block that holds it.
    pub(super) fn short(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        if formula.weight() <= MOST_PARTS_WRITTEN_TWICE { formula } else { self.set_apart(formula, context) }
    }

    /// The formula with its largest parts in blocks of their own until it is short enough.
    pub(super) fn shorten(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        if formula.weight() <= MOST_PARTS && levels(&formula) <= MOST_LEVELS {
            return formula;
        }
        match formula {
            Formula::If(condition, yes, no) => {
                let [condition, yes, no] = [*condition, *yes, *no].map(|part| self.shorten_part(part, context));
                Formula::choice(condition, yes, no)
            }
            Formula::Binary(operator, left, right) => {
                let (left, right) = (self.shorten_part(*left, context), self.shorten_part(*right, context));
                Formula::binary(operator, left, right)
            }
            Formula::Compare(operator, left, right, whole) => {
                let (left, right) = (self.shorten_part(*left, context), self.shorten_part(*right, context));
                Formula::Compare(operator, Box::new(left), Box::new(right), whole)
            }
            Formula::And(parts) => Formula::And(self.fewer(parts, Formula::And, context)),
            Formula::Or(parts) => Formula::Or(self.fewer(parts, Formula::Or, context)),
            Formula::Not(part) => Formula::Not(Box::new(self.shorten_part(*part, context))),
            Formula::Negative(part) => Formula::Negative(Box::new(self.shorten_part(*part, context))),
            Formula::Call(mut call) => {
                call.arguments = call.arguments.into_iter().map(|part| self.shorten_part(part, context)).collect();
                Formula::Call(call)
            }
            whole => whole,
        }
    }

    fn shorten_part(&mut self, part: Formula, context: &Context<'a>) -> Formula {
        if part.weight() <= MOST_PARTS / 3 {
            return part;
        }
        let is_truth = part.is_truth();
        let part = self.shorten(part, context);
        let part = self.set_apart(part, context);
        if is_truth { is_yes(part) } else { part }
    }

    /// No more conditions than can be joined, each short.
    fn fewer(&mut self, parts: Vec<Formula>, join: fn(Vec<Formula>) -> Formula, context: &Context<'a>) -> Vec<Formula> {
        let parts: Vec<Formula> = parts.into_iter().map(|part| self.shorten_part(part, context)).collect();
        if parts.len() <= MOST_JOINED {
            return parts;
        }
        let joined = parts.chunks(MOST_JOINED).map(|some| is_yes(self.set_apart(join(some.to_vec()), context)));
        let joined = joined.collect();
        self.fewer(joined, join, context)
    }
}

/// A cell that holds 1 or 0, as a condition.
fn is_yes(cell: Formula) -> Formula {
    Formula::compare(Comparison::Equal, cell, Formula::Number(1.0))
}

/// How many levels of brackets a formula has: conditions that are joined are one within the other.
fn levels(formula: &Formula) -> usize {
    let mut deepest = 0;
    formula.for_each_part(&mut |part| deepest = deepest.max(levels(part)));
    match formula {
        Formula::And(parts) | Formula::Or(parts) => deepest + parts.len(),
        _ => deepest + 1,
    }
}
