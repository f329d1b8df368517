//! One list of the members that a reduction goes over: several axes one below the other, with what counts of them.

use super::Lowering;
use super::context::Context;
use super::fold::Span;
use super::part::Across;
use crate::formula::{Arithmetic, Comparison, Fold, Formula, How, Where};
use sg3_lang::model::{AxisId, Expression, Limit, Reduction};

impl<'a> Lowering<'a> {
    /// Cells of all members, in one row or column.
    pub(crate) fn list(
        &mut self,
        title: &str,
        reduction: &'a Reduction,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Fold {
        let span = Span { axes: &reduction.axes, limit: None };
        let cells = match reduction.axes.len() {
            1 => self.terms(title, &span, context, build),
            _ => Formula::Read(self.part(context, span.axes, Across::Down, title, build)),
        };
        self.cells(cells, &span, context)
    }

    /// The same of an expression, which may stand in one row or column as it is.
    pub(crate) fn list_of(
        &mut self,
        title: &str,
        reduction: &'a Reduction,
        expression: &'a Expression,
        context: &Context<'a>,
    ) -> Fold {
        if reduction.axes.len() > 1 {
            return self.list(title, reduction, context, |this, inner| this.expression(expression, inner));
        }
        let span = Span { axes: &reduction.axes, limit: None };
        let cells = self.slice(title, expression, &span, context);
        self.cells(cells, &span, context)
    }

    fn cells(&self, cells: Formula, span: &Span, context: &Context<'a>) -> Fold {
        match self.fold(How::Sum, span, context, cells) {
            Formula::Fold(fold) => fold,
            _ => unreachable!("a fold was made"),
        }
    }

    /// Whether a member counts: its condition, and how far the reduction goes. Nothing where all do.
    pub(crate) fn counts(&mut self, reduction: &'a Reduction, inner: &Context<'a>) -> Option<Formula> {
        let within = reduction.limit.map(|(how, outer)| {
            let number =
                |this: &mut Self, axis: AxisId| this.axis(inner.place(axis), inner.scope[axis.0 as usize].dimension);
            let (own, outer) = (number(self, reduction.axes[0]), number(self, outer));
            let comparison = if how == Limit::Upto { Comparison::LessOrEqual } else { Comparison::Less };
            Formula::Compare(comparison, Box::new(own), Box::new(outer), true)
        });
        let filter = reduction.filter.as_ref().map(|filter| self.expression(filter, inner));
        match (within, filter) {
            (Some(within), Some(filter)) => Some(Formula::choice(within, filter, Formula::Number(0.0))),
            (within, filter) => within.or(filter),
        }
    }

    /// The number of a member in the list of all, the last axis fastest, where the axes are the last of the block.
    pub(crate) fn number_in_list(&self, axes: &[AxisId], inner: &Context<'a>) -> Formula {
        let own = axes.iter().map(|axis| match inner.place(*axis) {
            Where::Along(own) => own,
            _ => unreachable!("the axes of a list are axes of its block"),
        });
        let further = |before: Formula, own: usize| {
            let lists = Formula::binary(Arithmetic::Subtract, before, Formula::Number(1.0));
            let members = Formula::binary(Arithmetic::Multiply, lists, Formula::Count(own));
            Formula::binary(Arithmetic::Add, members, Formula::Position(own))
        };
        let mut own = own;
        let first = Formula::Position(own.next().expect("a reduction has axes"));
        own.fold(first, further)
    }

    /// A block over all members of the axes that a reduction keeps, read where the formula stands.
    pub(crate) fn in_full(
        &mut self,
        title: &str,
        across: Across,
        reduction: &'a Reduction,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        let mut reading = self.part(context, &reduction.axes, across, title, build);
        for place in &mut reading.places {
            if let Where::Bound(number) = place {
                *place = context.place(reduction.axes[*number]);
            }
        }
        Formula::Read(reading)
    }
}
