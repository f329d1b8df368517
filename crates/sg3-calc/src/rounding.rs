//! Rounding at publication: half away from zero, on the decimal number that a spreadsheet shows.
//!
//! A computed figure is first read as a decimal of 15 significant digits, as spreadsheets do, and then rounded in
//! exact decimal arithmetic. 1.005 to two places is therefore 1.01, although the nearest binary number lies below
//! the tie.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
use rust_decimal::prelude::ToPrimitive;

/// How many significant digits of a computed figure count.
const SIGNIFICANT_DIGITS: i32 = 15;
/// How many decimals a [`Decimal`] can hold.
const MOST_DECIMALS: i32 = 28;

/// x rounded to `digits` decimals (negative: tens, hundreds, ...), half away from zero; a missing or infinite x is
/// `NaN`.
///
/// Where 15 significant digits do not reach as far as `digits`, x comes back unchanged.
///
/// ```
/// use sg3_calc::rounding::round_half_away;
/// assert_eq!(round_half_away(1.005, 2), 1.01);
/// assert_eq!(round_half_away(-2.5, 0), -3.0);
/// assert_eq!(round_half_away(1250.0, -2), 1300.0);
/// ```
pub fn round_half_away(x: f64, digits: i32) -> f64 {
    match Scaled::of(x) {
        None => f64::NAN,
        Some(decimal) if decimal.scale <= digits => x,
        Some(decimal) => decimal.rounded(digits).to_f64(),
    }
}

/// x rounded to so many significant digits (at most 15), half away from zero; a missing or infinite x is `NaN`, and zero has no sign.
///
/// ```
/// use sg3_calc::rounding::round_to_significant;
/// assert_eq!(round_to_significant(0.1 + 0.2, 12), 0.3);
/// assert_eq!(round_to_significant(-123_456_789_012.5, 12), -123_456_789_013.0);
/// assert_eq!(round_to_significant(999.999_999_999_9, 12), 1000.0);
/// ```
pub fn round_to_significant(x: f64, digits: i32) -> f64 {
    Scaled::of(x).map_or(f64::NAN, |decimal| {
        let decimals = decimal.scale - SIGNIFICANT_DIGITS + digits;
        decimal.rounded(decimals).to_f64()
    })
}

/// x as the exact decimal of 15 significant digits that a spreadsheet shows; nothing for a missing or too large x.
///
/// ```
/// use sg3_calc::rounding::decimal;
/// assert_eq!(decimal(0.1 + 0.2).unwrap().to_string(), "0.3");
/// assert_eq!(decimal(f64::NAN), None);
/// ```
pub fn decimal(x: f64) -> Option<Decimal> {
    Scaled::of(x)?.rounded(MOST_DECIMALS).to_decimal()
}

/// Values as whole multiples of `unit` (0.01 for cents) that add up exactly to their rounded total.
///
/// Method of the largest remainder: every value is brought down to a multiple of the unit, and the units that are
/// then missing to the total, rounded half away from zero, go one each to the largest remainders, on a tie to the
/// earlier value. Each part is within one unit of its value, and a value that is a multiple of the unit stays as it
/// is. Where the total is negative the signs are turned round first, so that a statement of credits is the mirror of
/// the same statement of charges.
///
/// Nothing comes back if a value is missing or too large for exact arithmetic, or if the unit is not above zero.
///
/// ```
/// use rust_decimal::Decimal;
/// use sg3_calc::rounding::apportion;
/// let cent = Decimal::new(1, 2);
/// let parts = apportion(&[33.333, 33.333, 33.334], cent).unwrap();
/// assert_eq!(parts.iter().map(Decimal::to_string).collect::<Vec<_>>(), ["33.33", "33.33", "33.34"]);
/// assert_eq!(parts.iter().sum::<Decimal>(), Decimal::ONE_HUNDRED);
/// assert_eq!(apportion(&[1.0, f64::NAN], cent), None);
/// ```
pub fn apportion(values: &[f64], unit: Decimal) -> Option<Vec<Decimal>> {
    if unit <= Decimal::ZERO {
        return None;
    }
    let in_units = values.iter().map(|value| decimal(*value)?.checked_div(unit));
    let shares = in_units.collect::<Option<Vec<Decimal>>>()?;
    let total = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share))?;
    let sign = if total < Decimal::ZERO { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let upright: Vec<Decimal> = shares.iter().map(|share| share * sign).collect();
    let counts = largest_remainder(&upright, total * sign);
    counts.into_iter().map(|count| multiple(count * sign, unit)).collect()
}

/// Whole numbers, each a share or its neighbour, whose sum is the rounded total.
fn largest_remainder(shares: &[Decimal], total: Decimal) -> Vec<Decimal> {
    let mut counts: Vec<Decimal> = shares.iter().map(Decimal::floor).collect();
    let missing = total.round_dp_with_strategy(0, MidpointAwayFromZero) - counts.iter().sum::<Decimal>();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|place| counts[*place] - shares[*place]);
    for place in order.into_iter().take(missing.to_usize().unwrap_or(0)) {
        counts[place] += Decimal::ONE;
    }
    counts
}

/// count times unit, if that is possible without rounding.
pub(crate) fn multiple(count: Decimal, unit: Decimal) -> Option<Decimal> {
    let mantissa = count.to_i128()?.checked_mul(unit.mantissa())?;
    Decimal::try_from_i128_with_scale(mantissa, unit.scale()).ok()
}

/// The number mantissa / 10^scale.
struct Scaled {
    mantissa: i64,
    scale: i32,
}

impl Scaled {
    /// The 15 significant digits of a finite number.
    fn of(x: f64) -> Option<Scaled> {
        if !x.is_finite() {
            return None;
        }
        let text = format!("{x:.0$e}", SIGNIFICANT_DIGITS as usize - 1);
        let (digits, exponent) = text.split_once('e')?;
        let mantissa = digits.replace('.', "").parse().ok()?;
        Some(Scaled { mantissa, scale: SIGNIFICANT_DIGITS - 1 - exponent.parse::<i32>().ok()? })
    }

    /// To at most so many decimals, half away from zero.
    fn rounded(self, digits: i32) -> Scaled {
        match self.scale.saturating_sub(digits) {
            ..=0 => self,
            dropped @ 1..=SIGNIFICANT_DIGITS => {
                let exact = Decimal::new(self.mantissa, dropped as u32);
                let rounded = exact.round_dp_with_strategy(0, MidpointAwayFromZero);
                Scaled { mantissa: rounded.to_i64().expect("fewer digits than before"), scale: digits }
            }
            _ => Scaled { mantissa: 0, scale: 0 },
        }
    }

    /// The `f64` nearest to the decimal.
    fn to_f64(&self) -> f64 {
        format!("{}e{}", self.mantissa, -i64::from(self.scale)).parse().map_or(f64::NAN, crate::tolerance::finite)
    }

    /// The same number in exact decimals without needless zeros, if it has room there.
    fn to_decimal(&self) -> Option<Decimal> {
        let whole = 10_i128.checked_pow((-self.scale).max(0) as u32)?.checked_mul(self.mantissa.into())?;
        Decimal::try_from_i128_with_scale(whole, self.scale.max(0) as u32).ok().map(|exact| exact.normalize())
    }
}

#[cfg(test)]
mod tests;
