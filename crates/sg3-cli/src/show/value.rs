//! Members and literals of a model in its own words.

use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Expression, Kind, MemberRef, Members, Node, Type};

/// The key of a member.
pub fn key(model: &Model, dimension: DimensionId, member: &MemberRef) -> String {
    match (member, &model.dimension(dimension).members) {
        (MemberRef::Key(key), _) => key.to_string(),
        (MemberRef::Position(at), Members::Listed(members)) => members[*at].key.to_string(),
        (MemberRef::Position(at), Members::Numbers(first, _)) => (first + *at as i64).to_string(),
        (MemberRef::Position(at), _) => at.to_string(),
    }
}

/// A number as a value of a kind.
pub fn literal(model: &Model, kind: &Kind, number: f64) -> String {
    match kind {
        Kind::Number(_) => number.to_string(),
        Kind::YesNo => crate::report::number::yes_no(number != 0.0).to_owned(),
        Kind::Date => crate::report::number::day(number),
        Kind::Member(dimension) => key(model, *dimension, &MemberRef::Position(number as usize)),
    }
}

/// An expression that is a plain value; nothing for anything else.
pub fn plain(model: &Model, expression: &Expression) -> Option<String> {
    match (&expression.node, &expression.of) {
        (Node::Literal(number), Type::Of(kind)) => Some(literal(model, kind, *number)),
        (Node::Literal(number), _) => Some(number.to_string()),
        (Node::Member(dimension, member), _) => Some(key(model, *dimension, member)),
        _ => None,
    }
}
