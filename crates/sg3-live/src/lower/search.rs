//! The first or last member of which something holds, and bands.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Arithmetic, Comparison, Coordinate, Fold, Formula};
use sg3_lang::model::{Expression, Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    /// A list of yes and no, and what stands where the first (or last) yes is.
    pub(super) fn search(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        if reduction.filter.is_none() && reduction.limit.is_none() {
            return self.at_the_end(reduction, context);
        }
        let holds = |this: &mut Self, inner: &Context<'a>| this.counts(reduction, inner).expect("not all count");
        let found = match reduction.how {
            ReductionKind::First => {
                Formula::FirstTrue(Box::new(self.list("Where the condition is met", reduction, context, holds)))
            }
            _ => self.last_of("Where the condition is met", reduction, context, holds),
        };
        let values = self.list_of("Value to be found", reduction, &reduction.arguments[0], context);
        Formula::Nth(Box::new(values), Box::new(found))
    }

    /// What stands at the first or last member of all.
    fn at_the_end(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let mut end = context.clone();
        for axis in &reduction.axes {
            let last = self.members(context.scope[axis.0 as usize].dimension).len() - 1;
            let position = if reduction.how == ReductionKind::First { 0 } else { last };
            end.places[axis.0 as usize] = Some(Coordinate::At(position));
        }
        self.expression(&reduction.arguments[0], &end)
    }

    /// The number in the list of the last member of which something holds.
    pub(super) fn last_of(
        &mut self,
        title: &str,
        reduction: &'a Reduction,
        context: &Context<'a>,
        holds: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        let numbers = self.list(title, reduction, context, |this, inner| {
            let number = this.number_in_list(&reduction.axes, inner);
            Formula::choice(holds(this, inner), number, Formula::Number(0.0))
        });
        Formula::LastTrue(Box::new(numbers))
    }

    /// What stands in the band that a place is in; between two bands, what is straight between them.
    pub(super) fn look_up(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let (Some(at), Some(from)) = (&reduction.at, &reduction.from) else { return Formula::Missing };
        let value = self.list_of("Values of bands", reduction, &reduction.arguments[0], context);
        let at = self.expression(at, context);
        let at = self.short(at, context);
        let band = self.band(reduction, from, &at, context);
        if reduction.how == ReductionKind::Lookup {
            return Formula::Nth(Box::new(value), Box::new(band));
        }
        let band = self.titled_part(band, "Number of the band", context);
        let next = self.next_band(reduction, from, &at, &band, context);
        let lower = self.list_of("Lower bounds", reduction, from, context);
        self.interpolate([&lower, &value], [band, next], at, context)
    }

    /// The position of the band that a place is in. Where all bands count and stand in one list, their lower bounds rise and
    /// are searched by halving.
    fn band(&mut self, reduction: &'a Reduction, from: &'a Expression, at: &Formula, context: &Context<'a>) -> Formula {
        if all_count(reduction) {
            return Formula::Band(
                Box::new(self.list_of("Lower bounds", reduction, from, context)),
                Box::new(at.clone()),
            );
        }
        self.last_of("Bands with a lower bound at or below the value", reduction, context, |this, inner| {
            this.begins(Comparison::LessOrEqual, reduction, from, at, inner)
        })
    }

    /// The position of the band after: the next one, or the first that counts and begins beyond.
    fn next_band(
        &mut self,
        reduction: &'a Reduction,
        from: &'a Expression,
        at: &Formula,
        band: &Formula,
        context: &Context<'a>,
    ) -> Formula {
        if all_count(reduction) {
            return Formula::binary(Arithmetic::Add, band.clone(), Formula::Number(1.0));
        }
        let beyond = self.list("Bands with a lower bound above the value", reduction, context, |this, inner| {
            this.begins(Comparison::Greater, reduction, from, at, inner)
        });
        Formula::FirstTrue(Box::new(beyond))
    }

    /// Whether a band counts and begins there.
    fn begins(
        &mut self,
        comparison: Comparison,
        reduction: &'a Reduction,
        from: &'a Expression,
        at: &Formula,
        inner: &Context<'a>,
    ) -> Formula {
        let counts = self.counts(reduction, inner);
        let lower = self.expression(from, inner);
        let begins = self.compare(comparison, lower, at.clone(), inner);
        self.value_if(counts, begins)
    }

    /// What is straight between the values of two bands; at the lower bound itself, where there may be no next band, the
    /// value of the band.
    fn interpolate(
        &mut self,
        [lower, value]: [&Fold; 2],
        [band, next]: [Formula; 2],
        at: Formula,
        context: &Context<'a>,
    ) -> Formula {
        let [lower, upper] = [&band, &next].map(|number| nth(lower, number));
        let [value, next_value] = [&band, &next].map(|number| nth(value, number));
        let part = Formula::binary(
            Arithmetic::Divide,
            difference(at.clone(), lower.clone()),
            difference(upper, lower.clone()),
        );
        let rise = difference(next_value, value.clone());
        let line = Formula::binary(Arithmetic::Add, value.clone(), Formula::binary(Arithmetic::Multiply, rise, part));
        let start = self.titled_part(lower, "Lower bound of the band", context);
        let is_at_start = self.compare(Comparison::GreaterOrEqual, start, at, context);
        Formula::choice(is_at_start, value, line)
    }
}

fn nth(cells: &Fold, number: &Formula) -> Formula {
    Formula::Nth(Box::new(cells.clone()), Box::new(number.clone()))
}

fn difference(left: Formula, right: Formula) -> Formula {
    Formula::binary(Arithmetic::Subtract, left, right)
}

fn all_count(reduction: &Reduction) -> bool {
    reduction.axes.len() == 1 && reduction.filter.is_none() && reduction.limit.is_none()
}
