//! A checked expression in the words that people see, with the signs of mathematics.

mod read;
mod reduction;

use super::value;
use sg3_lang::Model;
use sg3_lang::model::{Axis, AxisId, BinaryOperator, Expression, Fact, Node, UnaryOperator, World};

/// What the axes of an expression are called.
#[derive(Clone, Copy)]
pub struct Formula<'a> {
    /// The model.
    pub model: &'a Model,
    /// The axes of the definition.
    pub scope: &'a [Axis],
}

/// How tightly the operand of `not` and of a minus must bind.
const NOT: u8 = 3;
const NEGATE: u8 = 7;
/// What needs no brackets anywhere.
const TIGHTEST: u8 = 9;

impl Formula<'_> {
    /// The expression on one line.
    pub fn words(self, expression: &Expression) -> String {
        match &expression.node {
            Node::Literal(_) | Node::Member(..) => value::plain(self.model, expression).unwrap_or_default(),
            Node::Axis(axis) => self.axis(*axis),
            Node::Fact(fact, dimension) => format!("{} {}", fact_word(*fact), self.model.dimension(*dimension).name),
            Node::Read(read) => self.read(read),
            Node::Unary(UnaryOperator::Negate, operand) => format!("−{}", self.bracketed(operand, NEGATE + 1)),
            Node::Unary(UnaryOperator::Not, operand) => format!("not {}", self.bracketed(operand, NOT + 1)),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::If(condition, yes, no) => self.branches(condition, yes, no),
            Node::Call(function, arguments) => format!("{}({})", function.name, self.list(arguments)),
            Node::Reduce(reduction) => self.reduction(reduction),
            Node::World(world) => self.world(world),
        }
    }

    fn axis(self, axis: AxisId) -> String {
        self.scope[axis.0 as usize].name.to_string()
    }

    fn list(self, expressions: &[Expression]) -> String {
        expressions.iter().map(|expression| self.words(expression)).collect::<Vec<_>>().join(", ")
    }

    fn bracketed(self, operand: &Expression, least: u8) -> String {
        let words = self.words(operand);
        if strength(operand) < least { format!("({words})") } else { words }
    }

    fn binary(self, operator: BinaryOperator, left: &Expression, right: &Expression) -> String {
        let (sign, strength) = (sign(operator), operator.strength());
        let to_the_right = operator == BinaryOperator::Power;
        let left = self.bracketed(left, strength + u8::from(to_the_right));
        let right = self.bracketed(right, strength + u8::from(!to_the_right));
        format!("{left} {sign} {right}")
    }

    fn branches(self, condition: &Expression, yes: &Expression, no: &Expression) -> String {
        format!("{{ {} if {}; else {} }}", self.words(yes), self.words(condition), self.words(no))
    }

    fn world(self, world: &World) -> String {
        let replaced = world.substitutions.iter().map(|substitution| {
            let label = &self.model.quantity(substitution.target).label;
            format!("“{label}”{} = {}", self.places(&substitution.places, &[]), self.words(&substitution.value))
        });
        format!("({} in the counterfactual with {})", self.words(&world.body), replaced.collect::<Vec<_>>().join(", "))
    }
}

fn fact_word(fact: Fact) -> &'static str {
    match fact {
        Fact::First => "first",
        Fact::Last => "last",
        Fact::Step => "step of",
    }
}

fn strength(expression: &Expression) -> u8 {
    match &expression.node {
        Node::Binary(operator, ..) => operator.strength(),
        Node::Unary(UnaryOperator::Not, _) => NOT,
        Node::Unary(UnaryOperator::Negate, _) => NEGATE,
        _ => TIGHTEST,
    }
}

/// The sign of mathematics for an operator.
fn sign(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Equal => "=",
        BinaryOperator::Unequal => "≠",
        BinaryOperator::LessOrEqual => "≤",
        BinaryOperator::GreaterOrEqual => "≥",
        BinaryOperator::Subtract => "−",
        BinaryOperator::Multiply => "×",
        other => other.sign(),
    }
}
