//! Prices as they are published: whole multiples of a step, such as 0.05, in exact decimals.

use crate::rounding::{decimal, multiple, round_half_away};
use crate::tolerance::{ceil, finite, floor, whole};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sg3_lang::{Function, SheetForm, UnitRule};

const PARAMETERS: &[(&str, &str)] = &[("x", "any number"), ("step", "above zero, of the same unit: 0.05")];
const SOURCE: &str = "standard: rounding to a multiple, in decimals";

pub(super) const ROUND_TO: Function = Function {
    name: "round_to",
    parameters: PARAMETERS,
    variadic: false,
    meaning: "The multiple of the step that is nearest to x; half a step, to 9 decimals of it, goes away from zero.",
    formula: "step * round(round(x / step, 9), 0)",
    source: SOURCE,
    unit_rule: UnitRule::Same,
    // the quotient of two numbers is a little below the half that it is in decimals, and not every program bears with that
    kernel: |x| in_steps(x[0], x[1], |steps| round_half_away(round_half_away(steps, 9), 0)),
    sheet: SheetForm::Formula("IF({1}>0,ROUND(ROUND({0}/{1},9),0)*{1},NA())"),
    vectors: &[
        (&[0.123, 0.05], 0.1, 0.0),
        (&[0.125, 0.05], 0.15, 0.0),
        (&[1.005, 0.01], 1.01, 0.0),
        (&[-2.5, 1.0], -3.0, 0.0),
        (&[100.0 - (100.0 + 1.005), 0.01], -1.01, 0.0),
        (&[17.0, 25.0], 25.0, 0.0),
    ],
};

pub(super) const ROUND_UP: Function = Function {
    name: "round_up",
    parameters: PARAMETERS,
    variadic: false,
    meaning: "The least multiple of the step not below x; an excess within the tolerance of comparisons is disregarded.",
    formula: "step * ceil(x / step)",
    source: SOURCE,
    unit_rule: UnitRule::Same,
    kernel: |x| in_steps(x[0], x[1], ceil),
    sheet: SheetForm::Formula("IF({1}>0,-INT(-({0}/{1}-MIN(1/2,{guard}*MAX(1,ABS({0}/{1})))))*{1},NA())"),
    vectors: &[
        (&[0.11, 0.05], 0.15, 0.0),
        (&[0.15, 0.05], 0.15, 0.0),
        (&[0.1 + 0.2, 0.1], 0.3, 0.0),
        (&[-0.11, 0.05], -0.1, 0.0),
    ],
};

pub(super) const ROUND_DOWN: Function = Function {
    name: "round_down",
    parameters: PARAMETERS,
    variadic: false,
    meaning: "The greatest multiple of the step not above x; a shortfall within the tolerance of comparisons is disregarded.",
    formula: "step * floor(x / step)",
    source: SOURCE,
    unit_rule: UnitRule::Same,
    kernel: |x| in_steps(x[0], x[1], floor),
    sheet: SheetForm::Formula("IF({1}>0,INT({0}/{1}+MIN(1/2,{guard}*MAX(1,ABS({0}/{1}))))*{1},NA())"),
    vectors: &[
        (&[0.19, 0.05], 0.15, 0.0),
        (&[0.15, 0.05], 0.15, 0.0),
        (&[0.7, 0.1], 0.7, 0.0),
        (&[-0.11, 0.05], -0.15, 0.0),
    ],
};

/// So many whole steps, as many as `count` says of the exact number of them.
fn in_steps(x: f64, step: f64, count: fn(f64) -> f64) -> f64 {
    let (Some(exact), Some(size)) = (decimal(x), decimal(step).filter(|size| *size > Decimal::ZERO)) else {
        return f64::NAN;
    };
    let steps = exact.checked_div(size).and_then(|steps| whole(count(steps.to_f64()?)));
    let product = steps.and_then(|steps| multiple(Decimal::from(steps), size)?.to_f64());
    product.map_or(f64::NAN, finite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_above_zero_and_what_is_missing_stays_so() {
        for function in [ROUND_TO, ROUND_UP, ROUND_DOWN] {
            for arguments in [[1.0, 0.0], [1.0, -0.05], [f64::NAN, 0.05], [1.0, f64::NAN], [1e300, 1e-20]] {
                assert!((function.kernel)(&arguments).is_nan(), "{} {arguments:?}", function.name);
            }
            assert_eq!((function.kernel)(&[0.0, 0.05]), 0.0);
        }
    }

    #[test]
    fn multiples_are_printed_as_they_are_published() {
        for steps in 0..2_000 {
            let price = f64::from(steps) * 0.05;
            let text = format!("{}", (ROUND_TO.kernel)(&[price, 0.05]));
            assert!(text.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 2), "{text}");
        }
    }
}
