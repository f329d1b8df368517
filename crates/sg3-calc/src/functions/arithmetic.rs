//! Size and extremes: `abs`, `min`, `max`. A missing argument makes the result missing, also in `min` and `max`.

use sg3_lang::{Function, SheetForm, UnitRule};

pub(super) const ABS: Function = Function {
    name: "abs",
    parameters: &[("x", "any number")],
    variadic: false,
    meaning: "The number without its sign.",
    formula: "|x|",
    source: "standard: absolute value",
    unit_rule: UnitRule::Same,
    kernel: |x| x[0].abs(),
    sheet: SheetForm::Formula("ABS({0})"),
    vectors: &[(&[-2.5], 2.5, 0.0), (&[3.0], 3.0, 0.0)],
};

pub(super) const MIN: Function = Function {
    name: "min",
    parameters: &[("x", "numbers of one unit")],
    variadic: true,
    meaning: "The smallest of the numbers; missing if one of them is.",
    formula: "min(a, b, ...)",
    source: "standard: minimum",
    unit_rule: UnitRule::Same,
    kernel: |x| foremost(x, |candidate, best| candidate < best),
    sheet: SheetForm::Formula("MIN({*})"),
    vectors: &[(&[3.0, -1.0, 2.0], -1.0, 0.0), (&[7.0], 7.0, 0.0)],
};

pub(super) const MAX: Function = Function {
    name: "max",
    parameters: &[("x", "numbers of one unit")],
    variadic: true,
    meaning: "The largest of the numbers; missing if one of them is.",
    formula: "max(a, b, ...)",
    source: "standard: maximum",
    unit_rule: UnitRule::Same,
    kernel: |x| foremost(x, |candidate, best| candidate > best),
    sheet: SheetForm::Formula("MAX({*})"),
    vectors: &[(&[3.0, -1.0, 2.0], 3.0, 0.0), (&[7.0], 7.0, 0.0)],
};

/// The number that comes before all others; `NaN` if one is missing or there is none.
fn foremost(numbers: &[f64], before: impl Fn(f64, f64) -> bool) -> f64 {
    let foremost = numbers.iter().copied().reduce(|best, x| if x.is_nan() || before(x, best) { x } else { best });
    foremost.unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_number_is_not_skipped() {
        for extreme in [MIN, MAX] {
            for place in 0..3 {
                let mut numbers = [1.0, 2.0, 3.0];
                numbers[place] = f64::NAN;
                assert!((extreme.kernel)(&numbers).is_nan());
            }
            assert!((extreme.kernel)(&[]).is_nan());
        }
    }
}
