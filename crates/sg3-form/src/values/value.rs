//! What a cell says, by the kind of the input that it answers.

use crate::language::choice;
use crate::values::matcher::Matchers;
use crate::values::no_day::{describe_day, describe_time};
use crate::values::no_value::{may_mean_zero, says_no_value};
use crate::values::number;
use crate::values::number::ParsedNumber;
use crate::values::text::fold_case;
use sg3_calc::Value;
use sg3_calc::present::unit;
use sg3_lang::day;
use sg3_lang::invisible;
use sg3_lang::model::{DimensionId, Kind, Quantity};
use sg3_workbook::Content;
use std::borrow::Cow;

/// What became of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// There is one way to understand it.
    Clear(Value),
    /// It is taken so, but somebody should look.
    Taken(Value, Complaint),
    /// It cannot be taken.
    Refused(Complaint),
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    /// The kind of mistake, as diagnostics know it.
    pub slug: &'static str,
    /// What was found, and what belongs there.
    pub message: String,
    /// What whoever filled the cell can do.
    pub help: Option<String>,
}

/// The cell of a text with a decimal point: there digits are a number, and a day is one, where one is asked for.
pub(crate) fn parse_decimal_text<'a>(quantity: &Quantity, is_pointed: bool, content: &'a Content) -> Cow<'a, Content> {
    let Content::Text(text) = content else { return Cow::Borrowed(content) };
    let found = match quantity.kind {
        Kind::Number(_) if is_pointed && sg3_workbook::csv::is_decimal(text.trim()) => {
            text.trim().parse().ok().map(Content::Number)
        }
        Kind::Date if is_pointed => parse_written_day(text.trim()),
        _ => None,
    };
    found.map_or(Cow::Borrowed(content), Cow::Owned)
}

/// A day just as this crate writes it.
fn parse_written_day(text: &str) -> Option<Content> {
    match day::read(text) {
        day::Reading::Day(serial) if day::write(serial) == text => Some(Content::Date(serial)),
        _ => None,
    }
}

/// Reads a cell as a value of an input.
pub fn read_value(quantity: &Quantity, matchers: &Matchers, content: &Content) -> Outcome {
    match content {
        Content::Error(error) => refuse_error(error),
        Content::Text(text) => match invisible::describe(text) {
            Some(found) => read_stripped(quantity, matchers, text, &found),
            None => read_text(quantity, matchers, text.trim()),
        },
        Content::Number(number) => read_number(quantity, matchers, *number),
        Content::YesNo(yes) => read_yes_no(quantity, *yes),
        Content::Date(day) => read_date(quantity, *day),
        Content::Empty => refuse_uncalculated(),
    }
}

fn refuse_error(error: &str) -> Outcome {
    let help = "correct the formula, or enter the value itself; n/a if it is not available";
    refuse("wrong-value", format!("the cell contains the error `{error}`"), Some(help.to_owned()))
}

/// As programs other than spreadsheets write formulas; a cell without anything is not read at all.
fn refuse_uncalculated() -> Outcome {
    let help = "open the file in a spreadsheet program, recalculate and save it; or enter the value itself";
    refuse("wrong-value", "the cell contains a formula that was never calculated".to_owned(), Some(help.to_owned()))
}

fn read_number(quantity: &Quantity, matchers: &Matchers, number: f64) -> Outcome {
    match quantity.kind {
        Kind::Number(_) => Outcome::Clear(Value::Number(number)),
        Kind::YesNo if number == 1.0 || number == 0.0 => Outcome::Clear(Value::YesNo(number == 1.0)),
        Kind::YesNo => refuse_kind(quantity, &number.to_string()),
        Kind::Date => read_serial(quantity, number),
        Kind::Member(dimension) => read_member(quantity, matchers, dimension, &number.to_string()),
    }
}

/// A number where a date belongs is the day that spreadsheets count by it, if it is one of our days; a year alone is none.
fn read_serial(quantity: &Quantity, number: f64) -> Outcome {
    const YEARS_1901_TO_2199: std::ops::Range<f64> = 367.0..109_575.0;
    let is_year = number.fract() == 0.0 && day::YEARS_AS_DAYS.contains(&(number as i64));
    if is_year || !YEARS_1901_TO_2199.contains(&number) {
        return refuse_kind(quantity, &describe_day(number));
    }
    let message = format!("{number} is a number; it was read as the date {}", day::write(number));
    let help = Some("enter it as a date if that is correct".to_owned());
    Outcome::Taken(Value::Date(number), Complaint { slug: "wrong-value", message, help })
}

fn read_yes_no(quantity: &Quantity, yes: bool) -> Outcome {
    match quantity.kind {
        Kind::YesNo => Outcome::Clear(Value::YesNo(yes)),
        _ => refuse_kind(quantity, if yes { "TRUE" } else { "FALSE" }),
    }
}

fn read_date(quantity: &Quantity, serial: f64) -> Outcome {
    match quantity.kind {
        Kind::Date if day::is_in_calendar(serial) => Outcome::Clear(Value::Date(serial)),
        Kind::Date => refuse_kind(quantity, &describe_day(serial)),
        _ if (0.0..1.0).contains(&serial) => refuse_kind(quantity, &describe_time(serial)),
        _ => refuse_kind(quantity, &format!("the date {}", day::write(serial))),
    }
}

