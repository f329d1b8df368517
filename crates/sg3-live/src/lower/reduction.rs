//! Reductions: of what stands together, or of a block of terms.

use super::Lowering;
use super::context::Context;
use super::expression::is_zero;
use super::fold::Span;
use crate::formula::{Arithmetic, Comparison, Fold, Formula, How, Where};
use sg3_lang::model::{AxisId, Expression, Limit, Node, Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    pub(crate) fn reduction(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        use ReductionKind::*;
        let count = |axis: &AxisId| self.members(context.scope[axis.0 as usize].dimension).len();
        if reduction.axes.iter().any(|axis| count(axis) == 0) {
            return of_nothing(reduction.how);
        }
        match reduction.how {
            First | Last => self.search(reduction, context),
            Lookup | Interpolate => self.look_up(reduction, context),
            Apportion => self.share_out(reduction, context),
            Cumulative => self.cumulative(reduction, context),
            WeightedMean => self.weighted_mean(reduction, context),
            _ => self.folded(reduction, context),
        }
    }

    fn folded(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let Some(span) = span(reduction, context) else { return self.filtered(reduction, context) };
        let body = &reduction.arguments[0];
        match (reduction.how, &reduction.filter, span.limit) {
            (ReductionKind::Sum | ReductionKind::Count, None, _) => self.sum(body, &span, context),
            (ReductionKind::Sum, Some(filter), Some(_)) => self.sum_before(reduction, body, filter, &span, context),
            (ReductionKind::Sum, Some(filter), None) => {
                let by_group = self.sum_by_group(body, filter, &span, context);
                by_group.unwrap_or_else(|| self.filtered(reduction, context))
            }
            (_, None, _) => {
                let terms = self.slice("Terms", body, &span, context);
                self.fold(how(reduction.how), &span, context, terms)
            }
            _ => self.filtered(reduction, context),
        }
    }

    /// A sum without a filter.
    pub(crate) fn sum(&mut self, body: &'a Expression, span: &Span, context: &Context<'a>) -> Formula {
        if let Some(sum) = self.sum_of_products(body, span, context) {
            return sum;
        }
        let terms = self.terms("Terms of the sum", span, context, |this, inner| this.expression(body, inner));
        self.fold(How::Sum, span, context, terms)
    }

    /// Terms that do not count are what changes nothing.
    fn filtered(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let body = &reduction.arguments[0];
        let neutral = neutral(reduction.how);
        let open = Span { axes: &reduction.axes, limit: None };
        let terms = self.terms("Terms included", &open, context, |this, inner| {
            let counts = this.counts(reduction, inner).expect("not all count");
            Formula::choice(counts, this.expression(body, inner), neutral.clone())
        });
        self.fold(how(reduction.how), &open, context, terms)
    }

    /// Sums of earlier members: of products that stand in a row with their conditions, so that nothing is needed before it is there.
    fn sum_before(
        &mut self,
        reduction: &'a Reduction,
        body: &'a Expression,
        filter: &'a Expression,
        span: &Span,
        context: &Context<'a>,
    ) -> Formula {
        let across = span.limit.is_some_and(|(axis, _)| Some(axis) == context.across);
        if !across || !reads_only(body) || !reads_only(filter) {
            return self.filtered(reduction, context);
        }
        let inner = context.bound(span.axes);
        let mut factors = vec![self.expression(body, &inner)];
        match self.expression(filter, &inner) {
            Formula::And(parts) => factors.extend(parts),
            part => factors.push(part),
        }
        if factors.iter().all(|factor| self.goes_in_a_row(factor, context)) {
            return Formula::Fold(Fold { how: How::Sum, bound: self.bounds(span, context), factors });
        }
        self.filtered(reduction, context)
    }

    /// Whether a spreadsheet computes it cell by cell along a row within a sum.
    fn goes_in_a_row(&self, formula: &Formula, context: &Context<'a>) -> bool {
        let both =
            |left: &Formula, right: &Formula| self.goes_in_a_row(left, context) && self.goes_in_a_row(right, context);
        match formula {
            Formula::Axis(Where::Bound(_)) => true,
            Formula::Read(reading) if has_bound(formula) => {
                let block = self.book.block(reading.block);
                let steady = |place: &Where| {
                    matches!(place, Where::At(_) | Where::Bound(_))
                        || matches!(place, Where::Along(axis) if Some(*axis) != context.across)
                };
                let in_row = block.across.is_some_and(|axis| matches!(reading.places[axis], Where::Bound(_)));
                in_row
                    && reading.places.iter().all(steady)
                    && !block.down().any(|axis| matches!(reading.places[axis], Where::Bound(_)))
            }
            _ if !has_bound(formula) => true,
            Formula::Negative(part) => self.goes_in_a_row(part, context),
            Formula::Binary(operator, left, right) => *operator != Arithmetic::Power && both(left, right),
            Formula::Compare(comparison, left, right, _) => *comparison != Comparison::Unequal && both(left, right),
            _ => false,
        }
    }

    fn weighted_mean(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let [value, weight] = &reduction.arguments[..] else { return Formula::Missing };
        // a limit that the fold itself keeps needs no cell before it is there
        let kept = span(reduction, context);
        let span = kept.clone().unwrap_or(Span { axes: &reduction.axes, limit: None });
        let mut total = |title: &str, parts: &[&'a Expression]| {
            let terms = self.terms(title, &span, context, |this, inner| {
                let parts: Vec<Formula> = parts.iter().map(|part| this.expression(part, inner)).collect();
                let times = |left, right| Formula::binary(Arithmetic::Multiply, left, right);
                let product = parts.into_iter().reduce(times).expect("a weight at least");
                let counts = match &kept {
                    Some(_) => reduction.filter.as_ref().map(|filter| this.expression(filter, inner)),
                    None => this.counts(reduction, inner),
                };
                match counts {
                    None => product,
                    Some(counts) => Formula::choice(counts, product, Formula::Number(0.0)),
                }
            });
            self.fold(How::Sum, &span, context, terms)
        };
        let weighted = total("Values times weights", &[value, weight]);
        Formula::binary(Arithmetic::Divide, weighted, total("Weights", &[weight]))
    }
}

