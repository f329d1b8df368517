//! `2023..2025`: a period by its first and its last year, or `2023` alone.

/// Members of a period that is written by its first and last; more is a slip of the pen such as 2025..20340.
const LONGEST: i64 = 1000;

/// The first and the last of a period.
pub(crate) fn parse_period(words: &str) -> Option<(i64, i64)> {
    let (first, last) = words.split_once("..").unwrap_or((words, words));
    let (first, last): (i64, i64) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first..first.saturating_add(LONGEST)).contains(&last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::parse_period;

    #[test]
    fn a_period_goes_forward() {
        assert_eq!(parse_period("2023 .. 2025"), Some((2023, 2025)));
        assert_eq!(parse_period("2023"), Some((2023, 2023)));
        assert_eq!(parse_period("2025..2023"), None);
        assert_eq!(parse_period("2025..20340"), None);
        assert_eq!(parse_period("FY23..FY25"), None);
    }
}
