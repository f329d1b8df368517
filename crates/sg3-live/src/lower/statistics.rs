//! Percentiles, and straight lines by least squares in steps: means, products of deviations, squares of deviations.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::reduction::fold_axes;
use crate::book::formula::{Aggregation, Arithmetic, Comparison, Fold, Formula};
use sg3_lang::model::{Expression, Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    pub(super) fn percentile(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let (over, terms) = self.counted("Values", &reduction.arguments[0], reduction, context);
        let at = reduction.at.as_ref().filter(|_| reduction.how == ReductionKind::Percentile);
        let at = at.map(|at| self.expression(at, context));
        let aggregation = if at.is_some() { Aggregation::Percentile } else { Aggregation::Median };
        let factors = std::iter::once(terms).chain(at).collect();
        Formula::Fold(Fold { aggregation, ranges: self.ranges(&over, context), factors })
    }

    /// The slope of the line, or where it stands at zero.
    pub(super) fn line(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let [y, x] = &reduction.arguments[..] else { return Formula::Missing };
        let mean_y = self.of_all("Mean of the values", Aggregation::Mean, y, reduction, context);
        let mean_x = self.of_all("Mean of what they are against", Aggregation::Mean, x, reduction, context);
        let least = self.of_all("Least of what they are against", Aggregation::Min, x, reduction, context);
        let greatest = self.of_all("Greatest of what they are against", Aggregation::Max, x, reduction, context);
        let (of_y, of_x) = ((y, &mean_y), (x, &mean_x));
        let products = self.sum_of_deviations("Products of deviations", [of_y, of_x], reduction, context);
        let squares = self.sum_of_deviations("Squares of deviations", [of_x, of_x], reduction, context);
        let is_line = self.compare(Comparison::Less, least, greatest, context);
        let slope = Formula::binary(Arithmetic::Divide, products, squares);
        let slope = Formula::choice(is_line, slope, Formula::Missing);
        if reduction.how == ReductionKind::Slope {
            return slope;
        }
        let slope = self.titled_part(slope, "Slope", context);
        let rise = Formula::binary(Arithmetic::Multiply, slope, mean_x);
        Formula::binary(Arithmetic::Subtract, mean_y, rise)
    }

    fn of_all(
        &mut self,
        title: &str,
        aggregation: Aggregation,
        values: &'a Expression,
        reduction: &'a Reduction,
        context: &Context<'a>,
    ) -> Formula {
        let (over, terms) = self.counted("Values", values, reduction, context);
        let all = self.fold(aggregation, &over, context, terms);
        self.titled_part(all, title, context)
    }

    /// The values of the members that count, blank for the others.
    fn counted(
        &mut self,
        title: &str,
        values: &'a Expression,
        reduction: &'a Reduction,
        context: &Context<'a>,
    ) -> (FoldAxes<'a>, Formula) {
        if let (Some(over), None) = (fold_axes(reduction, context), &reduction.filter) {
            let cells = self.cells_together(title, values, &over, context);
            return (over, cells);
        }
        let over = FoldAxes::whole(&reduction.axes);
        let terms = self.terms(title, &over, context, |this, inner| {
            let counts = this.counts(reduction, inner).expect("not all count");
            Formula::choice(counts, this.expression(values, inner), Formula::Blank)
        });
        (over, terms)
    }

    fn sum_of_deviations(
        &mut self,
        title: &str,
        factors: [(&'a Expression, &Formula); 2],
        reduction: &'a Reduction,
        context: &Context<'a>,
    ) -> Formula {
        let over = FoldAxes::whole(&reduction.axes);
        let terms = self.terms(title, &over, context, |this, inner| {
            let [one, other] = factors.map(|(value, mean)| {
                Formula::binary(Arithmetic::Subtract, this.expression(value, inner), mean.clone())
            });
            let counts = this.counts(reduction, inner);
            this.value_if(counts, Formula::binary(Arithmetic::Multiply, one, other))
        });
        self.fold(Aggregation::Sum, &over, context, terms)
    }
}
