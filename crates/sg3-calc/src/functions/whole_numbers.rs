//! From measured to counted: `ceil`, `floor` with the tolerance of comparisons, and `round` as spreadsheets round.

use crate::rounding::round_half_away;
use crate::tolerance::{ceil, floor, whole};
use sg3_lang::{Function, SheetForm, UnitRule};

pub(super) const CEIL: Function = Function {
    name: "ceil",
    parameters: &[("x", "any number")],
    variadic: false,
    meaning: "The smallest whole number not below x; an excess of no more than the tolerance of 1e-9 is disregarded.",
    formula: "-INT(-(x - g * max(1, |x|))) with g = 1e-9",
    source: "standard: ceiling, with the tolerance of comparisons",
    unit_rule: UnitRule::Same,
    kernel: |x| ceil(x[0]),
    sheet: SheetForm::Formula("-INT(-({0}-MIN(1/2,{guard}*MAX(1,ABS({0})))))"),
    vectors: &[
        (&[2.1], 3.0, 0.0),
        (&[3.0], 3.0, 0.0),
        (&[3.000000000004], 3.0, 0.0),
        (&[1000.000000001], 1000.0, 0.0),
        (&[-2.9], -2.0, 0.0),
    ],
};

pub(super) const FLOOR: Function = Function {
    name: "floor",
    parameters: &[("x", "any number")],
    variadic: false,
    meaning: "The largest whole number not above x; a shortfall of no more than the tolerance of 1e-9 is disregarded.",
    formula: "INT(x + g * max(1, |x|)) with g = 1e-9",
    source: "standard: floor, with the tolerance of comparisons",
    unit_rule: UnitRule::Same,
    kernel: |x| floor(x[0]),
    sheet: SheetForm::Formula("INT({0}+MIN(1/2,{guard}*MAX(1,ABS({0}))))"),
    vectors: &[(&[2.9], 2.0, 0.0), (&[2.999999999996], 3.0, 0.0), (&[-2.1], -3.0, 0.0)],
};

pub(super) const ROUND: Function = Function {
    name: "round",
    parameters: &[("x", "any number"), ("digits", "whole number of decimals; negative for tens, hundreds, ...")],
    variadic: false,
    meaning: "x rounded to the given number of decimals, half away from zero, on its 15 significant digits.",
    formula: "round(x, digits)",
    source: "standard: rounding half away from zero, as spreadsheets do it",
    unit_rule: UnitRule::FirstThenPure,
    kernel: |x| round(x[0], x[1]),
    sheet: SheetForm::Formula("IF({1}=INT({1}),ROUND({0},{1}),NA())"),
    vectors: &[
        (&[1.005, 2.0], 1.01, 0.0),
        (&[2.675, 2.0], 2.68, 0.0),
        (&[-2.5, 0.0], -3.0, 0.0),
        (&[1250.0, -2.0], 1300.0, 0.0),
    ],
};

fn round(x: f64, digits: f64) -> f64 {
    match whole(digits).map(i32::try_from) {
        Some(Ok(digits)) => round_half_away(x, digits),
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_decimals_is_whole() {
        assert_eq!(round(2.345, 2.0), 2.35);
        assert!(round(2.345, 1.5).is_nan() && round(2.345, 1e18).is_nan());
    }
}
