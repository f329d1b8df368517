//! Numbers written as text: understood if there is one way to read them, refused with both readings if there are two.

/// What a text can mean as a number.
#[derive(Debug, Clone, PartialEq)]
pub enum ParsedNumber {
    /// It is this number.
    Number(f64),
    /// It is in per cent; the value is the share.
    Percent(f64),
    /// It may be either: `1,234` is 1234 and 1.234.
    Either(f64, f64),
    /// It is no number.
    None,
}

/// Reads a number as people of any country write it: spaces of any kind, commas or points between thousands, a minus
/// before or after, brackets for what is negative, a sign of per cent, digits of any script.
pub fn parse_number(text: &str) -> ParsedNumber {
    let plain: String = text.trim().chars().map(normalise_char).collect();
    let (plain, is_percent) = match plain.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (&*plain, false),
    };
    let Some((negative, digits)) = split_sign(plain) else { return ParsedNumber::None };
    let values: Vec<f64> =
        parse_magnitudes(digits).into_iter().map(|value| if negative { -value } else { value }).collect();
    match values[..] {
        [value] if is_percent => ParsedNumber::Percent(to_share(value)),
        [value] => ParsedNumber::Number(value),
        [one, other] if is_percent => ParsedNumber::Either(to_share(one), to_share(other)),
        [one, other] => ParsedNumber::Either(one, other),
        _ => ParsedNumber::None,
    }
}

/// Whether a text is digits and nothing else that could be doubted.
pub(crate) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|letter| letter.is_ascii_digit())
}

/// One hundredth, without the noise of a division in binary where the decimal is exact.
fn to_share(percent: f64) -> f64 {
    format!("{percent}e-2").parse().unwrap_or(percent / 100.0)
}

fn normalise_char(letter: char) -> char {
    match letter {
        letter if letter.is_whitespace() => ' ',
        '\'' | '’' | '٬' => '\'',
        '−' | '–' | '﹣' | '－' => '-',
        '٫' | '，' => ',',
        '．' => '.',
        '٪' | '％' => '%',
        letter => parse_digit(letter).unwrap_or(letter),
    }
}

/// A digit of any script as a European one; anything else as it is.
pub fn normalise_digit(letter: char) -> char {
    parse_digit(letter).unwrap_or(letter)
}

/// Digits of other scripts stand ten in a row, from zero.
fn parse_digit(letter: char) -> Option<char> {
    const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '၀', '０'];
    ZEROS.iter().find_map(|zero| char::from_digit((letter as u32).checked_sub(*zero as u32)?, 10))
}

/// Whether it is negative, and the rest.
fn split_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Some((true, inside.trim()));
    }
    let (negative, rest) = if let Some(rest) = text.strip_prefix('-') {
        (true, rest.trim_start())
    } else if let Some(rest) = text.strip_suffix('-') {
        (true, rest.trim_end())
    } else {
        (false, text.strip_prefix('+').unwrap_or(text))
    };
    (!rest.starts_with('-') && !rest.ends_with('-')).then_some((negative, rest))
}

/// The ways to read unsigned digits with separators: `1,234` is 1234 and 1.234, `1,234.5` is one thing only.
fn parse_magnitudes(text: &str) -> Vec<f64> {
    if let Some(value) = parse_scientific(text) {
        return vec![value];
    }
    let begins = text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',');
    if !begins || !text.chars().all(|letter| letter.is_ascii_digit() || "., '".contains(letter)) {
        return Vec::new();
    }
    let mut readings: Vec<f64> =
        [None, Some('.'), Some(',')].into_iter().filter_map(|decimal| parse_with_separator(text, decimal)).collect();
    readings.dedup();
    readings
}

fn parse_scientific(text: &str) -> Option<f64> {
    let has_exponent = text.contains(['e', 'E']);
    let allowed = text.chars().all(|letter| letter.is_ascii_digit() || ".eE+-".contains(letter));
    text.parse().ok().filter(|value: &f64| has_exponent && allowed && value.is_finite())
}

/// The value if `decimal` is the decimal separator, or there is none, and everything else separates thousands.
fn parse_with_separator(text: &str, decimal: Option<char>) -> Option<f64> {
    let (whole, decimals) = match decimal {
        Some(separator) => text.rsplit_once(separator)?,
        None => (text, ""),
    };
    let are_decimals =
        decimals.bytes().all(|letter| letter.is_ascii_digit()) && (decimal.is_none() || !decimals.is_empty());
    let whole = join_thousands(whole, decimal).filter(|_| are_decimals)?;
    format!("{whole}.{decimals}0").parse().ok()
}

/// The digits of a whole number whose thousands are separated by one kind of separator, other than the decimal one.
fn join_thousands(text: &str, decimal: Option<char>) -> Option<String> {
    let separators: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let Some(separator) = separators.first() else { return Some(format!("0{text}")) };
    let is_one_kind = separators.iter().all(|other| other == separator) && decimal != Some(*separator);
    let mut groups = text.split(*separator);
    let first = groups.next()?;
    let sizes: Vec<usize> = groups.map(str::len).collect();
    let fits = match sizes.split_last() {
        Some((3, middle)) if middle.iter().all(|size| *size == 3) => first.len() <= 3,
        // Thousands, then lakhs and crores of two digits each: 4,21,80,00,000.
        Some((3, middle)) if *separator == ',' && middle.iter().all(|size| *size == 2) => first.len() <= 2,
        _ => false,
    } && !first.is_empty()
        && !first.starts_with('0');
    (is_one_kind && fits).then(|| text.replace(*separator, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_to_read_is_taken() {
        for (text, value) in [
            ("1 234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1\u{a0}234\u{202f}567,80", 1_234_567.8),
            ("1,234,567", 1_234_567.0),
            ("1'234.50", 1234.5),
            ("0,123", 0.123),
            ("1234,567", 1234.567),
            ("1 234,567", 1234.567),
            ("12,5", 12.5),
            (".5", 0.5),
            ("٣٥٠", 350.0),
            ("-12", -12.0),
            ("12-", -12.0),
            ("(1,200.00)", -1200.0),
            ("−3", -3.0),
            ("1.5E+06", 1_500_000.0),
            ("007", 7.0),
            ("4,21,80,00,000", 4_218_000_000.0),
            ("1,23,456", 123_456.0),
            ("12,34,567.50", 1_234_567.5),
        ] {
            assert_eq!(parse_number(text), ParsedNumber::Number(value), "{text}");
        }
    }

    #[test]
    fn two_ways_to_read_are_both_told() {
        assert_eq!(parse_number("1,234"), ParsedNumber::Either(1234.0, 1.234));
        assert_eq!(parse_number("1.234"), ParsedNumber::Either(1234.0, 1.234));
    }

    #[test]
    fn per_cent_is_a_hundredth() {
        assert_eq!(parse_number("12.5 %"), ParsedNumber::Percent(0.125));
        assert_eq!(parse_number("7%"), ParsedNumber::Percent(0.07));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "abc",
            "12 34",
            "1,23,45",
            "123,45,678",
            "1.23.456",
            "1,234,56,789",
            "1.2.3",
            "see annex 3",
            "inf",
            "NaN",
            "--5",
            "1e999",
            "-",
            "12,",
            "5 m",
        ] {
            assert_eq!(parse_number(text), ParsedNumber::None, "{text}");
        }
    }
}
