//! Dates as the serial days of spreadsheets: `date`, `year_of`, `moment_of`, `days_between`.
//!
//! The calendar itself is [`sg3_lang::day`].

use crate::tolerance::whole;
use sg3_lang::{Function, SheetForm, UnitRule, day};

pub(super) const DATE: Function = Function {
    name: "date",
    parameters: &[("year", "1 to 9999"), ("month", "1 to 12"), ("day", "1 to the last of the month")],
    variadic: false,
    meaning: "The date of a year, month and day.",
    formula: "days since 1899-12-30",
    source: "standard: Gregorian calendar, serial days of the 1900 date system of spreadsheets",
    unit_rule: UnitRule::MakeDate,
    kernel: |x| date(x[0], x[1], x[2]),
    sheet: SheetForm::Formula(
        "IF(AND(YEAR(DATE({0},{1},{2}))={0},MONTH(DATE({0},{1},{2}))={1},DAY(DATE({0},{1},{2}))={2}),DATE({0},{1},{2}),NA())",
    ),
    vectors: &[
        (&[1900.0, 3.0, 1.0], 61.0, 0.0),
        (&[1970.0, 1.0, 1.0], 25569.0, 0.0),
        (&[2000.0, 2.0, 29.0], 36585.0, 0.0),
        (&[2019.0, 2.0, 1.0], 43497.0, 0.0),
    ],
};

pub(super) const YEAR_OF: Function = Function {
    name: "year_of",
    parameters: &[("date", "a date")],
    variadic: false,
    meaning: "The year in which a date lies.",
    formula: "year of the Gregorian calendar",
    source: "standard: Gregorian calendar",
    unit_rule: UnitRule::YearOfDate,
    kernel: |x| year_of(x[0]),
    sheet: SheetForm::Formula("YEAR({0})"),
    vectors: &[(&[43497.0], 2019.0, 0.0), (&[43465.0], 2018.0, 0.0), (&[43466.0], 2019.0, 0.0)],
};

pub(super) const MOMENT_OF: Function = Function {
    name: "moment_of",
    parameters: &[("date", "a date")],
    variadic: false,
    meaning: "The end of a day as a moment of the calendar: its year, and the part of the year that has then elapsed.",
    formula: "year + days of the year up to and including the date / days of the year",
    source: "standard: Gregorian calendar; a leap year is a year like any other",
    unit_rule: UnitRule::YearOfDate,
    kernel: |x| moment_of(x[0]),
    sheet: SheetForm::Formula("YEAR({0})+(INT({0})-DATE(YEAR({0}),1,1)+1)/(DATE(YEAR({0})+1,1,1)-DATE(YEAR({0}),1,1))"),
    vectors: &[(&[43465.0], 2019.0, 0.0), (&[43830.0], 2020.0, 0.0), (&[43646.0], 2019.0 + 181.0 / 365.0, 0.0)],
};

pub(super) const DAYS_BETWEEN: Function = Function {
    name: "days_between",
    parameters: &[("from", "a date"), ("to", "a date")],
    variadic: false,
    meaning: "The days from one date to another; negative if the second is the earlier one.",
    formula: "to - from",
    source: "standard: difference of dates",
    unit_rule: UnitRule::DaysBetween,
    kernel: |x| days_between(x[0], x[1]),
    sheet: SheetForm::Formula("{1}-{0}"),
    vectors: &[(&[43466.0, 43831.0], 365.0, 0.0), (&[43831.0, 44197.0], 366.0, 0.0), (&[61.0, 60.0], -1.0, 0.0)],
};

/// The serial day of a date: days since 30 December 1899.
///
/// `NaN` for a date that the calendar does not have, and outside the years 1 to 9999. Source: standard, Gregorian
/// calendar.
///
/// ```
/// use sg3_calc::functions::date;
/// assert_eq!(date(2019.0, 2.0, 1.0), 43497.0);
/// assert!(date(2019.0, 2.0, 29.0).is_nan());
/// ```
pub fn date(year: f64, month: f64, day: f64) -> f64 {
    let (Some(year @ 1..=9999), Some(month), Some(day)) = (whole(year), whole(month), whole(day)) else {
        return f64::NAN;
    };
    day::serial(year, month, day).map_or(f64::NAN, |serial| serial as f64)
}

/// The year of a serial day, whatever its time of day, in `year`; `NaN` outside the years 1 to 9999.
///
/// ```
/// assert_eq!(sg3_calc::functions::year_of(43497.0), 2019.0);
/// ```
pub fn year_of(date: f64) -> f64 {
    if !day::is_in_calendar(date) {
        return f64::NAN;
    }
    day::date(libm::floor(date) as i64).0 as f64
}

/// The end of a day as a moment of the calendar, in `year`; `NaN` where `year_of` is.
///
/// From the end of one year to the end of the next is one year, leap year or not.
///
/// ```
/// use sg3_calc::functions::{date, moment_of};
/// assert_eq!(moment_of(date(2023.0, 12.0, 31.0)), 2024.0);
/// assert_eq!(moment_of(date(2024.0, 12.0, 31.0)), 2025.0);
/// ```
pub fn moment_of(date: f64) -> f64 {
    let year = year_of(date);
    if year.is_nan() {
        return year;
    }
    let start = start_of_year(year as i64);
    let days = start_of_year(year as i64 + 1) - start;
    year + (libm::floor(date) + (1 - start) as f64) / days as f64
}

/// Days from one date to another, in `day`; negative if the second is the earlier one.
///
/// ```
/// assert_eq!(sg3_calc::functions::days_between(43466.0, 43831.0), 365.0);
/// ```
pub fn days_between(from: f64, to: f64) -> f64 {
    crate::tolerance::finite(to - from)
}

/// The serial day of 1 January of a year.
fn start_of_year(year: i64) -> i64 {
    day::serial(year, 1, 1).expect("every year has a 1 January")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_follows_the_one_before() {
        let mut serial = -693_593.0;
        for (year, month) in (1..=9999).flat_map(|year| (1..=12).map(move |month| (year, month))) {
            for day in 1..=day::days_in_month(year, month) {
                assert_eq!(date(year as f64, month as f64, day as f64), serial);
                assert_eq!(year_of(serial + 0.75), year as f64);
                serial += 1.0;
            }
        }
        assert_eq!(serial, 2_958_466.0);
    }

    #[test]
    fn dates_that_do_not_exist_are_missing() {
        let absent =
            [(1900.0, 2.0, 29.0), (2025.0, 13.0, 1.0), (2025.0, 4.0, 31.0), (0.0, 1.0, 1.0), (2025.0, 1.5, 1.0)];
        assert!(absent.iter().all(|(year, month, day)| date(*year, *month, *day).is_nan()));
        assert!(year_of(-693_594.0).is_nan() && year_of(2_958_466.0).is_nan());
    }
}
