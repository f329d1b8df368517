//! Values as people read them.

pub use sg3_calc::shown;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_a_spreadsheet() {
        assert_eq!(day(43497.0), "2019-02-01");
        assert_eq!(day(45351.5), "2024-02-29");
    }
}
