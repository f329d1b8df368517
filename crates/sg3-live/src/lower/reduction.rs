//! Reductions: of what stands together, or of a block of terms.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use crate::book::formula::{Aggregation, Arithmetic, Coordinate, Formula};
use sg3_lang::model::{Expression, Limit, Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    pub(super) fn reduction(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        use ReductionKind::{
            Apportion, Cumulative, First, Intercept, Interpolate, Last, Lookup, Median, Percentile, Rank, Slope,
            WeightedMean,
        };
        let mut dimensions = reduction.axes.iter().map(|axis| context.scope[axis.0 as usize].dimension);
        if dimensions.any(|dimension| self.members(dimension).is_empty()) {
            return value_of_nothing(reduction.how);
        }
        match (reduction.how, &reduction.order) {
            (First | Last, Some(order)) => return self.search_in_order(reduction, order, context),
            (Cumulative, Some(_)) => return self.cumulative_in_order(reduction, context),
            _ => {}
        }
        match reduction.how {
            First | Last => self.search(reduction, context),
            Lookup | Interpolate => self.look_up(reduction, context),
            Apportion => self.apportion(reduction, context),
            Cumulative => self.cumulative(reduction, context),
            Rank => self.rank_in_order(reduction, context),
            Median | Percentile => self.percentile(reduction, context),
            Slope | Intercept => self.line(reduction, context),
            WeightedMean => self.weighted_mean(reduction, context),
            _ => self.aggregate(reduction, context),
        }
    }

    fn aggregate(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let Some(over) = fold_axes(reduction, context) else { return self.filtered(reduction, context) };
        let body = &reduction.arguments[0];
        match (reduction.how, &reduction.filter, over.limit) {
            (ReductionKind::Sum | ReductionKind::Count, None, _) => self.sum(body, &over, context),
            (ReductionKind::Sum, Some(filter), Some(_)) => {
                let in_row = self.filtered_row_sum(body, filter, &over, context);
                in_row.unwrap_or_else(|| self.filtered(reduction, context))
            }
            (ReductionKind::Sum, Some(filter), None) => {
                let by_group = self.sum_by_group(body, filter, &over, context);
                by_group.unwrap_or_else(|| self.filtered(reduction, context))
            }
            (_, None, _) => {
                let terms = self.cells_together("Terms", body, &over, context);
                self.fold(aggregation(reduction.how), &over, context, terms)
            }
            _ => self.filtered(reduction, context),
        }
    }

    /// A sum without a filter.
    fn sum(&mut self, body: &'a Expression, over: &FoldAxes, context: &Context<'a>) -> Formula {
        if let Some(sum) = self.sum_of_products(body, over, context) {
            return sum;
        }
        let terms = self.terms("Terms of the sum", over, context, |this, inner| this.expression(body, inner));
        self.fold(Aggregation::Sum, over, context, terms)
    }

    /// Terms that do not count are what changes nothing.
    fn filtered(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let body = &reduction.arguments[0];
        let neutral = neutral(reduction.how);
        let open = FoldAxes::whole(&reduction.axes);
        let terms = self.terms("Terms included", &open, context, |this, inner| {
            let counts = this.counts(reduction, inner).expect("not all count");
            Formula::choice(counts, this.expression(body, inner), neutral.clone())
        });
        self.fold(aggregation(reduction.how), &open, context, terms)
    }

    fn weighted_mean(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let [value, weight] = &reduction.arguments[..] else { return Formula::Missing };
        let weighted = self.weighted_sum("Values times weights", &[value, weight], reduction, context);
        let weights = self.weighted_sum("Weights", &[weight], reduction, context);
        Formula::binary(Arithmetic::Divide, weighted, weights)
    }

    /// The sum of the products of some factors, of the members that count.
    fn weighted_sum(
        &mut self,
        title: &str,
        factors: &[&'a Expression],
        reduction: &'a Reduction,
        context: &Context<'a>,
    ) -> Formula {
        // a limit that the fold itself keeps needs no cell before it is there
        let limited = fold_axes(reduction, context);
        let over = limited.clone().unwrap_or(FoldAxes::whole(&reduction.axes));
        let terms = self.terms(title, &over, context, |this, inner| {
            let factors: Vec<Formula> = factors.iter().map(|factor| this.expression(factor, inner)).collect();
            let product =
                factors.into_iter().reduce(|product, factor| Formula::binary(Arithmetic::Multiply, product, factor));
            let counts = match &limited {
                Some(_) => reduction.filter.as_ref().map(|filter| this.expression(filter, inner)),
                None => this.counts(reduction, inner),
            };
            this.value_if(counts, product.expect("a weight at least"))
        });
        self.fold(Aggregation::Sum, &over, context, terms)
    }
}

/// The axes, and how far along them; nothing where what limits it is not an axis of the block.
pub(super) fn fold_axes<'s>(reduction: &'s Reduction, context: &Context) -> Option<FoldAxes<'s>> {
    let limit = match reduction.limit.map(|(limit, outer)| (limit, context.place(outer))) {
        None => None,
        Some((limit, Coordinate::Along(axis))) => Some((axis, limit == Limit::Upto)),
        Some(_) => return None,
    };
    Some(FoldAxes { axes: &reduction.axes, limit })
}

fn value_of_nothing(kind: ReductionKind) -> Formula {
    use ReductionKind::{All, Any, Apportion, Count, Cumulative, Product, Sum};
    match kind {
        Sum | Count | Any | Cumulative | Apportion => Formula::Number(0.0),
        Product | All => Formula::Number(1.0),
        _ => Formula::Missing,
    }
}

fn aggregation(kind: ReductionKind) -> Aggregation {
    use ReductionKind::{All, Any, Max, Mean, Min, Product};
    match kind {
        Product => Aggregation::Product,
        Min => Aggregation::Min,
        Max => Aggregation::Max,
        Mean => Aggregation::Mean,
        Any => Aggregation::Any,
        All => Aggregation::All,
        _ => Aggregation::Sum,
    }
}

/// What changes nothing in an aggregation.
fn neutral(kind: ReductionKind) -> Formula {
    use ReductionKind::{All, Max, Mean, Min, Product};
    match kind {
        Product | All => Formula::Number(1.0),
        Min | Max | Mean => Formula::Blank,
        _ => Formula::Number(0.0),
    }
}
