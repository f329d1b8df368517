//! The value that a cell of a list of the source holds, read as a form reads it.

use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use sg3_calc::Value;
use sg3_form::values::matcher::Matchers;
use sg3_form::values::value;
use sg3_form::values::value::{Complaint, Outcome};
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::Content;

/// Reads a cell as a value of an input; amounts in the unit and with the sign that the rule says.
pub(crate) fn read_value(
    rule: &MappingRule,
    share: f64,
    quantity: &Quantity,
    matchers: &Matchers,
    value: &SourceValue,
) -> Result<Value, Complaint> {
    let content = value_content(value, matches!(quantity.kind, Kind::Number(_)));
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
