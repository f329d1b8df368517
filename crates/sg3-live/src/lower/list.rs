//! One list of the members that a reduction goes over: several axes one below the other, with what counts of them.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Arithmetic, Comparison, Coordinate, Fold, Formula};
use sg3_lang::model::{AxisId, Expression, Limit, Reduction};

impl<'a> Lowering<'a> {
    /// Cells of all members, in one row or column.
    pub(super) fn list(
        &mut self,
        title: &str,
        reduction: &'a Reduction,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Fold {
        let over = FoldAxes::whole(&reduction.axes);
        let cells = match reduction.axes.len() {
            1 => self.terms(title, &over, context, build),
            _ => Formula::Reference(self.part(context, over.axes, AcrossRule::Down, title, build)),
        };
        self.fold_of_list(cells, &over, context)
    }

    /// The same of an expression, which may stand in one row or column as it is.
    pub(super) fn list_of(
        &mut self,
        title: &str,
        reduction: &'a Reduction,
        expression: &'a Expression,
        context: &Context<'a>,
    ) -> Fold {
        if reduction.axes.len() > 1 {
            return self.list(title, reduction, context, |this, inner| this.expression(expression, inner));
        }
        let over = FoldAxes::whole(&reduction.axes);
        let cells = self.cells_together(title, expression, &over, context);
        self.fold_of_list(cells, &over, context)
    }

    fn fold_of_list(&self, cells: Formula, over: &FoldAxes, context: &Context<'a>) -> Fold {
        Fold { aggregation: Aggregation::Sum, ranges: self.ranges(over, context), factors: vec![cells] }
    }

    /// Whether a member counts: its condition, and how far the reduction goes. Nothing where all do.
    pub(super) fn counts(&mut self, reduction: &'a Reduction, inner: &Context<'a>) -> Option<Formula> {
        let within = reduction.limit.map(|(limit, outer)| self.is_within(limit, reduction.axes[0], outer, inner));
        let filter = reduction.filter.as_ref().map(|filter| self.expression(filter, inner));
        match (within, filter) {
            (Some(within), Some(filter)) => Some(Formula::choice(within, filter, Formula::Number(0.0))),
            (within, filter) => within.or(filter),
        }
    }

    /// A value, zero where the member does not count.
    pub(super) fn value_if(&mut self, counts: Option<Formula>, value: Formula) -> Formula {
        match counts {
            None => value,
            Some(counts) => Formula::choice(counts, value, Formula::Number(0.0)),
        }
    }

    fn is_within(&mut self, limit: Limit, axis: AxisId, outer: AxisId, inner: &Context<'a>) -> Formula {
        let [own, outer] =
            [axis, outer].map(|axis| self.axis(inner.place(axis), inner.scope[axis.0 as usize].dimension));
        let comparison = if limit == Limit::Upto { Comparison::LessOrEqual } else { Comparison::Less };
        Formula::compare(comparison, own, outer)
    }

    /// The number of a member in the list of all, the last axis fastest, where the axes are the last of the block: March of
    /// the second year is (2 - 1) * 12 + 3.
    pub(super) fn number_in_list(&self, axes: &[AxisId], inner: &Context<'a>) -> Formula {
        let mut own = axes.iter().map(|axis| match inner.place(*axis) {
            Coordinate::Along(own) => own,
            _ => unreachable!("the axes of a list are axes of its block"),
        });
        let first = Formula::Position(own.next().expect("a reduction has axes"));
        own.fold(first, |before, own| {
            let lists = Formula::binary(Arithmetic::Subtract, before, Formula::Number(1.0));
            let members = Formula::binary(Arithmetic::Multiply, lists, Formula::Count(own));
            Formula::binary(Arithmetic::Add, members, Formula::Position(own))
        })
    }

    /// A block over all members of the axes that a reduction keeps, read where the formula stands.
    pub(super) fn whole_block(
        &mut self,
        title: &str,
        across: AcrossRule,
        reduction: &'a Reduction,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        let mut reference = self.part(context, &reduction.axes, across, title, build);
        for place in &mut reference.places {
            if let Coordinate::Bound(number) = place {
                *place = context.place(reduction.axes[*number]);
            }
        }
        Formula::Reference(reference)
    }
}
