//! Compound growth and its inverse: `compound`, `growth`.

use crate::tolerance::{finite, power};
use sg3_lang::{Function, SheetForm, Unit, UnitRule};

pub(super) const COMPOUND: Function = Function {
    name: "compound",
    parameters: &[
        ("rate", "growth in one unit of time, above -1"),
        ("time", "the time; may be negative or fractional"),
    ],
    variadic: false,
    meaning: "The amount to which one unit grows over a time at a compound rate.",
    formula: "(1 + rate)^time",
    source: "standard: compound interest",
    unit_rule: UnitRule::Special(compound_unit),
    kernel: |x| compound(x[0], x[1]),
    sheet: SheetForm::Formula("IF(1+{0}>0,(1+{0})^{1},IF(AND({0}=-1,{1}>0),0,NA()))"),
    vectors: &[
        (&[0.1, 5.0], 1.61051, 1e-15),
        (&[0.1, -1.0], 0.9090909090909091, 1e-15),
        (&[-0.07, 2.5], 0.8340793543182807, 1e-15),
        (&[0.0, 7.0], 1.0, 0.0),
    ],
};

pub(super) const GROWTH: Function = Function {
    name: "growth",
    parameters: &[("ratio", "last value over first, not negative"), ("time", "the time it took")],
    variadic: false,
    meaning: "The constant rate at which one unit grows to the ratio in a time.",
    formula: "ratio^(1 / time) - 1",
    source: "standard: compound annual growth rate",
    unit_rule: UnitRule::Special(growth_unit),
    kernel: |x| growth(x[0], x[1]),
    sheet: SheetForm::Formula("IF(AND({0}>=0,{1}<>0),{0}^(1/{1})-1,NA())"),
    vectors: &[
        (&[2.0, 10.0], 0.07177346253629316, 1e-14),
        (&[1.0, 3.0], 0.0, 0.0),
        (&[0.5333333333333333, 3.0], -0.18903973392354664, 1e-14),
    ],
};

/// (1 + rate)^time: what one unit has grown to. Units: rate times time must be pure (1/year and year); the result is
/// a ratio.
///
/// `NaN` for a rate below -1, and for a rate of -1 unless time is above zero. Source: standard, compound interest.
///
/// ```
/// use sg3_calc::functions::compound;
/// assert_eq!(compound(0.5, 2.0), 2.25);
/// assert!(compound(-1.0, -1.0).is_nan());
/// ```
pub fn compound(rate: f64, time: f64) -> f64 {
    if rate > -1.0 || (rate == -1.0 && time > 0.0) { power(1.0 + rate, time) } else { f64::NAN }
}

/// ratio^(1/time) - 1: the constant rate that compounds to the ratio. Units: the ratio is pure, the result is 1/unit
/// of time.
///
/// `NaN` for a ratio below zero, for no time, and for a ratio of zero unless time is above zero. Source: standard,
/// compound annual growth rate.
///
/// ```
/// use sg3_calc::functions::growth;
/// assert_eq!(growth(2.25, 2.0), 0.5);
/// assert!(growth(2.0, 0.0).is_nan());
/// ```
pub fn growth(ratio: f64, time: f64) -> f64 {
    if ratio >= 0.0 && time != 0.0 { power(ratio, finite(1.0 / time)) - 1.0 } else { f64::NAN }
}

fn compound_unit(units: &[Unit]) -> Result<Unit, String> {
    let [rate, time] = units else { return Err("compound takes a rate and a time".into()) };
    if rate.times(time).is_pure() {
        return Ok(Unit::pure());
    }
    Err(format!("a rate in {rate} for a time in {time}: their product must be a ratio, as 1/year for year"))
}

fn growth_unit(units: &[Unit]) -> Result<Unit, String> {
    let [ratio, time] = units else { return Err("growth takes a ratio and a time".into()) };
    if ratio.is_pure() {
        return Ok(Unit::pure().over(time));
    }
    Err(format!("growth takes a ratio, such as last value over first, not {ratio}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_and_its_time_cancel() {
        let year = Unit::named("year");
        let rate = Unit::pure().over(&year);
        assert_eq!(compound_unit(&[rate.clone(), year.clone()]), Ok(Unit::pure()));
        assert!(
            compound_unit(&[rate.clone(), Unit::named("month")]).unwrap_err().contains("1/year for a time in month")
        );
        assert_eq!(growth_unit(&[Unit::pure(), year.clone()]), Ok(rate));
        assert!(growth_unit(&[Unit::named("money"), year]).unwrap_err().contains("not money"));
    }

    #[test]
    fn impossible_growth_is_missing() {
        let impossible =
            [compound(-1.5, 2.0), compound(-1.0, 0.0), compound(1.0, 1e4), growth(-1.0, 2.0), growth(0.0, -1.0)];
        assert!(impossible.iter().all(|x| x.is_nan()));
        assert_eq!((compound(-1.0, 3.0), growth(0.0, 3.0)), (0.0, -1.0));
    }
}
