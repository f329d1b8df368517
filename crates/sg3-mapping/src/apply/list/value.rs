//! The value that a cell of a list of the source holds, read as a form reads it.

use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use crate::understand::coded_label::split_coded_label;
use sg3_calc::Value;
use sg3_form::values::matcher::{Matcher, Matchers};
use sg3_form::values::value;
use sg3_form::values::value::{Complaint, Outcome};
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::Content;
use std::sync::Arc;

/// Reads a cell as a value of an input; amounts in the unit and with the sign that the rule says.
pub(crate) fn read_value(
    rule: &MappingRule,
    share: f64,
    quantity: &Quantity,
    matchers: &Matchers,
    value: &SourceValue,
) -> Result<Value, Complaint> {
    let content = match code_of_member(quantity, matchers, value) {
        Some(code) => Content::Text(code),
        None => value_content(value, matches!(quantity.kind, Kind::Number(_))),
    };
    match value::read_value(quantity, matchers, &content) {
        Outcome::Clear(Value::Number(number)) | Outcome::Taken(Value::Number(number), _) => {
            Ok(Value::Number(number * rule.multiplier() * share))
        }
        Outcome::Clear(value) | Outcome::Taken(value, _) => Ok(value),
        Outcome::Refused(complaint) => Err(complaint),
    }
}

fn value_content(value: &SourceValue, is_number: bool) -> Content {
    match value {
        SourceValue::Number(number) => Content::Number(*number),
        SourceValue::Typed(_, number) if is_number => Content::Number(*number),
        SourceValue::Day(day) => Content::Date(*day),
        SourceValue::Error(error) => Content::Error(error.clone()),
        SourceValue::Uncalculated => Content::Empty,
        SourceValue::Typed(text, _) | SourceValue::Either(text, ..) | SourceValue::Words(text) => {
            Content::Text(text.clone())
        }
    }
}

/// The code of the member that a cell with a code and a name names.
fn code_of_member(quantity: &Quantity, matchers: &Matchers, value: &SourceValue) -> Option<String> {
    let Kind::Member(dimension) = quantity.kind else { return None };
    let text = value.shown();
    find_by_code(matchers.get(dimension)?, &text).map(|key| key.to_string())
}

/// The member that a text names: by all of it, or by a code before a name of the list. `1 Gbit/s port` is not member `1`.
pub(crate) fn find_by_code(matcher: &Matcher, text: &str) -> Option<Arc<str>> {
    matcher.find(text).or_else(|| {
        let (code, name) = split_coded_label(text)?;
        matcher.find(code).filter(|_| matcher.is_name(name))
    })
}
