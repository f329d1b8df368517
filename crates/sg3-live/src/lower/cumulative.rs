//! Running totals: along one axis up to where the block is; along several, what is whole before and the rest.
//!
//! Up to (2026, March) along years and months these are two sums: all months of the years before 2026, and the months of
//! 2026 up to March.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Arithmetic, Coordinate, Formula};
use sg3_lang::model::Reduction;

impl<'a> Lowering<'a> {
    pub(super) fn cumulative(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        if !reduction.axes.iter().all(|axis| matches!(context.place(*axis), Coordinate::Along(_))) {
            let title = "Cumulative, for all members";
            return self.whole_block(title, AcrossRule::Natural, reduction, context, |this, inner| {
                this.cumulative(reduction, inner)
            });
        }
        let levels: Vec<Formula> =
            (0..reduction.axes.len()).map(|level| self.up_to_here(reduction, level, context)).collect();
        let sum = levels.into_iter().reduce(|sum, level| Formula::binary(Arithmetic::Add, sum, level));
        sum.expect("a running total has an axis")
    }

    /// Along one of the axes: all of what stands before this member of it; for the last axis with the member itself.
    fn up_to_here(&mut self, reduction: &'a Reduction, level: usize, context: &Context<'a>) -> Formula {
        let (axis, further) = (reduction.axes[level], &reduction.axes[level + 1..]);
        let Coordinate::Along(own) = context.place(axis) else { unreachable!("it goes along axes of the block") };
        let over = FoldAxes { axes: &[axis], limit: Some((own, further.is_empty())) };
        let terms = match (&reduction.filter, further.is_empty()) {
            (None, true) => self.cells_together("Terms", &reduction.arguments[0], &over, context),
            (Some(_), true) => self.terms("Terms included", &over, context, |this, inner| this.term(reduction, inner)),
            (_, false) => self.terms("Totals before", &over, context, |this, inner| {
                let all = FoldAxes::whole(further);
                let terms = this.terms("Terms", &all, inner, |this, inner| this.term(reduction, inner));
                this.fold(Aggregation::Sum, &all, inner, terms)
            }),
        };
        self.fold(Aggregation::Sum, &over, context, terms)
    }

    fn term(&mut self, reduction: &'a Reduction, inner: &Context<'a>) -> Formula {
        let counts = self.counts(reduction, inner);
        let value = self.expression(&reduction.arguments[0], inner);
        self.value_if(counts, value)
    }
}
