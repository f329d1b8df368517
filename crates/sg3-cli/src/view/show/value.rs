//! Members, kinds and literals of a model as it writes them.

use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Expression, Kind, MemberRef, Members, Node, Type};
use sg3_report::number;

pub(crate) fn member_key(model: &Model, dimension: DimensionId, member: &MemberRef) -> String {
    match (member, &model.dimension(dimension).members) {
        (MemberRef::Key(key), _) => key.to_string(),
        (MemberRef::Position(at), Members::Listed(members)) => members[*at].key.to_string(),
        (MemberRef::Position(at), Members::Numbers(first, _) | Members::Proposed(first, _)) => {
            (first + *at as i64).to_string()
        }
        (MemberRef::Position(at), _) => at.to_string(),
    }
}

/// `money/minute`, `yes/no`, `one of annuity, straight`.
pub(crate) fn kind_label(model: &Model, kind: &Kind) -> String {
    match kind {
        Kind::Number(unit) => unit.to_string(),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Member(id) if model.dimension(*id).anonymous => {
            let options: Vec<&str> = model.dimension(*id).listed().iter().map(|member| &*member.key).collect();
            format!("one of {}", options.join(", "))
        }
        Kind::Member(id) => model.dimension(*id).name.to_string(),
    }
}

/// A number as a value of a kind.
pub(crate) fn literal(model: &Model, kind: &Kind, number: f64) -> String {
    match kind {
        Kind::Number(_) => number.to_string(),
        Kind::YesNo => number::yes_no(number != 0.0).to_owned(),
        Kind::Date => sg3_lang::day::write(number),
        Kind::Member(dimension) => member_key(model, *dimension, &MemberRef::Position(number as usize)),
    }
}

/// An expression that is a plain value; nothing for anything else.
pub(crate) fn plain_value(model: &Model, expression: &Expression) -> Option<String> {
    match (&expression.node, &expression.of) {
        (Node::Literal(number), Type::Of(kind)) => Some(literal(model, kind, *number)),
        (Node::Literal(number), _) => Some(number.to_string()),
        (Node::Member(dimension, member), _) => Some(member_key(model, *dimension, member)),
        _ => None,
    }
}
