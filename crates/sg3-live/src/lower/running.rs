//! Running totals: along one axis up to where the block is; along several, what is whole before and the rest.

use super::Lowering;
use super::context::Context;
use super::fold::Span;
use super::part::Across;
use crate::formula::{Arithmetic, Formula, How, Where};
use sg3_lang::model::{AxisId, Reduction};

impl<'a> Lowering<'a> {
    pub(crate) fn cumulative(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let along = |axis: &AxisId| matches!(context.place(*axis), Where::Along(_));
        if !reduction.axes.iter().all(along) {
            let title = "Cumulative, for all members";
            return self
                .in_full(title, Across::Natural, reduction, context, |this, inner| this.cumulative(reduction, inner));
        }
        let levels = (0..reduction.axes.len()).map(|level| self.up_to_here(reduction, level, context));
        let levels: Vec<Formula> = levels.collect();
        let sum = |sum, level| Formula::binary(Arithmetic::Add, sum, level);
        levels.into_iter().reduce(sum).expect("a running total has an axis")
    }

    /// Along one of the axes: all of what stands before this member of it; for the last axis with the member itself.
    fn up_to_here(&mut self, reduction: &'a Reduction, level: usize, context: &Context<'a>) -> Formula {
        let (axis, further) = (reduction.axes[level], &reduction.axes[level + 1..]);
        let Where::Along(own) = context.place(axis) else { unreachable!("it goes along axes of the block") };
        let span = Span { axes: &[axis], limit: Some((own, further.is_empty())) };
        let terms = match (&reduction.filter, further.is_empty()) {
            (None, true) => self.slice("Terms", &reduction.arguments[0], &span, context),
            (Some(_), true) => self.terms("Terms included", &span, context, |this, inner| this.term(reduction, inner)),
            (_, false) => self.terms("Totals before", &span, context, |this, inner| {
                let all = Span { axes: further, limit: None };
                let terms = this.terms("Terms", &all, inner, |this, inner| this.term(reduction, inner));
                this.fold(How::Sum, &all, inner, terms)
            }),
        };
        self.fold(How::Sum, &span, context, terms)
    }

    /// A term, nought where it does not count.
    fn term(&mut self, reduction: &'a Reduction, inner: &Context<'a>) -> Formula {
        let counts = self.counts(reduction, inner);
        let value = self.expression(&reduction.arguments[0], inner);
        match counts {
            None => value,
            Some(counts) => Formula::choice(counts, value, Formula::Number(0.0)),
        }
    }
}
