//! One cell: where it is, its value and its formula.

use crate::address::format_address;
use crate::formula::Formula;
use crate::number_format::Shown;
use calamine::{Data, DataRef, DataType, ExcelDateTime, ExcelDateTimeType};

/// One cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Row, counted from zero.
    pub row: u32,
    /// Column, counted from zero.
    pub column: u32,
    /// The value; for a formula the one saved last.
    pub content: Content,
    /// The formula, where there is one.
    pub formula: Option<Formula>,
    /// What the screen shows of a number.
    pub shown: Shown,
}

impl Cell {
    /// The address as people write it.
    pub fn address(&self) -> String {
        format_address(self.row, self.column)
    }
}

/// The value of a cell, as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A finite number. A percentage is its hundredth; a duration is in days.
    Number(f64),
    /// Text, also where it looks like a number.
    Text(String),
    /// A truth value.
    YesNo(bool),
    /// A date, as the days since 30 December 1899 that spreadsheets count, whatever epoch the workbook uses.
    Date(f64),
    /// An error such as `#REF!`, or a number that is not finite.
    Error(String),
    /// Nothing: a formula that was never calculated.
    Empty,
}

/// Days from 30 December 1899, from which Excel counts, to 1 January 1904, from which it counted on early Macintoshes.
pub(crate) const DAYS_TO_1904: f64 = 1462.0;

impl Content {
    /// The same of a value that the reader has not copied yet.
    pub(crate) fn of_ref(data: DataRef<'_>) -> Content {
        match data {
            DataRef::Float(number) => Content::of_finite(number, Content::Number),
            DataRef::SharedString(text) => Content::Text(text.to_owned()),
            DataRef::String(text) => Content::Text(text),
            other => Content::of(&Data::from(other)),
        }
    }

    /// The value that the workbook reader gives.
    pub(crate) fn of(data: &Data) -> Content {
        match data {
            Data::Int(number) => Content::Number(*number as f64),
            Data::Float(number) => Content::of_finite(*number, Content::Number),
            Data::String(text) => Content::Text(text.clone()),
            Data::Bool(yes) => Content::YesNo(*yes),
            Data::DateTime(date) => Content::of_date(date),
            Data::DateTimeIso(text) => parse_iso_date(data).map_or_else(|| Content::Text(text.clone()), Content::Date),
            Data::DurationIso(text) => parse_iso_duration(text)
                .map_or_else(|| Content::Text(text.clone()), |days| Content::of_finite(days, Content::Number)),
            Data::Error(error) => Content::Error(error.to_string()),
            Data::Empty => Content::Empty,
        }
    }

    /// A number or a date of this value; an error where it is not finite, since nothing can be computed with it.
    pub(crate) fn of_finite(number: f64, content: fn(f64) -> Content) -> Content {
        if number.is_finite() { content(number) } else { Content::Error(number.to_string()) }
    }

    /// The reader does not tell which epoch a date has; but a date of the later one equals one that is made so, and no other.
    fn of_date(date: &ExcelDateTime) -> Content {
        if date.is_duration() {
            return Content::of_finite(date.as_f64(), Content::Number);
        }
        let counts_from_1904 = ExcelDateTime::new(date.as_f64(), ExcelDateTimeType::DateTime, true) == *date;
        Content::of_finite(if counts_from_1904 { date.as_f64() + DAYS_TO_1904 } else { date.as_f64() }, Content::Date)
    }
}

fn parse_iso_date(data: &Data) -> Option<f64> {
    const UNIX_EPOCH: f64 = 25_569.0;
    let time = data.as_datetime().or_else(|| data.as_date()?.and_hms_opt(0, 0, 0))?;
    let milliseconds = time.and_utc().timestamp_millis();
    let serial = milliseconds as f64 / 86_400_000.0 + UNIX_EPOCH;
    // Spreadsheets take 1900 for a leap year: 28 February is day 59, and 1 March day 61.
    Some(if serial < 61.0 { serial - 1.0 } else { serial })
}

/// Days of a duration such as `PT36H15M00S`; the reader's own conversion stops at one day.
fn parse_iso_duration(text: &str) -> Option<f64> {
    let (sign, rest) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (mut days, mut number) = (0.0, String::new());
    for letter in rest.strip_prefix('P')?.chars() {
        let part = match letter {
            'T' if number.is_empty() => continue,
            'D' => 1.0,
            'H' => 24.0,
            'M' => 1_440.0,
            'S' => 86_400.0,
            _ => {
                number.push(letter);
                continue;
            }
        };
        days += std::mem::take(&mut number).parse::<f64>().ok()? / part;
    }
    number.is_empty().then_some(sign * days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn dates_count_from_one_day_whatever_the_file_says() {
        let date = |value, kind, late| Content::of(&Data::DateTime(ExcelDateTime::new(value, kind, late)));
        assert_eq!(date(45_000.0, DateTime, false), Content::Date(45_000.0));
        assert_eq!(date(43_538.0, DateTime, true), Content::Date(45_000.0));
        assert_eq!(date(1.5, TimeDelta, false), Content::Number(1.5));
        assert_eq!(Content::of(&Data::DateTimeIso("2023-03-15".into())), Content::Date(45_000.0));
        assert_eq!(Content::of(&Data::DateTimeIso("2023-03-15T12:00:00".into())), Content::Date(45_000.5));
        assert_eq!(Content::of(&Data::DurationIso("PT36H00M00S".into())), Content::Number(1.5));
        assert_eq!(Content::of(&Data::DateTimeIso("soon".into())), Content::Text("soon".into()));
    }

    #[test]
    fn numbers_that_are_not_finite_are_errors() {
        assert_eq!(Content::of(&Data::Float(f64::NAN)), Content::Error("NaN".into()));
        assert_eq!(Content::of(&Data::Float(f64::INFINITY)), Content::Error("inf".into()));
    }
}
