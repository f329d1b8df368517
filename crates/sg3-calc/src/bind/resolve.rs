//! What a place of the data holds, as a number of the engine.

use super::member_list::MemberList;
use super::value::Value;
use crate::functions;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::invisible;
use sg3_lang::member_ranges::ranges_of_keys;
use sg3_lang::model::Kind;

/// The number that stands for the value (nothing for "n/a" and for what was not readable), or what was expected and a remedy.
pub(super) fn resolve(
    value: &Value,
    kind: &Kind,
    members: &[MemberList],
) -> Result<Option<f64>, (String, Option<String>)> {
    let number = match (value, kind) {
        // `NA` is a member where the list has it, whichever layer lists it
        (Value::NotAvailable(words), Kind::Member(dimension)) => {
            return Ok(members[dimension.0 as usize].find(words).map(|position| position as f64));
        }
        (Value::NotAvailable(_) | Value::Unreadable(_), _) => return Ok(None),
        (Value::Number(number), Kind::Number(_)) if number.is_finite() => Some(*number),
        (Value::Text(text), Kind::Number(_)) => plain_number(text),
        (Value::YesNo(yes), Kind::YesNo) => Some(f64::from(u8::from(*yes))),
        (Value::Text(text), Kind::YesNo) => yes_or_no(text),
        (Value::Date(day), Kind::Date) => Some(*day),
        (Value::Text(text), Kind::Date) => day(text),
        (Value::Text(text), Kind::Member(dimension)) => return member(text, &members[dimension.0 as usize]),
        (Value::Number(number), Kind::Member(dimension)) => {
            return member(&number.to_string(), &members[dimension.0 as usize]);
        }
        _ => None,
    };
    number.map(Some).ok_or_else(|| (expected(kind), None))
}

/// What a value is, for messages.
pub(super) fn describe(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("the number {number}"),
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_string(),
        Value::Date(day) => format!("the date {day}"),
        Value::Text(text) | Value::NotAvailable(text) | Value::Unreadable(text) => {
            let unseen = invisible::describe(text).map(|found| format!(", which contains {found}"));
            format!("`{text}`{}", unseen.unwrap_or_default())
        }
    }
}

fn member(text: &str, list: &MemberList) -> Result<Option<f64>, (String, Option<String>)> {
    let wanted = text.trim();
    let position = list.find(wanted).or_else(|| list.labels.iter().position(|label| label == wanted));
    let position = position.ok_or_else(|| ("a member".into(), possible_members(wanted, list)))?;
    Ok(Some(position as f64))
}

/// The member that was probably meant, or all of a short list.
fn possible_members(wanted: &str, list: &MemberList) -> Option<String> {
    let near = near_miss(wanted, list.keys.iter().map(|key| &**key));
    let allowed = ranges_of_keys(list.keys.iter().map(|key| &**key));
    near.or_else(|| (allowed.len() <= 12).then(|| format!("allowed: `{}`", allowed.join("`, `"))))
}

fn plain_number(text: &str) -> Option<f64> {
    let starts_well = text.trim().starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
    text.trim().parse().ok().filter(|number: &f64| starts_well && number.is_finite())
}

fn yes_or_no(text: &str) -> Option<f64> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "true" => Some(1.0),
        "no" | "false" => Some(0.0),
        _ => None,
    }
}

fn day(text: &str) -> Option<f64> {
    let parts: Vec<f64> = text.trim().split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    Some(functions::date(year, month, day)).filter(|day| day.is_finite())
}

fn expected(kind: &Kind) -> String {
    match kind {
        Kind::Number(unit) => format!("a number in {unit}"),
        Kind::YesNo => "yes or no".into(),
        Kind::Date => "a date".into(),
        Kind::Member(_) => "a member".into(),
    }
}
