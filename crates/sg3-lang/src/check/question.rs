//! What a check asks: two numbers with a margin, or any yes/no.

use super::checker::Checker;
use super::expression::literal;

use super::scope::Scope;
use super::units::is_number;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{BinaryOperator, Expression, Kind, Magnitude, Node, Question, Type};
use crate::unit::Unit;

impl Checker<'_> {
    /// Two numbers with `within`, or any yes/no.
    pub(super) fn question(&mut self, scope: &mut Scope, check: &ast::Check) -> Question {
        match (check.within, &check.within_of, &check.question.node) {
            (Some(within), _, ast::Node::Binary(BinaryOperator::Equal, left, right)) => {
                self.equal_sides(scope, check, within, [left, right])
            }
            (Some(within), Some(named), ast::Node::Binary(operator, ..)) if is_order(*operator) => {
                self.ordered_sides(scope, check, within, named)
            }
            (within, ..) => {
                if within.is_some() {
                    let message = "`within` applies only to two numbers compared with `==`";
                    let help = "beside `<=`, say what the margin is a share of: `within 1e-9 of total_cost`";
                    self.diagnostics.add(Diagnostic::error("wrong-kind", check.question.span, message).help(help));
                }
                Question::Holds(self.yes_no(scope, &check.question, "a check is a yes/no condition"))
            }
        }
    }

    fn equal_sides(
        &mut self,
        scope: &mut Scope,
        check: &ast::Check,
        within: f64,
        [left, right]: [&ast::Expression; 2],
    ) -> Question {
        let (left, right) = (self.expression(scope, left, None), self.expression(scope, right, None));
        let of = self.join(&left, &right, "compare", check.question.span);
        if !is_number(&of) {
            self.any_number(&left, "`within` compares numbers");
        }
        let is_beside_zero = left.of == Type::Zero || right.of == Type::Zero;
        let of = match &check.within_of {
            Some(named) => Magnitude::Named(self.named_magnitude(scope, named, &left, &right)),
            None if is_beside_zero => Magnitude::Unit,
            None => self.magnitude_of_sides(&left, &right).map_or(Magnitude::LargerSide, Magnitude::Terms),
        };
        Question::Equal { left, right, within, of }
    }

    /// `a <= b within w of m` is `a <= b + w * abs(m)`.
    fn ordered_sides(
        &mut self,
        scope: &mut Scope,
        check: &ast::Check,
        within: f64,
        named: &ast::Expression,
    ) -> Question {
        let whole = self.yes_no(scope, &check.question, "a check is a yes/no condition");
        let Node::Binary(operator, left, right) = &whole.node else { return Question::Holds(whole) };
        let named = self.named_magnitude(scope, named, left, right);
        let Some(size) = self.size_of(&named) else { return Question::Holds(whole) };
        let share = literal(within, Type::Of(Kind::Number(Unit::pure())), size.span);
        let margin = binary(BinaryOperator::Multiply, share, size.clone(), size.of);
        let (left, right) = ((**left).clone(), (**right).clone());
        let [left, right] = match operator {
            BinaryOperator::Less | BinaryOperator::LessOrEqual => [left, with_margin(right, margin)],
            _ => [with_margin(left, margin), right],
        };
        Question::Holds(Expression { node: Node::Binary(*operator, Box::new(left), Box::new(right)), ..whole })
    }

    /// What the author names, in the unit of the sides.
    fn named_magnitude(
        &mut self,
        scope: &mut Scope,
        named: &ast::Expression,
        left: &Expression,
        right: &Expression,
    ) -> Expression {
        let size = self.expression(scope, named, None);
        let side = if left.of == Type::Zero { right } else { left };
        self.join(side, &size, "compare", named.span);
        size
    }
}

fn is_order(operator: BinaryOperator) -> bool {
    use BinaryOperator::{Greater, GreaterOrEqual, Less, LessOrEqual};
    matches!(operator, Less | LessOrEqual | Greater | GreaterOrEqual)
}

fn with_margin(side: Expression, margin: Expression) -> Expression {
    let of = if side.of == Type::Zero { margin.of.clone() } else { side.of.clone() };
    binary(BinaryOperator::Add, side, margin, of)
}

fn binary(operator: BinaryOperator, left: Expression, right: Expression, of: Type) -> Expression {
    let span = left.span;
    Expression { node: Node::Binary(operator, Box::new(left), Box::new(right)), of, span }
}
