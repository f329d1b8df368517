//! The first or last member of which something holds, and bands.

use super::Lowering;
use super::context::Context;
use super::fold::Span;
use crate::live::formula::{Arithmetic, Comparison, Fold, Formula};
use sg3_lang::model::{Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    /// A row of yes and no, and what stands where the first (or last) yes is.
    pub(super) fn search(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let span = Span { axes: &reduction.axes, limit: None };
        let Some(filter) = &reduction.filter else {
            return self.refuse(context, "`first` and `last` over members without a condition");
        };
        if reduction.axes.len() > 1 || reduction.limit.is_some() {
            return self.refuse(context, "`first` and `last` over several axes or with a limit");
        }
        let flags = self.terms("Where it holds", &span, context, |this, inner| {
            let holds = this.expression(filter, inner);
            match reduction.how {
                ReductionKind::First => holds,
                _ => Formula::choice(holds, Formula::Position(inner.axes.len() - 1), Formula::Number(0.0)),
            }
        });
        let flags = Box::new(self.cells(flags, &span, context));
        let values = self.slice("What is looked for", &reduction.arguments[0], &span, context);
        let values = Box::new(self.cells(values, &span, context));
        let found = match reduction.how {
            ReductionKind::First => Formula::FirstYes(flags),
            _ => Formula::LastYes(flags),
        };
        Formula::Nth(values, Box::new(found))
    }

    /// The number of the band that a place is in, and what stands there; between two, what is straight between them.
    pub(super) fn look_up(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let span = Span { axes: &reduction.axes, limit: None };
        let (Some(at), Some(from)) = (&reduction.at, &reduction.from) else { return Formula::Missing };
        if reduction.axes.len() > 1 || reduction.limit.is_some() || reduction.filter.is_some() {
            return self.refuse(context, "bands along several axes, with a limit or a condition");
        }
        let lower = self.slice("Lower bounds", from, &span, context);
        let lower = Box::new(self.cells(lower, &span, context));
        let value = self.slice("Values of bands", &reduction.arguments[0], &span, context);
        let value = Box::new(self.cells(value, &span, context));
        let at = self.expression(at, context);
        let at = self.light(at, context);
        let band = Formula::Band(lower.clone(), Box::new(at.clone()));
        if reduction.how == ReductionKind::Lookup {
            return Formula::Nth(value, Box::new(band));
        }
        let band = self.named_part(band, "Number of the band", context);
        let next = Formula::binary(Arithmetic::Add, band.clone(), Formula::Number(1.0));
        let nth = |cells: &Fold, number: &Formula| Formula::Nth(Box::new(cells.clone()), Box::new(number.clone()));
        let minus = |left, right| Formula::binary(Arithmetic::Subtract, left, right);
        let part = Formula::binary(
            Arithmetic::Divide,
            minus(at.clone(), nth(&lower, &band)),
            minus(nth(&lower, &next), nth(&lower, &band)),
        );
        let rise = minus(nth(&value, &next), nth(&value, &band));
        let line =
            Formula::binary(Arithmetic::Add, nth(&value, &band), Formula::binary(Arithmetic::Multiply, rise, part));
        let lower = self.named_part(nth(&lower, &band), "Lower bound of the band", context);
        let there = self.compare(Comparison::GreaterOrEqual, lower, at, context);
        Formula::choice(there, nth(&value, &band), line)
    }

    fn named_part(&mut self, formula: Formula, title: &str, context: &Context<'a>) -> Formula {
        Formula::Read(self.part(context, &[], super::part::Across::Natural, title, |_, _| formula.clone()))
    }

    fn cells(&self, terms: Formula, span: &Span, context: &Context<'a>) -> Fold {
        match self.fold(crate::live::formula::How::Sum, span, context, terms) {
            Formula::Fold(fold) => fold,
            _ => unreachable!("a fold was made"),
        }
    }
}
