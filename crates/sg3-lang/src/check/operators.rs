//! Operators: what they take, and the unit of what they give.

use super::checker::Checker;
use super::expression::literal;
use super::scope::Scope;
use super::units::is_number;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{BinaryOperator, DimensionId, Expression, Kind, Node, Type, UnaryOperator};
use crate::source::Span;
use crate::unit::Unit;

impl Checker<'_> {
    pub(super) fn unary(
        &mut self,
        scope: &mut Scope,
        operator: UnaryOperator,
        operand: &ast::Expression,
        span: Span,
    ) -> Expression {
        let operand = match operator {
            UnaryOperator::Not => self.yes_no(scope, operand, "`not` takes a yes/no value"),
            UnaryOperator::Negate => self.expression(scope, operand, None),
        };
        if operator == UnaryOperator::Negate {
            self.any_number(&operand, "only a number can be negated");
        }
        let of = operand.of.clone();
        Expression { node: Node::Unary(operator, Box::new(operand)), of, span }
    }

    pub(super) fn binary(
        &mut self,
        scope: &mut Scope,
        operator: BinaryOperator,
        left: &ast::Expression,
        right: &ast::Expression,
        span: Span,
    ) -> Expression {
        use BinaryOperator::{
            Add, And, Divide, Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Multiply, Or, Power, Subtract, Unequal,
        };
        let (left, right) = match operator {
            Or | And => {
                (self.yes_no(scope, left, "joins yes/no values"), self.yes_no(scope, right, "joins yes/no values"))
            }
            Equal | Unequal => self.sides_that_may_be_keys(scope, left, right),
            _ => (self.expression(scope, left, None), self.expression(scope, right, None)),
        };
        let of = match operator {
            Or | And => Type::Of(Kind::YesNo),
            Equal | Unequal => self.equality(&left, &right, span),
            Less | LessOrEqual | Greater | GreaterOrEqual => self.comparison(&left, &right, span),
            Add => self.sum(&left, &right, "add", span),
            Subtract => self.sum(&left, &right, "subtract", span),
            Multiply => self.product(&left, &right, Unit::times),
            Divide => self.product(&left, &right, Unit::over),
            Power => self.power(&left, &right),
        };
        Expression { node: Node::Binary(operator, Box::new(left), Box::new(right)), of, span }
    }

    /// Both sides of `==`; a bare key on one side is a member of what the other side is.
    fn sides_that_may_be_keys(
        &mut self,
        scope: &mut Scope,
        left: &ast::Expression,
        right: &ast::Expression,
    ) -> (Expression, Expression) {
        if self.is_bare_key(scope, left) {
            let right = self.expression(scope, right, None);
            return (self.expression(scope, left, member_of(&right)), right);
        }
        let left = self.expression(scope, left, None);
        let right = self.expression(scope, right, member_of(&left));
        (left, right)
    }

    fn is_bare_key(&self, scope: &Scope, written: &ast::Expression) -> bool {
        let is_text = matches!(written.node, ast::Node::Text(_));
        is_text
            || written
                .as_name()
                .is_some_and(|name| scope.find(&name.text).is_none() && self.quantity_of(&name.text).is_none())
    }

    fn equality(&mut self, left: &Expression, right: &Expression, span: Span) -> Type {
        if self.has_missing_side(left, right, span) {
            return Type::Of(Kind::YesNo);
        }
        self.join(left, right, "compare", span);
        let numbers = is_number(&left.of) && is_number(&right.of);
        let known = left.of != Type::Unknown && right.of != Type::Unknown;
        let exact = [left, right]
            .iter()
            .any(|side| side.of == Type::Zero || matches!(side.node, Node::Axis(_) | Node::Fact(..)));
        if numbers && known && !exact {
            let message = "numbers are compared with `==` only in a check";
            let help = "computed numbers are rarely exactly equal: compare with `<=`, with a literal 0, or write a check with `within`";
            self.diagnostics.add(Diagnostic::error("equal-numbers", span, message).help(help));
        }
        Type::Of(Kind::YesNo)
    }

    /// Nothing is equal to a value that is not there, or less.
    fn has_missing_side(&mut self, left: &Expression, right: &Expression, span: Span) -> bool {
        let is_missing = [left, right].iter().any(|side| matches!(side.node, Node::Missing));
        if is_missing {
            let message = "a value that is missing cannot be compared";
            let help = "whether there is a value is written `price is given`, or `not price is given`";
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message).help(help));
        }
        is_missing
    }

    fn comparison(&mut self, left: &Expression, right: &Expression, span: Span) -> Type {
        if self.has_missing_side(left, right, span) {
            return Type::Of(Kind::YesNo);
        }
        let joined = self.join(left, right, "compare", span);
        if matches!(joined, Type::Of(Kind::YesNo | Kind::Member(_))) {
            let message = format!("{} cannot be ordered", self.kind_name(&joined));
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message));
        }
        Type::Of(Kind::YesNo)
    }

    fn sum(&mut self, left: &Expression, right: &Expression, doing: &str, span: Span) -> Type {
        let joined = self.join(left, right, doing, span);
        if !is_number(&joined) {
            let message = format!("cannot {doing} {}", self.kind_name(&joined));
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message));
            return Type::Unknown;
        }
        joined
    }

    fn product(&mut self, left: &Expression, right: &Expression, join: fn(&Unit, &Unit) -> Unit) -> Type {
        self.any_number(left, "a factor must be a number");
        self.any_number(right, "a factor must be a number");
        match (&left.of, &right.of) {
            (Type::Of(Kind::Number(one)), Type::Of(Kind::Number(two))) => Type::number(join(one, two)),
            (Type::Unknown, _) | (_, Type::Unknown) => Type::Unknown,
            (Type::Zero, other) | (other, Type::Zero) if is_number(other) => Type::Zero,
            _ => Type::Unknown,
        }
    }

    fn power(&mut self, base: &Expression, exponent: &Expression) -> Type {
        self.any_number(base, "only a number can be raised to a power");
        if let Type::Of(Kind::Number(unit)) = &exponent.of
            && !unit.is_pure()
        {
            let message = format!("an exponent must be a pure number, not `{unit}`");
            let help = "`compound(rate, time)` is (1 + rate)^time with units that agree";
            self.diagnostics.add(Diagnostic::error("wrong-exponent", exponent.span, message).help(help));
            return Type::Unknown;
        }
        match (&base.of, &exponent.node) {
            (Type::Of(Kind::Number(unit)), _) if unit.is_pure() => Type::pure(),
            (Type::Of(Kind::Number(unit)), Node::Literal(power)) if power.fract() == 0.0 && power.abs() < 100.0 => {
                Type::number(unit.power(*power as i32))
            }
            (Type::Of(Kind::Number(unit)), _) => {
                let message = format!("`{unit}` can only be raised to a whole number that is written out");
                self.diagnostics.add(Diagnostic::error("wrong-exponent", exponent.span, message));
                Type::Unknown
            }
            (other, _) => other.clone(),
        }
    }

    /// A literal in the unit that is declared for it: in constants, ranges, defaults, tables of numbers and cases.
    pub(super) fn literal_of(&mut self, written: &ast::Expression, kind: &Kind, declared: Span) -> Expression {
        let expected = if let Kind::Member(dimension) = kind { Some(*dimension) } else { None };
        if let (Some(value), Kind::Number(unit)) = (plain_number(written), kind) {
            return literal(value, Type::number(unit.clone()), written.span);
        }
        // a key is meant here, whatever else bears its name
        let key = written.as_name().map(|name| &*name.text);
        let is_member = |key: &&str| expected.is_some_and(|dimension| self.find_member(dimension, key).is_some());
        if let Some(key) = key.filter(is_member) {
            return self.key(key, expected, written.span);
        }
        let value = self.expression(&mut Scope::default(), written, expected);
        if is_value(&value) {
            self.fits(kind, &value, declared, "declared here");
        } else {
            let message = "a value stands here, and this is a formula";
            let help = "write the number, key, date, `yes`, `no` or `missing`; a formula has a name and is defined";
            self.diagnostics.add(Diagnostic::error("not-a-value", written.span, message).help(help));
        }
        value
    }
}

/// Whether an expression is one value, or wrong already.
fn is_value(expression: &Expression) -> bool {
    let is_literal = match &expression.node {
        Node::Literal(_) | Node::Member(..) | Node::Missing => true,
        Node::Unary(UnaryOperator::Negate, operand) => is_value(operand),
        _ => false,
    };
    is_literal || expression.of == Type::Unknown
}

/// The value of a number, perhaps with a minus before it.
pub(super) fn plain_number(written: &ast::Expression) -> Option<f64> {
    match &written.node {
        ast::Node::Number(value, _) => Some(*value),
        ast::Node::Unary(UnaryOperator::Negate, operand) => plain_number(operand).map(|value| -value),
        _ => None,
    }
}

fn member_of(side: &Expression) -> Option<DimensionId> {
    match side.of {
        Type::Of(Kind::Member(dimension)) => Some(dimension),
        _ => None,
    }
}
