//! The value that a cell of a list of theirs holds, read as a form reads it.

use crate::entry::Entry;
use crate::foreign::Says;
use sg3_calc::Value;
use sg3_form::read::matcher::Matchers;
use sg3_form::read::value;
use sg3_form::read::value::{Complaint, Outcome};
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::Content;

/// Reads a cell as a value of an input; amounts in the unit and with the sign that the line says.
pub fn read(
    entry: &Entry,
    share: f64,
    quantity: &Quantity,
    matchers: &Matchers,
    says: &Says,
) -> Result<Value, Complaint> {
    let content = content(says, matches!(quantity.kind, Kind::Number(_)));
    match value::value(quantity, matchers, &content) {
        Outcome::Clear(Value::Number(number)) | Outcome::Taken(Value::Number(number), _) => {
            Ok(Value::Number(number * entry.multiplier() * share))
        }
        Outcome::Clear(value) | Outcome::Taken(value, _) => Ok(value),
        Outcome::Refused(complaint) => Err(complaint),
    }
}

fn content(says: &Says, is_number: bool) -> Content {
    match says {
        Says::Number(number) => Content::Number(*number),
        Says::Typed(_, number) if is_number => Content::Number(*number),
        Says::Day(day) => Content::Date(*day),
        Says::Error(error) => Content::Error(error.clone()),
        Says::Typed(text, _) | Says::Either(text, ..) | Says::Words(text) => Content::Text(text.clone()),
    }
}
