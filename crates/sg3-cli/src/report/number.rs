//! Numbers as people read them: six significant digits or all before the point, thousands apart.

/// Digits that count.
const SIGNIFICANT: i32 = 6;
/// Beyond these a number is written with an exponent.
const PLAIN: std::ops::Range<f64> = 1e-6..1e15;

/// Digits that stand together: a year is not 2,025.
const TOGETHER: usize = 4;

/// A number by itself, without trailing zeros: `5.82`, `1,250,000`, `0.0190091`.
pub fn shown(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return if number == 0.0 { "0".to_owned() } else { "–".to_owned() };
    }
    if !PLAIN.contains(&number.abs()) {
        return format!("{number:.5e}");
    }
    let decimals = (SIGNIFICANT - 1 - number.abs().log10().floor() as i32).max(0) as usize;
    grouped(trimmed(&format!("{number:.decimals$}")))
}

/// `yes` or `no`.
pub fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// `2024-02-29` of a day as a spreadsheet counts it, from 30 December 1899.
pub fn day(serial: f64) -> String {
    // Days from 1 March of the year 0, in which a leap day is the last of its year.
    let days = serial.floor() as i64 + 693_899;
    let before = |year: i64| 365 * year + year / 4 - year / 100 + year / 400;
    let estimate = (10_000 * days + 14_780) / 3_652_425;
    let year = if before(estimate) > days { estimate - 1 } else { estimate };
    let of_year = days - before(year);
    let month = (100 * of_year + 52) / 3060;
    let day = of_year - (month * 306 + 5) / 10 + 1;
    format!("{:04}-{:02}-{day:02}", year + (month + 2) / 12, (month + 2) % 12 + 1)
}

fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// Thousands apart.
fn grouped(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    if whole.len() <= TOGETHER {
        return text.to_owned();
    }
    let mut said = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            said.push(',');
        }
        said.push(digit);
    }
    fraction.into_iter().for_each(|fraction| said.extend([".", fraction]));
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_a_spreadsheet() {
        assert_eq!(day(43497.0), "2019-02-01");
        assert_eq!(day(45351.5), "2024-02-29");
    }

    #[test]
    fn six_digits_count() {
        assert_eq!(shown(5.82), "5.82");
        assert_eq!(shown(12_831_115.69), "12,831,116");
        assert_eq!(shown(-0.019009061), "-0.0190091");
        assert_eq!(shown(2025.0), "2025");
        assert_eq!(shown(999_999.9), "1,000,000");
        assert_eq!(shown(2.5e-9), "2.50000e-9");
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(f64::NAN), "–");
    }
}
