//! Numbers that are no days, in words.

use sg3_lang::day;

/// A number that is no day, and the day that its digits may mean.
pub(crate) fn describe_day(number: f64) -> String {
    let digits = number.to_string();
    let joined = (digits.len() == 8).then(|| [&digits[..4], &digits[4..6], &digits[6..]].join("-"));
    match joined.filter(|text| matches!(day::read(text), day::Reading::Day(_))) {
        Some(text) => format!("the number {digits} (rather {text}?)"),
        None => format!("the number {digits}"),
    }
}

/// `the time of day 12:00` of half a day.
pub(crate) fn describe_time(days: f64) -> String {
    let minutes = (days * 1440.0).round();
    format!("the time of day {:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}
