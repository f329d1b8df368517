//! Days as text, and how much of a day a pattern tells.

use super::record::Day;
use super::words::fill;

/// A day by a pattern of `{dd}`, `{mm}`, `{m}`, `{Mon}`, `{yy}` and `{yyyy}`.
pub(super) fn written(day: Day, pattern: &str, months: &[String]) -> String {
    let (year, month, date) = day;
    let values = [
        ("dd", format!("{date:02}")),
        ("mm", format!("{month:02}")),
        ("m", month.to_string()),
        ("Mon", months.get(month as usize - 1).cloned().unwrap_or_default()),
        ("yy", format!("{:02}", year % 100)),
        ("yyyy", year.to_string()),
    ];
    fill(pattern, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What a reader of the pattern can know: a day, a month or a year.
pub(super) fn known(day: Day, pattern: &str) -> String {
    let (year, month, date) = day;
    if pattern.is_empty() || pattern.contains("{d") {
        format!("{year}-{month:02}-{date:02}")
    } else if pattern.contains("{m") || pattern.contains("{Mon") {
        format!("{year}-{month:02}")
    } else {
        year.to_string()
    }
}
