//! Members in the order of a key: running totals, ranks, and what comes first.
//!
//! The key of every member stands in a block, rounded as the engine rounds it; the places follow by counting, exactly. A member without a key has a
//! blank there. Where something that the keys rest on cannot be read, a key that is missing may be one of those, and is an error for all.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Arithmetic, Call, Comparison, Coordinate, Fold, Formula};
use sg3_calc::{rounding::round_to_significant, tolerance::ORDERED_DIGITS};
use sg3_lang::model::{AxisId, Extreme, Order, Reduction, ReductionKind};

/// The key as a multiple of a power of ten, first as the decimal of 15 digits that every program means, then to 12, and the power again. Powers
/// below one are inexact, so that their inverse is used. Where programs disagree on the logarithm of what is nearly a power of ten, both
/// come to that power.
const ROUNDED: &str = "IF({0}=0,0,IF(ABS({0})<1,\
    ROUND(ROUND({0}*10^ABS(INT(LOG10(ABS({0})))),14),11)/10^ABS(INT(LOG10(ABS({0})))),\
    ROUND(ROUND({0}/10^INT(LOG10(ABS({0}))),14),11)*10^INT(LOG10(ABS({0})))))";

impl<'a> Lowering<'a> {
    /// The running total where the member is in the order.
    pub(super) fn cumulative_in_order(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let places = self.places(reduction, false, context);
        let terms = self.in_list("Terms in the order", &reduction.axes, context, |this, inner| {
            let counts = this.counts(reduction, inner);
            let value = this.expression(&reduction.arguments[0], inner);
            this.value_if(counts, value)
        });
        let own = at_own_place(&places, &reduction.axes, context);
        let ranges = self.ranges(&FoldAxes::whole(&reduction.axes), context);
        Formula::Fold(Fold { aggregation: Aggregation::SumUpToPlace, ranges, factors: vec![terms, places, own] })
    }

    /// The place of the member among those that count.
    pub(super) fn rank_in_order(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let places = self.places(reduction, true, context);
        at_own_place(&places, &reduction.axes, context)
    }

    /// The value of the member that is first, or last, in the order of those that count.
    pub(super) fn search_in_order(
        &mut self,
        reduction: &'a Reduction,
        order: &'a Order,
        context: &Context<'a>,
    ) -> Formula {
        let is_first = reduction.how == ReductionKind::First;
        let (end, title) = match (order.first, is_first) {
            (Extreme::Least, true) | (Extreme::Greatest, false) => (Aggregation::Min, "Least key"),
            _ => (Aggregation::Max, "Greatest key"),
        };
        let keys = self.keys(reduction, order, true, context);
        let end = self.fold(end, &FoldAxes::whole(&reduction.axes), context, keys);
        let end = self.titled_part(end, title, context);
        let holds = |this: &mut Self, inner: &Context<'a>| {
            let keys = this.keys(reduction, order, true, inner);
            let own = at_own_place(&keys, &reduction.axes, inner);
            Formula::compare(Comparison::Equal, own, end.clone())
        };
        let title = "Where the key is that";
        let found = if is_first {
            Formula::FirstTrue(Box::new(self.list(title, reduction, context, holds)))
        } else {
            self.last_of(title, reduction, context, holds)
        };
        let values = self.list_of("Value to be found", reduction, &reduction.arguments[0], context);
        Formula::Nth(Box::new(values), Box::new(found))
    }

    /// The place of every member; only of those that count if the others are to have none.
    fn places(&mut self, reduction: &'a Reduction, counted: bool, context: &Context<'a>) -> Formula {
        let Some(order) = &reduction.order else { return Formula::Missing };
        self.in_list("Place in the order", &reduction.axes, context, |this, inner| {
            let keys = this.keys(reduction, order, counted, inner);
            let own = at_own_place(&keys, &reduction.axes, inner);
            let mut factors = vec![keys, own];
            let number = this.number_in_list(&reduction.axes, inner);
            if reduction.axes.len() == 1 {
                factors.push(number);
            } else {
                let numbers = this.in_list("Number in the list", &reduction.axes, inner, |this, inner| {
                    this.number_in_list(&reduction.axes, inner)
                });
                factors.extend([at_own_place(&numbers, &reduction.axes, inner), numbers]);
            }
            let ranges = this.ranges(&FoldAxes::whole(&reduction.axes), inner);
            Formula::Fold(Fold { aggregation: Aggregation::Place(order.first), ranges, factors })
        })
    }

    /// The key of every member: blank where there is none, and for those that do not count if they are to have none.
    fn keys(&mut self, reduction: &'a Reduction, order: &'a Order, counted: bool, context: &Context<'a>) -> Formula {
        let title = "Key of the order, to 12 significant digits";
        self.in_list(title, &reduction.axes, context, |this, inner| {
            let key = this.expression(&order.key, inner);
            let key = this.short(key, inner);
            let counts = this.counts(reduction, inner);
            let rounded = call(ROUNDED, |x| round_to_significant(x[0], ORDERED_DIGITS), vec![key.clone()]);
            let present = match &counts {
                Some(counts) if counted => Formula::choice(counts.clone(), rounded, Formula::Blank),
                _ => rounded,
            };
            let absent = this.without_key(order, counts, inner);
            call("IF(ISERROR({0}),{1},{2})", |x| if x[0].is_nan() { x[1] } else { x[2] }, vec![key, absent, present])
        })
    }

    /// What stands for a key that is missing.
    fn without_key(&mut self, order: &'a Order, counts: Option<Formula>, context: &Context<'a>) -> Formula {
        let beneath = order.key.dependencies().into_iter();
        let cells = beneath.map(|id| Formula::reference(self.unreadable_beneath(id, context), Vec::new()));
        let add = |sum, cell| Formula::binary(Arithmetic::Add, sum, cell);
        let Some(unreadable) = cells.reduce(add) else { return Formula::Blank };
        let unreadable = self.short(unreadable, context);
        let error = match counts {
            Some(counts) => Formula::choice(counts, Formula::Missing, Formula::Blank),
            None => Formula::Missing,
        };
        Formula::choice(Formula::compare(Comparison::Greater, unreadable, Formula::Number(0.0)), error, Formula::Blank)
    }

    /// Cells of all members, one below the other in the order of the list whatever goes across around: what is compared stands alike.
    fn in_list(
        &mut self,
        title: &str,
        axes: &[AxisId],
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        Formula::Reference(self.part(context, axes, AcrossRule::Down, title, build))
    }
}

/// The cell of the member where the formula stands, of a reference to those of all.
fn at_own_place(cells: &Formula, axes: &[AxisId], context: &Context) -> Formula {
    let mut cell = cells.clone();
    if let Formula::Reference(reference) = &mut cell {
        for place in &mut reference.places {
            if let Coordinate::Bound(number) = place {
                *place = context.place(axes[*number]);
            }
        }
    }
    cell
}

fn call(text: &'static str, kernel: fn(&[f64]) -> f64, arguments: Vec<Formula>) -> Formula {
    Formula::Call(Call { text, kernel, arguments })
}