/// The axes, and how far along them; nothing where what limits it is not an axis of the block.
fn span<'s>(reduction: &'s Reduction, context: &Context) -> Option<Span<'s>> {
    let limit = match reduction.limit.map(|(how, outer)| (how, context.place(outer))) {
        None => None,
        Some((how, Where::Along(axis))) => Some((axis, how == Limit::Upto)),
        Some(_) => return None,
    };
    Some(Span { axes: &reduction.axes, limit })
}

fn of_nothing(how: ReductionKind) -> Formula {
    use ReductionKind::*;
    match how {
        Sum | Count | Any | Cumulative | Apportion => Formula::Number(0.0),
        Product | All => Formula::Number(1.0),
        _ => Formula::Missing,
    }
}

fn how(kind: ReductionKind) -> How {
    use ReductionKind::*;
    match kind {
        Product => How::Product,
        Min => How::Min,
        Max => How::Max,
        Mean => How::Mean,
        Any => How::Any,
        All => How::All,
        _ => How::Sum,
    }
}

/// What changes nothing.
fn neutral(kind: ReductionKind) -> Formula {
    use ReductionKind::*;
    match kind {
        Product | All => Formula::Number(1.0),
        Min | Max | Mean => Formula::Blank,
        _ => Formula::Number(0.0),
    }
}

/// Whether it reads and computes without steps aside, reductions and other worlds, which need cells of their own.
fn reads_only(expression: &Expression) -> bool {
    let mut plain = true;
    expression.walk(&mut |inner| {
        plain &= match &inner.node {
            Node::Reduce(_) | Node::World(_) => false,
            Node::Read(read) => read.beyond.is_none() && read.places.iter().all(|place| place.shift.is_none()),
            _ => true,
        };
    });
    plain
}

fn has_bound(formula: &Formula) -> bool {
    let here = match formula {
        Formula::Axis(Where::Bound(_)) => true,
        Formula::Read(reading) => reading.places.iter().any(|place| matches!(place, Where::Bound(_))),
        _ => false,
    };
    let mut found = here;
    formula.for_each_part(&mut |part| found |= has_bound(part));
    found && !is_zero(formula)
}
