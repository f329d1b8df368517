//! How large the amounts are that a check compares: what a margin is a share of.
//!
//! Two sides that vanish because large amounts cancel (`sum(adjustment over account) == credit - debit`) are apart by the rounding of
//! those amounts, and a share of nothing forgives nothing. The margin is therefore a share of the terms of the sums and differences that
//! stand in the check itself: of `a - b`, of a and b; of `sum(x over s)`, of the x without their signs.

use super::checker::Checker;
use crate::function::Function;
use crate::model::{BinaryOperator, Expression, Node, Reduction, ReductionKind, UnaryOperator};

impl Checker<'_> {
    /// The size of the amounts on both sides; nothing where no terms can cancel, or a function for it is lacking.
    pub(super) fn magnitude_of_sides(&self, left: &Expression, right: &Expression) -> Option<Expression> {
        if !has_terms(left) && !has_terms(right) {
            return None;
        }
        let (absolute, largest) = (self.function("abs")?, self.function("max")?);
        let sides = vec![size(left, absolute), size(right, absolute)];
        Some(Expression { node: Node::Call(largest, sides), ..left.clone() })
    }

    /// The size of one amount, without its sign.
    pub(super) fn size_of(&self, amount: &Expression) -> Option<Expression> {
        Some(size_of_amount(amount, self.function("abs")?))
    }

    fn function(&self, name: &str) -> Option<&'static Function> {
        self.functions.iter().find(|function| function.name == name)
    }
}

/// Whether terms that may cancel stand in the expression itself.
fn has_terms(expression: &Expression) -> bool {
    match &expression.node {
        Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, ..) => true,
        Node::Unary(UnaryOperator::Negate, operand) => has_terms(operand),
        Node::If(_, yes, no) => has_terms(yes) || has_terms(no),
        Node::Reduce(reduction) => reduction.how == ReductionKind::Sum,
        _ => false,
    }
}

fn size(expression: &Expression, absolute: &'static Function) -> Expression {
    let size_of = |part: &Expression| Box::new(size(part, absolute));
    let node = match &expression.node {
        Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, left, right) => {
            Node::Binary(BinaryOperator::Add, size_of(left), size_of(right))
        }
        Node::Unary(UnaryOperator::Negate, operand) => return size(operand, absolute),
        Node::If(condition, yes, no) => Node::If(condition.clone(), size_of(yes), size_of(no)),
        Node::Reduce(reduction) if reduction.how == ReductionKind::Sum => {
            let arguments = reduction.arguments.iter().map(|term| size(term, absolute)).collect();
            Node::Reduce(Box::new(Reduction { arguments, ..(**reduction).clone() }))
        }
        _ => return size_of_amount(expression, absolute),
    };
    Expression { node, ..expression.clone() }
}

fn size_of_amount(amount: &Expression, absolute: &'static Function) -> Expression {
    Expression { node: Node::Call(absolute, vec![amount.clone()]), ..amount.clone() }
}
