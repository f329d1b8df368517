//! Dates written as text: understood if day and month cannot be confused.

/// What a text can mean as a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// One day, as a spreadsheet counts days.
    Day(f64),
    /// Day and month could be either way round.
    Either(f64, f64),
    /// None.
    None,
}

/// `2019-04-03`, `25/04/2019`; `03/04/2019` is one of two.
pub fn day(text: &str) -> Reading {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [first, second, third] = parts[..] else { return Reading::None };
    let (Some(a), Some(b), Some(c)) = (part(first), part(second), part(third)) else { return Reading::None };
    match (first.len(), third.len()) {
        (4, 1..=2) => serial(a, b, c).map_or(Reading::None, Reading::Day),
        (1..=2, 4) => either(serial(c, b, a), serial(c, a, b)),
        _ => Reading::None,
    }
}

fn either(one: Option<f64>, other: Option<f64>) -> Reading {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Reading::Day(one),
        (Some(one), Some(other)) => Reading::Either(one, other),
        (one, other) => one.or(other).map_or(Reading::None, Reading::Day),
    }
}

fn part(text: &str) -> Option<i64> {
    let is_digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|letter| letter.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

/// The number of a day in spreadsheets, which count from 30 December 1899 (from March 1900 on).
pub fn serial(year: i64, month: i64, day: i64) -> Option<f64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let february = if is_leap { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = lengths.get(usize::try_from(month - 1).ok()?)?;
    let valid = (1901..=9999).contains(&year) && (1..=*length).contains(&day);
    let shifted = year - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + of_year;
    valid.then_some((days - 693_899) as f64)
}

/// `2019-04-03` of a day as a spreadsheet counts it.
pub fn written(serial: f64) -> String {
    let days = serial.floor() as i64 + 693_899;
    let year = (10_000 * days + 14_780) / 3_652_425;
    let start = |year: i64| 365 * year + year / 4 - year / 100 + year / 400;
    let year = if start(year) > days { year - 1 } else { year };
    let of_year = days - start(year);
    let month = (100 * of_year + 52) / 3060;
    let day = of_year - (month * 306 + 5) / 10 + 1;
    format!("{:04}-{:02}-{day:02}", year + (month + 2) / 12, (month + 2) % 12 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        assert_eq!(serial(2019, 2, 1), Some(43497.0));
        assert_eq!(serial(1901, 1, 1), Some(367.0));
        assert_eq!(serial(2024, 2, 29), Some(45351.0));
        assert_eq!(serial(2023, 2, 29), None);
    }

    #[test]
    fn every_day_is_written_as_it_is_read() {
        for serial in 367..80_000 {
            let text = written(f64::from(serial));
            assert_eq!(day(&text), Reading::Day(f64::from(serial)), "{text}");
        }
    }

    #[test]
    fn day_and_month_are_not_guessed() {
        assert_eq!(day("03/04/2019"), Reading::Either(43558.0, 43528.0));
        assert_eq!(day("25.04.2019"), Reading::Day(43580.0));
        assert_eq!(day("04/04/2019"), Reading::Day(43559.0));
        assert_eq!(day("3 April 2019"), Reading::None);
    }
}
