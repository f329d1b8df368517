//! Every tolerance of the engine, with its reason: how computed numbers are compared and brought to whole numbers.
//!
//! Two figures that differ only by the rounding of the arithmetic must not choose different tariffs or buy another
//! switch. Every comparison of a model therefore forgives [`TOLERANCE`] of the larger side, here and in the workbook alike.
//! Answers are 1 for yes and 0 for no; a missing figure (`NaN`) makes the answer missing.

/// What a comparison forgives, as a part of the larger side: a million roundings of the arithmetic add up to less, and no two
/// tariffs that are meant to differ are so near.
pub const TOLERANCE: f64 = 1e-9;
/// How many significant digits of a value count where members are ordered by it. Two that differ by no more than the rounding of the arithmetic
/// are equal then, and what equals the same is equal to each other, which nearness is not: of three values in a row the first and last
/// may be near the second and not each other.
pub const ORDERED_DIGITS: i32 = 12;
/// How far a solution may be from its equations, as a share of the largest amount: the same as in comparisons.
pub(crate) const RESIDUAL: f64 = TOLERANCE;
/// How near to one shares must add up to be everything. Shares that leave so little are typed so or computed to the last digits; at
/// 1e-9 a real way out of a loop that passes on all but a thousand-millionth would be overlooked.
const EVERYTHING: f64 = 1e-12;
/// What shares may miss one by: copied with six decimals they add up so nearly, and a missing row shows.
const PRINTED_SHARES: f64 = 1e-6;
/// How near an excess must come to the rate of a tax to be that tax: rates are printed in per cent with a decimal.
const TAX_RATE: f64 = 0.001;
/// What amounts that cancel leave, as a share of the largest of them: shown and written as nothing.
pub const RESIDUE: f64 = 1e-12;
/// What one program's figure may differ from another's by, as a share of itself, and be the same figure: programs write fifteen digits of the
/// seventeen that a number has.
pub const REWRITTEN: f64 = 1e-12;
/// What amounts may differ by beside the relative tolerance: far below the last cent.
const AMOUNT: f64 = 1e-9;

/// `a <= b`: whether a - b is at most [`TOLERANCE`] times the larger of |a| and |b|.
///
/// ```
/// use sg3_calc::tolerance::less_or_equal;
/// assert_eq!(less_or_equal(0.1 + 0.2, 0.3), 1.0);
/// assert_eq!(less_or_equal(0.301, 0.3), 0.0);
/// assert!(less_or_equal(f64::NAN, 0.3).is_nan());
/// ```
pub fn less_or_equal(a: f64, b: f64) -> f64 {
    answer(a - b, a - b <= forgiven(a, b))
}

/// `a < b`: less by more than the tolerance, the contrary of `b <= a`.
///
/// ```
/// assert_eq!(sg3_calc::tolerance::less(0.3, 0.1 + 0.2), 0.0);
/// ```
pub fn less(a: f64, b: f64) -> f64 {
    1.0 - less_or_equal(b, a)
}

/// `a >= b`: the same as `b <= a`.
///
/// ```
/// assert_eq!(sg3_calc::tolerance::greater_or_equal(0.3, 0.1 + 0.2), 1.0);
/// ```
pub fn greater_or_equal(a: f64, b: f64) -> f64 {
    less_or_equal(b, a)
}

/// `a > b`: greater by more than the tolerance, the contrary of `a <= b`.
///
/// ```
/// assert_eq!(sg3_calc::tolerance::greater(0.1 + 0.2, 0.3), 0.0);
/// ```
pub fn greater(a: f64, b: f64) -> f64 {
    less(b, a)
}

/// `a == b`: whether the sides differ by at most [`TOLERANCE`] times the larger of |a| and |b|.
///
/// Beside 0 nothing is forgiven: only 0 equals 0.
///
/// ```
/// use sg3_calc::tolerance::equal;
/// assert_eq!(equal(0.1 + 0.2, 0.3), 1.0);
/// assert_eq!(equal(1e-12, 0.0), 0.0);
/// ```
pub fn equal(a: f64, b: f64) -> f64 {
    answer(a - b, (a - b).abs() <= forgiven(a, b))
}

/// The smallest whole number that is not below x: -INT(-(x - min(1/2, g max(1, |x|)))), with g the [`TOLERANCE`].
///
/// What exceeds a whole number by no more than the tolerance does not need another one; the tolerance never exceeds one half.
///
/// ```
/// use sg3_calc::tolerance::ceil;
/// assert_eq!(ceil(3.0 + 4e-12), 3.0);
/// assert_eq!(ceil(3.001), 4.0);
/// assert_eq!(ceil(-3.5), -3.0);
/// ```
pub fn ceil(x: f64) -> f64 {
    finite(0.0 - libm::floor(-(x - slack(x))))
}

/// The largest whole number that is not above x: INT(x + min(1/2, g max(1, |x|))), with g the [`TOLERANCE`]; see [`ceil`].
///
/// ```
/// use sg3_calc::tolerance::floor;
/// assert_eq!(floor(3.0 - 4e-12), 3.0);
/// assert_eq!(floor(2.999), 2.0);
/// ```
pub fn floor(x: f64) -> f64 {
    finite(0.0 + libm::floor(x + slack(x)))
}

/// The whole number that x stands for, if x differs from one by no more than the tolerance and is at most 2^53.
///
/// ```
/// use sg3_calc::tolerance::whole;
/// assert_eq!(whole(12.0 * (1.0 - 1e-15)), Some(12));
/// assert_eq!(whole(2.5), None);
/// ```
pub fn whole(x: f64) -> Option<i64> {
    let nearest = libm::round(x);
    (nearest.abs() <= LARGEST_WHOLE && equal(x, nearest) == 1.0).then_some(nearest as i64)
}

