//! Numbers as people read them.

use crate::rounding::round_half_away;

/// Significant digits that are shown.
const SIGNIFICANT: i32 = 6;
/// Beyond these a number is written with an exponent.
const PLAIN: std::ops::Range<f64> = 1e-6..1e15;
/// Digits that stand together: a year is not 2,025.
const TOGETHER: usize = 4;
/// Digits of a thousand.
const GROUP: usize = 3;

/// A number as people read it, without trailing zeros: six significant digits or all before the point, thousands apart.
///
/// ```
/// assert_eq!(sg3_calc::display_number(1_250_000.0), "1,250,000");
/// assert_eq!(sg3_calc::display_number(0.019009061), "0.0190091");
/// ```
pub fn display_number(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return if number == 0.0 { "0".to_owned() } else { "–".to_owned() };
    }
    if !PLAIN.contains(&number.abs()) {
        return format!("{number:.5e}");
    }
    let decimals = (SIGNIFICANT - 1 - libm::floor(libm::log10(number.abs())) as i32).max(0) as usize;
    grouped(trimmed(&format!("{:.decimals$}", round_half_away(number, decimals as i32))), TOGETHER)
}

/// A number with the digits in which it differs from one that is so far apart.
///
/// ```
/// assert_eq!(sg3_calc::display_number_apart(440_000_000.0625, 0.25), "440,000,000.062");
/// assert_eq!(sg3_calc::display_number_apart(0.125, 8.625), "0.125");
/// ```
pub fn display_number_apart(number: f64, apart: f64) -> String {
    if !PLAIN.contains(&apart) || !number.is_finite() || number.abs() >= PLAIN.end {
        return display_number(number);
    }
    let of_distance = 2 - libm::floor(libm::log10(apart)) as i32;
    // a limit of 0.125 is none of 0.12, however far the figure is from it
    let own = if number == 0.0 { 0 } else { SIGNIFICANT - 1 - libm::floor(libm::log10(number.abs())) as i32 };
    let decimals = of_distance.max(own).clamp(0, 12) as usize;
    grouped(trimmed(&format!("{number:.decimals$}")), TOGETHER)
}

/// A number with so many decimals. Where others of its column have thousands set apart, so has it, and looks like them.
pub(crate) fn fixed_number(number: f64, decimals: usize, has_thousands: bool) -> String {
    let text = format!("{number:.decimals$}");
    let is_zero = text.bytes().all(|letter| !letter.is_ascii_digit() || letter == b'0');
    let together = if has_thousands { GROUP } else { TOGETHER };
    grouped(if is_zero { text.trim_start_matches('-') } else { &text }, together)
}

fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// The number with its thousands set apart, if it has more digits than stand together.
fn grouped(text: &str, together: usize) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    if whole.len() <= together {
        return text.to_owned();
    }
    let mut separated = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % GROUP == 0 {
            separated.push(',');
        }
        separated.push(digit);
    }
    fraction.into_iter().for_each(|fraction| separated.extend([".", fraction]));
    separated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_count() {
        assert_eq!(display_number(5.82), "5.82");
        assert_eq!(display_number(12_831_115.69), "12,831,116");
        assert_eq!(display_number(-0.019009061), "-0.0190091");
        assert_eq!(display_number(2025.0), "2025");
        assert_eq!(display_number(999_999.9), "1,000,000");
        assert_eq!(display_number(2.5e-9), "2.50000e-9");
        assert_eq!(display_number(0.0), "0");
        assert_eq!(display_number(f64::NAN), "–");
    }
}
