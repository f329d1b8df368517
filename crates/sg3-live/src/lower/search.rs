//! The first or last member of which something holds, and bands.

use super::Lowering;
use super::context::Context;
use crate::formula::{Arithmetic, Comparison, Fold, Formula, Where};
use sg3_lang::model::{Expression, Reduction, ReductionKind};

impl<'a> Lowering<'a> {
    /// A list of yes and no, and what stands where the first (or last) yes is.
    pub(crate) fn search(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        if reduction.filter.is_none() && reduction.limit.is_none() {
            return self.at_the_end(reduction, context);
        }
        let holds = |this: &mut Self, inner: &Context<'a>| this.counts(reduction, inner).expect("not all count");
        let found = match reduction.how {
            ReductionKind::First => {
                Formula::FirstYes(Box::new(self.list("Where the condition is met", reduction, context, holds)))
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
            end.places[axis.0 as usize] = Some(Where::At(position));
        }
        self.expression(&reduction.arguments[0], &end)
    }

    /// The number in the list of the last member of which something holds.
    fn last_of(
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
        Formula::LastYes(Box::new(numbers))
    }

    /// The number of the band that a place is in, and what stands there; between two, what is straight between them.
    pub(crate) fn look_up(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let (Some(at), Some(from)) = (&reduction.at, &reduction.from) else { return Formula::Missing };
        let value = self.list_of("Values of bands", reduction, &reduction.arguments[0], context);
        let at = self.expression(at, context);
        let at = self.light(at, context);
        let all_count = reduction.axes.len() == 1 && reduction.filter.is_none() && reduction.limit.is_none();
        let band = match all_count {
            true => {
                Formula::Band(Box::new(self.list_of("Lower bounds", reduction, from, context)), Box::new(at.clone()))
            }
            false => {
                self.last_of("Bands with a lower bound at or below the value", reduction, context, |this, inner| {
                    this.begins(Comparison::LessOrEqual, reduction, from, &at, inner)
                })
            }
        };
        if reduction.how == ReductionKind::Lookup {
            return Formula::Nth(Box::new(value), Box::new(band));
        }
        let band = self.named_part(band, "Number of the band", context);
        let next = match all_count {
            true => Formula::binary(Arithmetic::Add, band.clone(), Formula::Number(1.0)),
            false => {
                let beyond =
                    self.list("Bands with a lower bound above the value", reduction, context, |this, inner| {
                        this.begins(Comparison::Greater, reduction, from, &at, inner)
                    });
                Formula::FirstYes(Box::new(beyond))
            }
        };
        let lower = self.list_of("Lower bounds", reduction, from, context);
        self.straight([&lower, &value], [band, next], at, context)
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
        match counts {
            None => begins,
            Some(counts) => Formula::choice(counts, begins, Formula::Number(0.0)),
        }
    }

    /// What is straight between the values of two bands.
    fn straight(
        &mut self,
        [lower, value]: [&Fold; 2],
        [band, next]: [Formula; 2],
        at: Formula,
        context: &Context<'a>,
    ) -> Formula {
        let nth = |cells: &Fold, number: &Formula| Formula::Nth(Box::new(cells.clone()), Box::new(number.clone()));
        let minus = |left, right| Formula::binary(Arithmetic::Subtract, left, right);
        let part = Formula::binary(
            Arithmetic::Divide,
            minus(at.clone(), nth(lower, &band)),
            minus(nth(lower, &next), nth(lower, &band)),
        );
        let rise = minus(nth(value, &next), nth(value, &band));
        let line =
            Formula::binary(Arithmetic::Add, nth(value, &band), Formula::binary(Arithmetic::Multiply, rise, part));
        let start = self.named_part(nth(lower, &band), "Lower bound of the band", context);
        let there = self.compare(Comparison::GreaterOrEqual, start, at, context);
        Formula::choice(there, nth(value, &band), line)
    }

    fn named_part(&mut self, formula: Formula, title: &str, context: &Context<'a>) -> Formula {
        Formula::Read(self.part(context, &[], super::part::Across::Natural, title, |_, _| formula.clone()))
    }
}
