//! The one calendar: days of the Gregorian calendar, counted and written as spreadsheets do.
//!
//! Day 0 is 30 December 1899, so that day 43497 is 1 February 2019. Spreadsheets agree from 1 March 1900 (day 61) on; before it they
//! count a 29 February 1900 that never was.

/// Days from 1 March of the year 0 to 30 December 1899: years that start in March have their leap day last.
const DAYS_TO_ZERO: i64 = 693_899;
/// The years in which a text is taken for a date: spreadsheets number days from 1900 on, and its first months wrongly.
const YEARS_OF_TEXTS: std::ops::RangeInclusive<i64> = 1901..=9999;

/// Years that were typed where a day belongs: as numbers of days they lie in 1905.
pub const YEARS_AS_DAYS: std::ops::RangeInclusive<i64> = 1900..=2100;
/// 1 March 1900, the first day on whose number spreadsheets agree.
pub const FIRST_COMMON_DAY: i64 = 61;
/// 1 January 2200.
const FAR_FUTURE: f64 = 109_575.0;
/// 31 December 9999, which stands for "without end".
const WITHOUT_END: f64 = 2_958_465.0;
/// The number of 1 January of the year 1, and of the day after 31 December 9999.
const FIRST_DAY: f64 = -693_593.0;
const END_OF_DAYS: f64 = 2_958_466.0;

/// What a text can mean as a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// One day, as a spreadsheet counts days.
    Day(f64),
    /// One of two days: day and month could be either way round.
    Either(f64, f64),
    /// Not a date that can be understood.
    None,
}

/// The number of a day in spreadsheets; nothing for a day that the calendar does not have.
///
/// ```
/// use sg3_lang::day::serial;
/// assert_eq!(serial(2019, 2, 1), Some(43497));
/// assert_eq!(serial(2019, 2, 29), None);
/// ```
pub fn serial(year: i64, month: i64, day: i64) -> Option<i64> {
    let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
    exists.then(|| {
        let before = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        days_before_march(year - i64::from(month <= 2)) + before - DAYS_TO_ZERO
    })
}

/// Year, month and day of the number of a day.
///
/// ```
/// assert_eq!(sg3_lang::day::date(45351), (2024, 2, 29));
/// ```
pub fn date(serial: i64) -> (i64, i64, i64) {
    let days = serial + DAYS_TO_ZERO;
    let estimate = (10_000 * days + 14_780).div_euclid(3_652_425);
    let year = if days_before_march(estimate) > days { estimate - 1 } else { estimate };
    let of_year = days - days_before_march(year);
    let month = (100 * of_year + 52) / 3060;
    let day = of_year - (month * 306 + 5) / 10 + 1;
    (year + (month + 2) / 12, (month + 2) % 12 + 1, day)
}

/// Whether the calendar has a day of this number: from 1 January of the year 1 to 31 December 9999.
///
/// ```
/// assert!(sg3_lang::day::is_in_calendar(43497.75) && !sg3_lang::day::is_in_calendar(1e10));
/// ```
pub fn is_in_calendar(serial: f64) -> bool {
    (FIRST_DAY..END_OF_DAYS).contains(&serial)
}

/// What is odd about the number of a day, in words that may follow it; nothing for a day that may be meant.
///
/// ```
/// use sg3_lang::day::find_oddity;
/// assert_eq!(find_oddity(2020.0), Some(", which rather is a year"));
/// assert_eq!(find_oddity(43497.0), None);
/// ```
pub fn find_oddity(serial: f64) -> Option<&'static str> {
    match serial {
        _ if serial.fract() == 0.0 && YEARS_AS_DAYS.contains(&(serial as i64)) => Some(", which rather is a year"),
        0.0 => Some(""),
        _ if (0.0..1.0).contains(&serial) => Some(", which rather is a time of day"),
        _ if serial < FIRST_COMMON_DAY as f64 => Some(", on whose day spreadsheets do not agree"),
        _ if serial >= FAR_FUTURE && serial != WITHOUT_END => Some(""),
        _ => None,
    }
}

/// The length of a month, 1 to 12.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2019-02-01` of a day as a spreadsheet counts it, whatever its time of day.
///
/// ```
/// assert_eq!(sg3_lang::day::write(43497.75), "2019-02-01");
/// assert_eq!(sg3_lang::day::write(1e10), "10000000000", "no day of the calendar");
/// ```
pub fn write(serial: f64) -> String {
    if !is_in_calendar(serial) {
        return serial.to_string();
    }
    let (year, month, day) = date(serial.floor() as i64);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day that a text means: `2019-04-03`, `25/04/2019`; `03/04/2019` is one of two.
///
/// ```
/// use sg3_lang::day::{Reading, read};
/// assert_eq!(read("25.04.2019"), Reading::Day(43580.0));
/// assert_eq!(read("03/04/2019"), Reading::Either(43558.0, 43528.0));
/// ```
pub fn read(text: &str) -> Reading {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [first, second, third] = parts[..] else { return Reading::None };
    let (Some(a), Some(b), Some(c)) = (number(first), number(second), number(third)) else { return Reading::None };
    match (first.len(), third.len()) {
        (4, 1..=2) => day_of_text(a, b, c).map_or(Reading::None, Reading::Day),
        (1..=2, 4) => either(day_of_text(c, b, a), day_of_text(c, a, b)),
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

fn number(text: &str) -> Option<i64> {
    let is_digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|letter| letter.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

fn day_of_text(year: i64, month: i64, day: i64) -> Option<f64> {
    serial(year, month, day).filter(|_| YEARS_OF_TEXTS.contains(&year)).map(|serial| serial as f64)
}

/// Days from 1 March of the year 0 to 1 March of a year.
fn days_before_march(year: i64) -> i64 {
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_follows_the_one_before() {
        let mut next = serial(0, 1, 1).expect("the calendar goes on before the year 1");
        for (year, month) in (0..=9999).flat_map(|year| (1..=12).map(move |month| (year, month))) {
            for day in 1..=days_in_month(year, month) {
                assert_eq!(serial(year, month, day), Some(next));
                assert_eq!(date(next), (year, month, day));
                next += 1;
            }
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        assert_eq!([serial(1899, 12, 30), serial(1900, 3, 1), serial(2024, 2, 29)], [Some(0), Some(61), Some(45351)]);
        assert_eq!([serial(2023, 2, 29), serial(2023, 13, 1), serial(2023, 4, 0)], [None; 3]);
    }

    #[test]
    fn every_day_is_written_as_it_is_read() {
        for day in 367..80_000 {
            let text = write(f64::from(day));
            assert_eq!(read(&text), Reading::Day(f64::from(day)), "{text}");
        }
    }

    #[test]
    fn day_and_month_are_not_guessed() {
        assert_eq!(read("04/04/2019"), Reading::Day(43559.0));
        assert_eq!([read("3 April 2019"), read("1900-02-01")], [Reading::None; 2]);
    }
}
