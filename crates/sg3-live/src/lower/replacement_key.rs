//! A text that is the same for the same replacements, wherever they stand in the model: counterfactuals that replace the
//! same are made once.

use super::counterfactual::Replacement;
use crate::book::CounterfactualId;
use sg3_lang::model::{Expression, Index, IndexBase, Node};

/// The key of a set of replacements within a counterfactual.
pub(super) fn replacement_key(parent: CounterfactualId, replacements: &[Replacement]) -> String {
    let parts: Vec<String> = replacements.iter().map(key_of_one).collect();
    format!("{} {}", parent.0, parts.join("; "))
}

fn key_of_one(replacement: &Replacement) -> String {
    let substitution = replacement.substitution;
    let places: Vec<String> = substitution.places.iter().map(|index| index_text(index, replacement)).collect();
    format!("{}{places:?}={}", substitution.target.0, expression_text(&substitution.value, replacement))
}

/// An expression without its position in the text of the model.
fn expression_text(expression: &Expression, replacement: &Replacement) -> String {
    let mut parts = Vec::new();
    expression.for_each_child(&mut |child| parts.push(expression_text(child, replacement)));
    let own = match &expression.node {
        Node::Literal(value) => format!("{:x}", value.to_bits()),
        Node::Member(dimension, member) => format!("{}:{member:?}", dimension.0),
        Node::Axis(id) => axis_text(id.0, replacement),
        Node::Missing => "missing".to_owned(),
        Node::IsGiven(_) => "is given".to_owned(),
        Node::Fact(fact, dimension) => format!("{fact:?}{}", dimension.0),
        Node::Read(read) => {
            let places: Vec<String> = read.places.iter().map(|index| index_text(index, replacement)).collect();
            format!("q{}{places:?}", read.quantity.0)
        }
        Node::Unary(operator, _) => format!("{operator:?}"),
        Node::Binary(operator, ..) => format!("{operator:?}"),
        Node::If(..) => "if".to_owned(),
        Node::Call(function, _) => function.name.to_owned(),
        // bound axes are told apart by where the formula stands
        Node::Reduce(_) | Node::Counterfactual(_) => format!("{:?}", expression.span),
    };
    format!("{own}({})", parts.join(","))
}

fn index_text(index: &Index, replacement: &Replacement) -> String {
    let base = match &index.base {
        IndexBase::Axis(id) => axis_text(id.0, replacement),
        IndexBase::Member(member) => format!("{member:?}"),
        IndexBase::First => "first".to_owned(),
        IndexBase::Last => "last".to_owned(),
        IndexBase::All => "all".to_owned(),
        IndexBase::Value(value) => expression_text(value, replacement),
    };
    let shift = index.shift.as_ref().map(|shift| expression_text(shift, replacement));
    format!("{base}+{shift:?}")
}

/// An axis by its part in the replacement: two formulas number the same axis differently.
fn axis_text(id: u32, replacement: &Replacement) -> String {
    let own = replacement.substitution.axes.iter().position(|own| own.is_some_and(|own| own.0 == id));
    let key = replacement.keys.iter().position(|key| *key == id as usize);
    let dimension = replacement.scope[id as usize].dimension.0;
    match (own, key) {
        (Some(own), _) => format!("own{own}"),
        (_, Some(key)) => format!("key{key}:{dimension}"),
        _ => format!("bound{dimension}"),
    }
}
