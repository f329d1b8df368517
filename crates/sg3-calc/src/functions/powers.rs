//! Roots, exponentials and logarithms: `sqrt`, `exp`, `ln`.

use crate::tolerance::finite;
use sg3_lang::{Function, SheetForm, UnitRule};

pub(super) const SQRT: Function = Function {
    name: "sqrt",
    parameters: &[("x", "not negative; every power in its unit is even")],
    variadic: false,
    meaning: "The number whose square is x.",
    formula: "x^(1/2)",
    source: "standard: square root",
    unit_rule: UnitRule::SquareRoot,
    kernel: |x| libm::sqrt(x[0]),
    sheet: SheetForm::Formula("SQRT({0})"),
    vectors: &[(&[6.25], 2.5, 0.0), (&[2.0], std::f64::consts::SQRT_2, 1e-15), (&[0.0], 0.0, 0.0)],
};

pub(super) const EXP: Function = Function {
    name: "exp",
    parameters: &[("x", "a pure number")],
    variadic: false,
    meaning: "The base of natural logarithms to the power of x.",
    formula: "e^x",
    source: "standard: exponential function",
    unit_rule: UnitRule::Pure,
    kernel: |x| finite(libm::exp(x[0])),
    sheet: SheetForm::Formula("EXP({0})"),
    vectors: &[(&[0.0], 1.0, 0.0), (&[1.0], std::f64::consts::E, 1e-15), (&[-2.0], 0.1353352832366127, 1e-15)],
};

pub(super) const LN: Function = Function {
    name: "ln",
    parameters: &[("x", "a pure number greater than zero")],
    variadic: false,
    meaning: "The natural logarithm of x.",
    formula: "ln x",
    source: "standard: natural logarithm",
    unit_rule: UnitRule::Pure,
    kernel: |x| finite(libm::log(x[0])),
    sheet: SheetForm::Formula("LN({0})"),
    vectors: &[(&[1.0], 0.0, 0.0), (&[2.0], std::f64::consts::LN_2, 1e-15)],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_domain_there_is_nothing() {
        for (function, x) in [(SQRT, -1e-300), (EXP, 710.0), (LN, 0.0), (LN, -1.0)] {
            assert!((function.kernel)(&[x]).is_nan(), "{}({x})", function.name);
        }
    }
}
