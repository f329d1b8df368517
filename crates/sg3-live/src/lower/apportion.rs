//! Apportionment by the largest remainder, in rows: units, whole units, remainders, ranks.
//!
//! 100 in thirds, to whole units: 33.3 each, 33 whole units each, one unit missing; it goes to the largest remainder, of
//! equal ones to the first. An amount below zero is apportioned without its sign.

use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Arithmetic, Call, Coordinate, Fold, Formula};
use sg3_calc::rounding::round_half_away;
use sg3_lang::Unit;
use sg3_lang::model::{Kind, Reduction};
use std::cmp::Ordering;

/// Units as the decimal of 15 digits that the engine apportions. A tolerance relative to the amount would not do: of a
/// thousand million hundredths it is more than one.
const IN_UNITS: &str = "ROUND({0}/{1},14-INT(LOG10(MAX(1,ABS({0}/{1})))))";

impl<'a> Lowering<'a> {
    pub(super) fn apportion(&mut self, reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let own: Vec<usize> = reduction.axes.iter().filter_map(|axis| along(&context.place(*axis))).collect();
        let in_one_list = own.len() == 1 || own.iter().all(|axis| Some(*axis) != context.across);
        if own.len() == reduction.axes.len() && in_one_list {
            return self.parts_of_total(reduction, &own, context);
        }
        let title = "Parts, in one list";
        self.whole_block(title, AcrossRule::Down, reduction, context, |this, inner| this.apportion(reduction, inner))
    }

    /// The parts where the axes that are shared out over are axes of the block.
    fn parts_of_total(&mut self, reduction: &'a Reduction, own: &[usize], context: &Context<'a>) -> Formula {
        let smallest = reduction.to.unwrap_or(f64::NAN);
        let smallest = self.constant_block(smallest, Kind::Number(Unit::pure()), "Smallest part", context);
        let smallest = Formula::reference(smallest, Vec::new());
        let units = self.units(reduction, smallest.clone(), context);
        let total = self.total(&units, own, reduction, context);
        let sign = self.apportion_row("Sign of the total", call("IF({0}<0,-1,1)", sign_of_total, vec![total]), context);
        let upright = Formula::binary(Arithmetic::Multiply, sign.clone(), units);
        let upright = self.apportion_row("Amounts in smallest units, total not negative", upright, context);
        let whole = self.apportion_row("Whole units", call("INT({0})", whole_units, vec![upright.clone()]), context);
        let rest = Formula::binary(Arithmetic::Subtract, upright.clone(), whole.clone());
        let rest = self.apportion_row("Remainders", rest, context);
        let all = self.total(&upright, own, reduction, context);
        let given = self.total(&whole, own, reduction, context);
        let missing = call("ROUND({0},0)-{1}", missing_units, vec![all, given]);
        let missing = self.apportion_row("Units still to be allocated", missing, context);
        let rank = self.rank(&rest, own, reduction, context);
        let rank = self.apportion_row("Rank of the remainder", rank, context);
        let more = call("IF({0}<={1},1,0)", is_within, vec![rank, missing]);
        let units = Formula::binary(Arithmetic::Multiply, sign, Formula::binary(Arithmetic::Add, whole, more));
        Formula::binary(Arithmetic::Multiply, units, smallest)
    }

    /// The amounts, zero where a filter excludes them, in units of the smallest part.
    fn units(&mut self, reduction: &'a Reduction, smallest: Formula, context: &Context<'a>) -> Formula {
        let amount = self.expression(&reduction.arguments[0], context);
        let counts = reduction.filter.as_ref().map(|filter| self.expression(filter, context));
        let amount = self.value_if(counts, amount);
        let units = call(IN_UNITS, |x| in_units(x[0] / x[1]), vec![amount, smallest]);
        self.apportion_row("Amounts in smallest units", units, context)
    }

    /// A row of its own, or a column where the parts are in one list.
    fn apportion_row(&mut self, title: &str, formula: Formula, context: &Context<'a>) -> Formula {
        let rule = if context.across.is_some() { AcrossRule::Natural } else { AcrossRule::Down };
        self.part_along(formula, rule, title, context)
    }

    /// The sum of all parts.
    fn total(&self, cells: &Formula, own: &[usize], reduction: &Reduction, context: &Context<'a>) -> Formula {
        self.fold(Aggregation::Sum, &FoldAxes::whole(&reduction.axes), context, all_parts(cells, own))
    }

    /// How many remainders come before this one: larger by more than the tolerance, or as large and earlier; and itself.
    fn rank(&mut self, rest: &Formula, own: &[usize], reduction: &'a Reduction, context: &Context<'a>) -> Formula {
        let ranges = self.ranges(&FoldAxes::whole(&reduction.axes), context);
        let mut factors = vec![all_parts(rest, own), rest.clone()];
        if let [axis] = own {
            factors.push(Formula::Position(*axis));
        } else {
            let number = self.number_in_list(&reduction.axes, context);
            let number = self.apportion_row("Number in the list", number, context);
            factors.extend([number.clone(), all_parts(&number, own)]);
        }
        Formula::Fold(Fold { aggregation: Aggregation::Rank, ranges, factors })
    }
}

/// The cells of all parts, where a reference is to that of one.
fn all_parts(cell: &Formula, own: &[usize]) -> Formula {
    let mut cells = cell.clone();
    if let Formula::Reference(reference) = &mut cells {
        for place in &mut reference.places {
            if let Some(number) = along(place).and_then(|axis| own.iter().position(|own| *own == axis)) {
                *place = Coordinate::Bound(number);
            }
        }
    }
    cells
}

fn along(place: &Coordinate) -> Option<usize> {
    match place {
        Coordinate::Along(axis) => Some(*axis),
        _ => None,
    }
}

fn call(text: &'static str, kernel: fn(&[f64]) -> f64, arguments: Vec<Formula>) -> Formula {
    Formula::Call(Call { text, kernel, arguments })
}

fn in_units(units: f64) -> f64 {
    let digits = libm::floor(libm::log10(units.abs().max(1.0)));
    if units.is_nan() { units } else { round_half_away(units, 14 - digits as i32) }
}

fn sign_of_total(x: &[f64]) -> f64 {
    match x[0].partial_cmp(&0.0) {
        None => f64::NAN,
        Some(Ordering::Less) => -1.0,
        Some(_) => 1.0,
    }
}

fn whole_units(x: &[f64]) -> f64 {
    libm::floor(x[0])
}

fn missing_units(x: &[f64]) -> f64 {
    round_half_away(x[0], 0) - x[1]
}

fn is_within(x: &[f64]) -> f64 {
    if x[0].is_nan() || x[1].is_nan() { f64::NAN } else { f64::from(u8::from(x[0] <= x[1])) }
}
