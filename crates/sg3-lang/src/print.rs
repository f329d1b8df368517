//! Expressions as written back to text: `parse(print(x))` is `x` again.

use crate::ast::{AxisName, Expression, Index, IndexBase, Node, Place, Reduction};
use crate::model::{BinaryOperator, Limit, UnaryOperator};
use std::fmt::{self, Display, Formatter, Write};

/// How tightly the operand of `not` and of a minus must bind.
const NOT: u8 = 3;
const NEGATE: u8 = 7;
/// What needs no brackets anywhere.
const TIGHTEST: u8 = 9;

impl Display for Expression {
    /// In the form of the language, with only the brackets that it needs.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.node {
            Node::Number(value, _) => write_number(f, *value),
            Node::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Node::Date(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Node::Text(text) => write!(f, "\"{text}\""),
            Node::Else => f.write_str("else"),
            Node::Missing => f.write_str("missing"),
            Node::Place(place) => place.fmt(f),
            Node::IsGiven(place) => write!(f, "{place} is given"),
            Node::Unary(UnaryOperator::Negate, operand) => write!(f, "-{}", bracketed(operand, NEGATE + 1)),
            Node::Unary(UnaryOperator::Not, operand) => write!(f, "not {}", bracketed(operand, NOT + 1)),
            Node::Binary(operator, left, right) => write_binary(f, *operator, left, right),
            Node::If(condition, yes, no) => write!(f, "if {condition} then {yes} else {no}"),
            Node::Call(name, arguments) => write!(f, "{}({})", name.text, list(arguments)),
            Node::Fact(fact, dimension) => write!(f, "{}({})", format!("{fact:?}").to_lowercase(), dimension.text),
            Node::Reduce(reduction) => reduction.fmt(f),
            Node::Counterfactual(body, substitutions) => {
                let replaced = substitutions.iter().map(|(target, value)| format!("{target} = {value}"));
                write!(f, "({body} with {})", replaced.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn write_number(f: &mut Formatter<'_>, value: f64) -> fmt::Result {
    if value != 0.0 && !(1e-5..1e15).contains(&value.abs()) { write!(f, "{value:e}") } else { write!(f, "{value}") }
}

fn write_binary(f: &mut Formatter<'_>, operator: BinaryOperator, left: &Expression, right: &Expression) -> fmt::Result {
    let strength = operator.strength();
    let to_the_right = operator == BinaryOperator::Power;
    let left = bracketed(left, strength + u8::from(to_the_right));
    let right = bracketed(right, strength + u8::from(!to_the_right));
    write!(f, "{left} {} {right}", operator.sign())
}

/// The operand, in brackets if it binds more loosely than it must.
fn bracketed(operand: &Expression, least: u8) -> String {
    if strength(operand) < least { format!("({operand})") } else { operand.to_string() }
}

fn strength(expression: &Expression) -> u8 {
    match &expression.node {
        Node::Binary(operator, ..) => operator.strength(),
        Node::Unary(UnaryOperator::Not, _) => NOT,
        Node::Unary(UnaryOperator::Negate, _) => NEGATE,
        Node::If(..) => 0,
        // an operator of arithmetic behind `beyond` needs brackets; see `ambiguous-beyond`
        Node::Place(place) if place.beyond.is_some() => BinaryOperator::LessOrEqual.strength(),
        _ => TIGHTEST,
    }
}

fn list<T: Display>(things: &[T]) -> String {
    things.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name.text)?;
        if !self.indices.is_empty() {
            write!(f, "[{}]", list(&self.indices))?;
        }
        match &self.beyond {
            Some(beyond) => write!(f, " beyond {}", bracketed(beyond, NEGATE)),
            None => Ok(()),
        }
    }
}

impl Display for Index {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(axis) = &self.axis {
            write!(f, "{} = ", axis.text)?;
        }
        match &self.base {
            IndexBase::Place(place) => place.fmt(f)?,
            IndexBase::Text(text) => write!(f, "\"{text}\"")?,
            IndexBase::Number(number) => number.fmt(f)?,
            IndexBase::First => f.write_str("first")?,
            IndexBase::Last => f.write_str("last")?,
            IndexBase::All => f.write_str("all")?,
        }
        match &self.shift {
            Some((back, by)) => write!(f, " {} {by}", if *back { '-' } else { '+' }),
            None => Ok(()),
        }
    }
}

impl Display for AxisName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(alias) = &self.alias {
            write!(f, "{}: ", alias.text)?;
        }
        f.write_str(&self.dimension.text)
    }
}

impl Display for Reduction {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}({} over {}", self.how.keyword(), list(&self.arguments), list(&self.axes))?;
        if let Some((limit, axis)) = &self.limit {
            write!(f, " {} {}", if *limit == Limit::Before { "before" } else { "upto" }, axis.text)?;
        }
        if let Some(filter) = &self.filter {
            write!(f, " where {filter}")?;
        }
        if !self.by.is_empty() {
            let names: Vec<&str> = self.by.iter().map(|name| &*name.text).collect();
            write!(f, " by {}", names.join(", "))?;
        }
        for (word, clause) in [("at", &self.at), ("from", &self.from)] {
            if let Some(clause) = clause {
                write!(f, " {word} {clause}")?;
            }
        }
        if let Some((first, key)) = &self.order {
            write!(f, " from {}", first.keyword())?;
            key.iter().try_for_each(|key| write!(f, " {key}"))?;
        }
        if let Some(to) = self.to {
            f.write_str(" to ")?;
            write_number(f, to)?;
        }
        f.write_char(')')
    }
}