/// x itself, or `NaN` where x is infinite: a later division must not turn an impossible figure into a zero.
///
/// ```
/// use sg3_calc::tolerance::finite;
/// assert!(finite(1.0 / 0.0).is_nan());
/// ```
pub fn finite(x: f64) -> f64 {
    if x.is_finite() { x } else { f64::NAN }
}

/// base^exponent; `NaN` where one of them is missing, although 1 to a missing power is 1 in C, or where the power is not finite.
///
/// ```
/// use sg3_calc::tolerance::power;
/// assert_eq!(power(2.0, 10.0), 1024.0);
/// assert!(power(1.0, f64::NAN).is_nan() && power(f64::NAN, 0.0).is_nan());
/// ```
pub fn power(base: f64, exponent: f64) -> f64 {
    if base.is_nan() || exponent.is_nan() { f64::NAN } else { finite(libm::pow(base, exponent)) }
}

/// Whether two numbers are as near as a check asks: as a share of a magnitude, or in their own unit if that is one; nothing if any of
/// the three is missing.
pub(crate) fn is_within(left: f64, right: f64, within: f64, of: f64) -> Option<bool> {
    let (difference, margin) = ((left - right).abs(), within * of.abs());
    (!difference.is_nan() && !margin.is_nan()).then_some(difference <= margin)
}

/// Whether a figure is as near to a printed one as its digits say. The margin itself is computed (half of the last digit), so that a
/// figure just at its edge must not fail by the rounding of the margin: 0.125 is 0.13 or 0.12.
pub(crate) fn agrees_with_print(found: f64, printed: f64, margin: f64) -> bool {
    (found - printed).abs() <= margin * (1.0 + TOLERANCE)
}

/// Whether two amounts are one, but for the last cent.
pub(crate) fn is_same_amount(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.abs().max(other.abs()) + AMOUNT
}

/// Whether shares add up to everything, so that nothing is left to pass on.
pub(crate) fn is_everything(sum: f64) -> bool {
    (sum - 1.0).abs() <= EVERYTHING
}

/// Whether shares as they are printed add up to one.
pub(crate) fn add_up_to_one(sum: f64) -> bool {
    (sum - 1.0).abs() <= PRINTED_SHARES
}

/// Whether a share by which one amount exceeds another is the rate of a tax.
pub(crate) fn is_tax_rate(excess: f64, rate: f64) -> bool {
    (excess - rate).abs() < TAX_RATE
}

/// The value, and the nearest below and above that the arithmetic cannot tell from it.
pub(crate) fn with_neighbours(value: f64) -> [f64; 3] {
    let near = TOLERANCE * value.abs();
    [value, value - near, value + near]
}

/// Up to here every whole number has an `f64` of its own.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

fn forgiven(a: f64, b: f64) -> f64 {
    TOLERANCE * a.abs().max(b.abs())
}

fn answer(difference: f64, yes: bool) -> f64 {
    if difference.is_nan() { f64::NAN } else { f64::from(u8::from(yes)) }
}

/// What `ceil` and `floor` forgive: the tolerance, relative to x, and never more than one half.
fn slack(x: f64) -> f64 {
    (TOLERANCE * x.abs().max(1.0)).min(0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn comparisons_forgive_a_thousand_millionth_of_the_larger_side() {
        assert_eq!(less_or_equal(1000.0 + 0.9e-6, 1000.0), 1.0);
        assert_eq!(less_or_equal(1000.0 + 1.1e-6, 1000.0), 0.0);
        assert_eq!(less_or_equal(1e-300, 0.0), 0.0);
        assert_eq!(less_or_equal(-5.0, 3.0), 1.0);
    }

    #[test]
    fn a_missing_side_makes_every_answer_missing() {
        for compare in [less_or_equal, less, greater_or_equal, greater, equal] {
            assert!(compare(f64::NAN, 1.0).is_nan() && compare(1.0, f64::NAN).is_nan());
        }
        assert!(ceil(f64::NAN).is_nan() && floor(f64::NAN).is_nan() && whole(f64::NAN).is_none());
    }

    #[test]
    fn whole_numbers_stay_and_zero_has_no_sign() {
        for x in [-3.0, 0.0, 1.0, 1000.0, 4e8] {
            assert_eq!((ceil(x), floor(x)), (x, x));
        }
        assert!(ceil(-0.5).is_sign_positive() && floor(-0.0).is_sign_positive());
        assert_eq!(ceil(1000.0 + 1e-9), 1000.0);
    }

    proptest! {
        #[test]
        fn exactly_one_of_less_equal_and_greater_holds(a in -1e6..1e6, gap in -3e-9..3e-9) {
            let b = a * (1.0 + gap);
            prop_assert_eq!(less(a, b) + equal(a, b) + greater(a, b), 1.0);
        }

        #[test]
        fn ceil_and_floor_enclose_up_to_the_tolerance(x in -1e6..1e6) {
            let slack = 2.0 * TOLERANCE * f64::max(1.0, f64::abs(x));
            prop_assert!(ceil(x) >= x - slack && ceil(x) < x + 1.0);
            prop_assert!(floor(x) <= x + slack && floor(x) > x - 1.0);
            prop_assert_eq!(ceil(-x), -floor(x) + 0.0);
        }
    }
}
