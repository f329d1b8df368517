//! What the model proposes for an input, cell by cell.

use super::{members, phrase};
use crate::Value;
use sg3_lang::Model;
use sg3_lang::day;
use sg3_lang::model::{DimensionId, Entry, Expression, Kind, MemberRef, Node, Quantity, UnaryOperator};
use std::sync::Arc;

/// The value that the form is sent out with at a place, if the model proposes one.
pub fn at(model: &Model, quantity: &Quantity, place: &[Arc<str>]) -> Option<Value> {
    let entries = &quantity.input()?.default.as_ref()?.entries;
    let entry = entries.iter().find(|entry| fits(model, quantity, entry, place))?;
    let value = value_of(model, entry.value.as_ref()?)?;
    Some(of_kind(quantity, value))
}

/// The value of a literal; numbers stand for yes, no and days too.
pub fn value_of(model: &Model, expression: &Expression) -> Option<Value> {
    match &expression.node {
        Node::Literal(value) => Some(Value::Number(*value)),
        Node::Unary(UnaryOperator::Negate, operand) => match value_of(model, operand)? {
            Value::Number(value) => Some(Value::Number(-value)),
            _ => None,
        },
        Node::Member(dimension, member) => key(model, *dimension, member).map(|key| Value::Text(key.to_string())),
        _ => None,
    }
}

/// A value as people write it.
pub fn describe_proposal(model: &Model, quantity: &Quantity, value: &Value) -> String {
    match of_kind(quantity, value.clone()) {
        Value::Number(value) => phrase::number(quantity, value),
        Value::YesNo(yes) => if yes { "yes" } else { "no" }.to_owned(),
        Value::Date(day) => day::write(day),
        Value::Text(key) => members::word_of(model, quantity, &key),
        Value::NotAvailable(words) | Value::Unreadable(words) => words,
    }
}

fn of_kind(quantity: &Quantity, value: Value) -> Value {
    match (&quantity.kind, value) {
        (Kind::YesNo, Value::Number(value)) => Value::YesNo(value != 0.0),
        (Kind::Date, Value::Number(value)) => Value::Date(value),
        (_, value) => value,
    }
}

fn fits(model: &Model, quantity: &Quantity, entry: &Entry, place: &[Arc<str>]) -> bool {
    entry.place.iter().enumerate().all(|(axis, wanted)| match wanted {
        Some(member) => key(model, quantity.axes[axis].dimension, member).is_some_and(|key| key == place[axis]),
        None => true,
    })
}

fn key(model: &Model, dimension: DimensionId, member: &MemberRef) -> Option<Arc<str>> {
    match member {
        MemberRef::Key(key) => Some(key.clone()),
        MemberRef::Position(position) => Some(members::known(model, dimension)?.get(*position)?.key.clone()),
    }
}
