//! The one guard with which computed numbers are compared and brought to whole numbers.
//!
//! Two figures that differ only by the rounding of the arithmetic must not choose different tariffs or buy another
//! switch. Every comparison therefore forgives [`GUARD`] of the larger side, here and in the workbook alike. Answers
//! are 1 for yes and 0 for no; a missing figure (`NaN`) makes the answer missing.

/// What a comparison forgives, as a part of the larger side.
pub const GUARD: f64 = 1e-9;

/// `a <= b`: whether a - b is at most [`GUARD`] times the larger of |a| and |b|.
///
/// ```
/// use sg3_calc::guard::less_or_equal;
/// assert_eq!(less_or_equal(0.1 + 0.2, 0.3), 1.0);
/// assert_eq!(less_or_equal(0.301, 0.3), 0.0);
/// assert!(less_or_equal(f64::NAN, 0.3).is_nan());
/// ```
pub fn less_or_equal(a: f64, b: f64) -> f64 {
    answer(a - b, a - b <= forgiven(a, b))
}

/// `a < b`: less by more than the guard, the contrary of `b <= a`.
///
/// ```
/// assert_eq!(sg3_calc::guard::less(0.3, 0.1 + 0.2), 0.0);
/// ```
pub fn less(a: f64, b: f64) -> f64 {
    1.0 - less_or_equal(b, a)
}

/// `a >= b`: the same as `b <= a`.
///
/// ```
/// assert_eq!(sg3_calc::guard::greater_or_equal(0.3, 0.1 + 0.2), 1.0);
/// ```
pub fn greater_or_equal(a: f64, b: f64) -> f64 {
    less_or_equal(b, a)
}

/// `a > b`: greater by more than the guard, the contrary of `a <= b`.
///
/// ```
/// assert_eq!(sg3_calc::guard::greater(0.1 + 0.2, 0.3), 0.0);
/// ```
pub fn greater(a: f64, b: f64) -> f64 {
    less(b, a)
}

/// `a == b`: whether the sides differ by at most [`GUARD`] times the larger of |a| and |b|.
///
/// Beside 0 nothing is forgiven: only 0 equals 0.
///
/// ```
/// use sg3_calc::guard::equal;
/// assert_eq!(equal(0.1 + 0.2, 0.3), 1.0);
/// assert_eq!(equal(1e-12, 0.0), 0.0);
/// ```
pub fn equal(a: f64, b: f64) -> f64 {
    answer(a - b, (a - b).abs() <= forgiven(a, b))
}

/// The smallest whole number that is not below x: -INT(-(x - min(1/2, g max(1, |x|)))), with g the [`GUARD`].
///
/// What exceeds a whole number by no more than the guard does not need another one; the guard never exceeds one half.
///
/// ```
/// use sg3_calc::guard::ceil;
/// assert_eq!(ceil(3.0 + 4e-12), 3.0);
/// assert_eq!(ceil(3.001), 4.0);
/// assert_eq!(ceil(-3.5), -3.0);
/// ```
pub fn ceil(x: f64) -> f64 {
    finite(0.0 - libm::floor(-(x - slack(x))))
}

/// The largest whole number that is not above x: INT(x + min(1/2, g max(1, |x|))), with g the [`GUARD`]; see [`ceil`].
///
/// ```
/// use sg3_calc::guard::floor;
/// assert_eq!(floor(3.0 - 4e-12), 3.0);
/// assert_eq!(floor(2.999), 2.0);
/// ```
pub fn floor(x: f64) -> f64 {
    finite(0.0 + libm::floor(x + slack(x)))
}

/// The whole number that x stands for, if x differs from one by no more than the guard and is at most 2^53.
///
/// ```
/// use sg3_calc::guard::whole;
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
/// use sg3_calc::guard::finite;
/// assert!(finite(1.0 / 0.0).is_nan());
/// ```
pub fn finite(x: f64) -> f64 {
    if x.is_finite() { x } else { f64::NAN }
}

/// Up to here every whole number has an `f64` of its own.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

fn forgiven(a: f64, b: f64) -> f64 {
    GUARD * a.abs().max(b.abs())
}

fn answer(difference: f64, yes: bool) -> f64 {
    match (difference.is_nan(), yes) {
        (true, _) => f64::NAN,
        (false, true) => 1.0,
        (false, false) => 0.0,
    }
}

/// What `ceil` and `floor` forgive: the guard, relative to x, and never more than one half.
fn slack(x: f64) -> f64 {
    (GUARD * x.abs().max(1.0)).min(0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_guard_forgives_a_thousand_millionth_of_the_larger_side() {
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
        fn ceil_and_floor_enclose_up_to_the_guard(x in -1e6..1e6) {
            let slack = 2.0 * GUARD * f64::max(1.0, f64::abs(x));
            prop_assert!(ceil(x) >= x - slack && ceil(x) < x + 1.0);
            prop_assert!(floor(x) <= x + slack && floor(x) > x - 1.0);
            prop_assert_eq!(ceil(-x), -floor(x) + 0.0);
        }
    }
}
