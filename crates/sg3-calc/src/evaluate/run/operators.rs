//! Operators on cells.

use crate::tolerance::{finite, greater, greater_or_equal, less, less_or_equal, power};
use sg3_lang::model::{BinaryOperator, UnaryOperator};

/// A row of operands: one for all cells, or one for each.
#[derive(Clone, Copy)]
pub(super) enum Operand<'r> {
    One(f64),
    Row(&'r [f64]),
}

/// `left` becomes the result; it has one cell only if the other side has no more.
pub(super) fn binary(operator: BinaryOperator, left: &mut [f64], right: Operand) {
    use BinaryOperator::{
        Add, And, Divide, Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Multiply, Or, Power, Subtract, Unequal,
    };
    match operator {
        Or => each(left, right, or),
        And => each(left, right, and),
        Equal => each(left, right, |a, b| answer(a, b, a == b)),
        Unequal => each(left, right, |a, b| answer(a, b, a != b)),
        Less => each(left, right, less),
        LessOrEqual => each(left, right, less_or_equal),
        Greater => each(left, right, greater),
        GreaterOrEqual => each(left, right, greater_or_equal),
        Add => each(left, right, |a, b| finite(a + b)),
        Subtract => each(left, right, |a, b| finite(a - b)),
        Multiply => each(left, right, |a, b| finite(a * b)),
        Divide => each(left, right, |a, b| finite(a / b)),
        Power => each(left, right, power),
    }
}

pub(super) fn unary(operator: UnaryOperator, cells: &mut [f64]) {
    match operator {
        UnaryOperator::Negate => cells.iter_mut().for_each(|cell| *cell = -*cell),
        UnaryOperator::Not => cells.iter_mut().for_each(|cell| *cell = 1.0 - *cell),
    }
}

/// Yes as soon as one side is yes, even if the other is bad.
pub(super) fn or(a: f64, b: f64) -> f64 {
    if a == 1.0 || b == 1.0 { 1.0 } else { a + b }
}

/// No as soon as one side is no, even if the other is bad.
pub(super) fn and(a: f64, b: f64) -> f64 {
    if a == 0.0 || b == 0.0 { 0.0 } else { a * b }
}

fn answer(a: f64, b: f64, yes: bool) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { f64::from(u8::from(yes)) }
}

fn each(left: &mut [f64], right: Operand, operation: impl Fn(f64, f64) -> f64) {
    match right {
        Operand::One(value) => left.iter_mut().for_each(|cell| *cell = operation(*cell, value)),
        Operand::Row(values) => left.iter_mut().zip(values).for_each(|(cell, value)| *cell = operation(*cell, *value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_side_counts_only_where_the_other_does_not_decide() {
        assert_eq!(and(0.0, f64::NAN), 0.0);
        assert!(and(1.0, f64::NAN).is_nan());
        assert_eq!(or(f64::NAN, 1.0), 1.0);
        assert!(or(f64::NAN, 0.0).is_nan());
    }

    #[test]
    fn nothing_is_laundered() {
        let mut cells = [1.0];
        binary(BinaryOperator::Divide, &mut cells, Operand::One(0.0));
        assert!(cells[0].is_nan());
        binary(BinaryOperator::Power, &mut cells, Operand::One(0.0));
        assert!(cells[0].is_nan());
    }
}
