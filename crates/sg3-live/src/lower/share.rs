//! Apportionment by the largest remainder, in rows: units, whole units, remainders, ranks.

use super::Lowering;
use super::context::Context;
use super::fold::Span;
use super::part::Across;
use crate::formula::{Arithmetic, Call, Fold, Formula, How, Where};
use sg3_lang::Unit;
use sg3_lang::model::{Kind, Reduction};
use std::cmp::Ordering;

/// Units as the decimal of 15 digits that the engine apportions. A guard relative to the amount would not do: of a thousand million hundredths it
/// is more than one.
const IN_UNITS: &str = "ROUND({0}/{1},14-INT(LOG10(MAX(1,ABS({0}/{1})))))";

fn in_units(units: f64) -> f64 {
    let digits = libm::floor(libm::log10(units.abs().max(1.0)));
    if units.is_nan() { units } else { sg3_calc::rounding::round_half_away(units, 14 - digits as i32) }
}

fn sign(total: f64) -> f64 {
    match total.partial_cmp(&0.0) {
        None => f64::NAN,
        Some(Ordering::Less) => -1.0,
        Some(_) => 1.0,
    }
}

impl<'a> Lowering<'a> {
    pub(crate) fn share_out(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let own: Vec<usize> = reduction.axes.iter().filter_map(|axis| along(&context.place(*axis))).collect();
        let in_one_list = own.len() == 1 || own.iter().all(|axis| Some(*axis) != context.across);
        if own.len() == reduction.axes.len() && in_one_list {
            return self.parts_of(reduction, &own, context);
        }
        let title = "Parts, in one list";
        self.in_full(title, Across::Down, reduction, context, |this, inner| this.share_out(reduction, inner))
    }

    /// The parts where the axes that are shared out over are axes of the block.
    fn parts_of(&mut self, reduction: &'a Reduction, own: &[usize], context: &Context<'a>) -> Formula {
        let smallest =
            self.number_cell(reduction.to.unwrap_or(f64::NAN), Kind::Number(Unit::pure()), "Smallest part", context);
        let smallest = || Formula::read(smallest, Vec::new());
        let body = &reduction.arguments[0];
        let units = self.expression(body, context);
        let units = match &reduction.filter {
            None => units,
            Some(filter) => Formula::choice(self.expression(filter, context), units, Formula::Number(0.0)),
        };
        let units = call(IN_UNITS, |x| in_units(x[0] / x[1]), vec![units, smallest()]);
        let units = self.along(context, "Amounts in smallest units", units);
        let total = self.over(&units, own, reduction, context);
        let sign = self.along(context, "Sign of the total", call("IF({0}<0,-1,1)", |x| sign(x[0]), vec![total]));
        let upright = Formula::binary(Arithmetic::Multiply, sign.clone(), units);
        let upright = self.along(context, "Amounts in smallest units, total not negative", upright);
        let whole = self.along(context, "Whole units", call("INT({0})", |x| libm::floor(x[0]), vec![upright.clone()]));
        let rest = Formula::binary(Arithmetic::Subtract, upright.clone(), whole.clone());
        let rest = self.along(context, "Remainders", rest);
        let all = self.over(&upright, own, reduction, context);
        let given = self.over(&whole, own, reduction, context);
        let missing =
            call("ROUND({0},0)-{1}", |x| sg3_calc::rounding::round_half_away(x[0], 0) - x[1], vec![all, given]);
        let missing = self.along(context, "Units still to be allocated", missing);
        let rank = self.rank(&rest, own, reduction, context);
        let rank = self.along(context, "Rank of the remainder", rank);
        let more = call(
            "IF({0}<={1},1,0)",
            |x| if x[0].is_nan() || x[1].is_nan() { f64::NAN } else { f64::from(u8::from(x[0] <= x[1])) },
            vec![rank, missing],
        );
        let units = Formula::binary(Arithmetic::Multiply, sign, Formula::binary(Arithmetic::Add, whole, more));
        Formula::binary(Arithmetic::Multiply, units, smallest())
    }

    /// A row of its own, or a column where the parts are in one list.
    fn along(&mut self, context: &Context<'a>, title: &str, formula: Formula) -> Formula {
        let across = if context.across.is_some() { Across::Natural } else { Across::Down };
        Formula::Read(self.part(context, &[], across, title, |_, _| formula.clone()))
    }

    fn cells_of(&self, cells: &Formula, own: &[usize]) -> Formula {
        let mut cells = cells.clone();
        if let Formula::Read(reading) = &mut cells {
            for place in &mut reading.places {
                let number = along(place).and_then(|axis| own.iter().position(|own| *own == axis));
                *place = number.map_or(place.clone(), Where::Bound);
            }
        }
        cells
    }

    /// The sum of all parts.
    fn over(&self, cells: &Formula, own: &[usize], reduction: &Reduction, context: &Context<'a>) -> Formula {
        let cells = self.cells_of(cells, own);
        self.fold(How::Sum, &Span { axes: &reduction.axes, limit: None }, context, cells)
    }

    /// How many remainders come before this one: larger by more than the guard, or as large and earlier; and itself.
    fn rank(&mut self, rest: &Formula, own: &[usize], reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let bound = self.bounds(&Span { axes: &reduction.axes, limit: None }, context);
        let mut factors = vec![self.cells_of(rest, own), rest.clone()];
        match own {
            [axis] => factors.push(Formula::Position(*axis)),
            _ => {
                let number = self.number_in_list(&reduction.axes, context);
                let number = self.along(context, "Number in the list", number);
                factors.extend([number.clone(), self.cells_of(&number, own)]);
            }
        }
        Formula::Fold(Fold { how: How::Rank, bound, factors })
    }
}

fn along(place: &Where) -> Option<usize> {
    match place {
        Where::Along(axis) => Some(*axis),
        _ => None,
    }
}

fn call(text: &'static str, kernel: fn(&[f64]) -> f64, arguments: Vec<Formula>) -> Formula {
    Formula::Call(Call { text, kernel, arguments, is_distribution: false })
}