/// Reads a text without what nobody sees in it, and says so: the cell looks right.
fn read_stripped(quantity: &Quantity, matchers: &Matchers, text: &str, found: &str) -> Outcome {
    let stripped = invisible::strip(text);
    let seen = stripped.trim();
    match read_text(quantity, matchers, seen) {
        Outcome::Clear(value) | Outcome::Taken(value, _) => {
            let read = match &value {
                Value::Number(number) => number.to_string(),
                Value::Date(serial) => day::write(*serial),
                _ => format!("`{seen}`"),
            };
            let message = format!("the cell contains {found}; it was read as {read}");
            let help = Some("type the value again if that is correct".to_owned());
            Outcome::Taken(value, Complaint { slug: "wrong-value", message, help })
        }
        Outcome::Refused(complaint) => {
            let message = format!("{}; the cell also contains {found}", complaint.message);
            Outcome::Refused(Complaint { message, ..complaint })
        }
    }
}

fn read_text(quantity: &Quantity, matchers: &Matchers, text: &str) -> Outcome {
    let folded = fold_case(text);
    if let Kind::Member(dimension) = quantity.kind {
        // NA is Namibia where the list has it, and says that there is no value where it has not.
        let is_listed = matchers.get(dimension).is_some_and(|matcher| matcher.find(text).is_some());
        if is_listed || !says_no_value(text) {
            return read_member(quantity, matchers, dimension, text);
        }
    }
    if says_no_value(text) {
        return Outcome::Clear(Value::NotAvailable(text.to_owned()));
    }
    if let (Kind::YesNo, Some(yes)) = (&quantity.kind, parse_yes_no(&folded)) {
        return Outcome::Clear(Value::YesNo(yes));
    }
    if may_mean_zero(text) {
        let help = "enter 0 if there is none, n/a if the figure is not available, or leave the cell blank";
        return refuse(
            "wrong-value",
            format!("`{text}` may mean zero, not available or not applicable"),
            Some(help.into()),
        );
    }
    match quantity.kind {
        Kind::YesNo => refuse_kind(quantity, &format!("`{text}`")),
        Kind::Date => read_day_text(quantity, text),
        _ => read_digits(quantity, text),
    }
}

fn read_member(quantity: &Quantity, matchers: &Matchers, dimension: DimensionId, words: &str) -> Outcome {
    let Some(matcher) = matchers.get(dimension) else { return Outcome::Clear(Value::Text(words.to_owned())) };
    match matcher.find(words) {
        Some(key) => Outcome::Clear(Value::Text(key.to_string())),
        None => refuse(
            "unknown-member",
            format!("`{words}` is not in the list for {}", quantity.label),
            matcher.remedy(words),
        ),
    }
}

/// Yes and no in the languages of forms, and as people shorten them; `нет` also means that there is none, but not where
/// this is asked.
fn parse_yes_no(folded: &str) -> Option<bool> {
    match &*choice::to_english(folded) {
        "yes" | "y" | "true" | "si" | "sim" => Some(true),
        "no" | "n" | "false" | "não" | "nao" => Some(false),
        _ => None,
    }
}

fn read_day_text(quantity: &Quantity, text: &str) -> Outcome {
    match day::read(text) {
        day::Reading::Day(serial) => accept_text(Value::Date(serial), text, &day::write(serial)),
        day::Reading::Either(one, other) => refuse_ambiguous(text, &day::write(one), &day::write(other)),
        day::Reading::None => refuse_kind(quantity, &format!("`{text}`")),
    }
}

fn read_digits(quantity: &Quantity, text: &str) -> Outcome {
    match number::parse_number(text) {
        ParsedNumber::Number(value) if number::is_plain(text) => Outcome::Clear(Value::Number(value)),
        ParsedNumber::Number(value) => accept_text(Value::Number(value), text, &value.to_string()),
        ParsedNumber::Percent(value) if unit::takes_percent(quantity) => {
            accept_text(Value::Number(value), text, &value.to_string())
        }
        ParsedNumber::Either(one, other) => refuse_ambiguous(text, &one.to_string(), &other.to_string()),
        ParsedNumber::Percent(_) | ParsedNumber::None => refuse_kind(quantity, &format!("`{text}`")),
    }
}

fn accept_text(value: Value, text: &str, read: &str) -> Outcome {
    let message = format!("`{text}` is text; it was read as {read}");
    let help = Some("enter it as a number if that is correct".to_owned());
    Outcome::Taken(value, Complaint { slug: "wrong-value", message, help })
}

fn refuse_ambiguous(text: &str, one: &str, other: &str) -> Outcome {
    let help = format!("enter {one} or {other} unambiguously");
    refuse("wrong-value", format!("`{text}` is text, and could be {one} or {other}"), Some(help))
}

fn refuse_kind(quantity: &Quantity, found: &str) -> Outcome {
    let (wanted, help) = match quantity.kind {
        Kind::Number(_) => ("a number", "enter the number alone, in the unit of the cell; n/a if it is not available"),
        Kind::YesNo => ("yes or no", "choose yes or no from the list in the cell"),
        Kind::Date => ("a date", "enter the date as year-month-day, such as 2025-06-30"),
        Kind::Member(_) => ("an entry of the list", "choose from the list in the cell"),
    };
    let message = format!("{found} is given where {wanted} is expected: {}", quantity.label);
    refuse("wrong-value", message, Some(help.to_owned()))
}

fn refuse(slug: &'static str, message: String, help: Option<String>) -> Outcome {
    Outcome::Refused(Complaint { slug, message, help })
}
