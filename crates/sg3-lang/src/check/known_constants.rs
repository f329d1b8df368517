//! The constants that every model knows, and the formula as it is written with one of them in place of a bare number.

use crate::ast::{self, Body, ItemKind, Name, Node, Role, TypeName, UnitFactor};
use crate::diagnostic::Diagnostics;
use crate::model::{self, BinaryOperator, Expression};
use crate::parse::parse;
use crate::source::Sources;
use crate::unit::Unit;
use std::sync::Arc;

/// What every model knows, as a document.
pub(super) const PRELUDE: &str = include_str!("../prelude.md");

/// A constant by which people convert.
pub(super) struct KnownConstant {
    pub name: Arc<str>,
    pub value: f64,
    unit: Unit,
}

/// Every constant that a model has without declaring it.
pub(super) fn known_constants() -> Vec<KnownConstant> {
    let mut sources = Sources::default();
    let file = sources.add("prelude", PRELUDE);
    let document = parse(&sources, file, &mut Diagnostics::default());
    document.items.iter().filter_map(|item| known_constant(&item.kind)).collect()
}

fn known_constant(item: &ItemKind) -> Option<KnownConstant> {
    let ItemKind::Quantity(quantity) = item else { return None };
    let (Role::Constant(Body::Formula(formula)), TypeName::Unit(unit)) = (&quantity.role, &quantity.head.of) else {
        return None;
    };
    let Node::Number(value, _) = formula.node else { return None };
    Some(KnownConstant { name: quantity.head.name.text.clone(), value, unit: unit_of(unit) })
}

/// The units of the constants are all plain names.
fn unit_of(written: &ast::Unit) -> Unit {
    let parts = written.factors.iter().map(|(factor, exponent)| match factor {
        UnitFactor::Named(name) => Unit::named(&name.text).power(*exponent),
        UnitFactor::Of(_) => Unit::pure(),
    });
    parts.fold(Unit::pure(), |unit, part| unit.times(&part))
}

/// How to come from one unit to another by a constant that every model knows: the operator before it, and the constant.
fn conversion(from: &Unit, to: &Unit) -> Option<(BinaryOperator, KnownConstant)> {
    let factor = to.over(from);
    known_constants().into_iter().find_map(|known| {
        if known.unit == factor {
            Some((BinaryOperator::Multiply, known))
        } else if Unit::pure().over(&known.unit) == factor {
            Some((BinaryOperator::Divide, known))
        } else {
            None
        }
    })
}

/// The formula as it is written with a constant that every model knows, if that is all it lacks.
pub(super) fn as_converted(from: &Unit, to: &Unit, written: &ast::Expression) -> Option<String> {
    let (operator, known) = conversion(from, to)?;
    let line = converted(written, operator, &known)?;
    Some(format!("a conversion is a constant with a unit: `{line}`"))
}

/// Which constant that every model knows leads from the unit of one side to that of the other: from the side that has its
/// number, else by multiplying.
pub(super) fn converting(sides: [(&Unit, &Expression); 2]) -> Option<String> {
    let [left, right] = sides;
    let ways = [(left, right), (right, left)].into_iter();
    let ways: Vec<_> = ways.filter_map(|(from, to)| Some((from, to, conversion(from.0, to.0)?))).collect();
    let meant = ways.iter().find(|(from, _, (_, known))| has_factor(from.1, known.value));
    let multiplied = ways.iter().find(|(.., (operator, _))| *operator == BinaryOperator::Multiply);
    let (from, to, (operator, known)) = meant.or(multiplied)?;
    let doing = if *operator == BinaryOperator::Multiply { "times" } else { "over" };
    let instead = if meant.is_some() { format!(", in place of {}", known.value) } else { String::new() };
    Some(format!(
        "a conversion is a constant with a unit: `{}` {doing} `{}` is `{}`{instead}",
        from.0, known.name, to.0
    ))
}

fn has_factor(expression: &Expression, value: f64) -> bool {
    match &expression.node {
        model::Node::Literal(number) => *number == value,
        model::Node::Binary(BinaryOperator::Multiply | BinaryOperator::Divide, left, right) => {
            has_factor(left, value) || has_factor(right, value)
        }
        _ => false,
    }
}

/// The formula with the conversion: in place of the number that was meant, or behind the formula. Nothing if the number
/// stands there the other way round.
fn converted(written: &ast::Expression, operator: BinaryOperator, known: &KnownConstant) -> Option<String> {
    let name = Name { text: known.name.clone(), span: written.span };
    let place = ast::Place { name, indices: Vec::new(), beyond: None, span: written.span };
    let constant = ast::Expression { node: Node::Place(place), span: written.span };
    let mut line = written.clone();
    match number_in_product(&mut line, known.value, BinaryOperator::Multiply) {
        Some((way, _)) if way != operator => return None,
        Some((_, number)) => *number = constant,
        None => line.node = Node::Binary(operator, Box::new(written.clone()), Box::new(constant)),
    }
    Some(line.to_string())
}

/// Where a product has the number, and whether it multiplies or divides there.
fn number_in_product(
    written: &mut ast::Expression,
    value: f64,
    way: BinaryOperator,
) -> Option<(BinaryOperator, &mut ast::Expression)> {
    if matches!(written.node, Node::Number(number, _) if number == value) {
        return Some((way, written));
    }
    let Node::Binary(operator @ (BinaryOperator::Multiply | BinaryOperator::Divide), left, right) = &mut written.node
    else {
        return None;
    };
    let behind = if *operator == way { BinaryOperator::Multiply } else { BinaryOperator::Divide };
    number_in_product(left, value, way).or_else(|| number_in_product(right, value, behind))
}
