//! Operators: what is missing spreads, unless the other side decides.

use crate::book::formula::{Arithmetic, Comparison};
use sg3_calc::tolerance;

pub(super) fn arithmetic(operator: Arithmetic, left: f64, right: f64) -> f64 {
    if left.is_nan() || right.is_nan() {
        return f64::NAN;
    }
    tolerance::finite(match operator {
        Arithmetic::Add => left + right,
        Arithmetic::Subtract => left - right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Divide => left / right,
        Arithmetic::Power => tolerance::power(left, right),
    })
}

pub(super) fn compare(comparison: Comparison, left: f64, right: f64) -> f64 {
    match comparison {
        Comparison::Equal | Comparison::Unequal if left.is_nan() || right.is_nan() => f64::NAN,
        Comparison::Equal => f64::from(u8::from(left == right)),
        Comparison::Unequal => f64::from(u8::from(left != right)),
        Comparison::Less => tolerance::less(left, right),
        Comparison::LessOrEqual => tolerance::less_or_equal(left, right),
        Comparison::Greater => tolerance::greater(left, right),
        Comparison::GreaterOrEqual => tolerance::greater_or_equal(left, right),
    }
}

/// 0 if either is, though the other be missing.
pub(super) fn and(all: f64, part: f64) -> f64 {
    if all == 0.0 || part == 0.0 { 0.0 } else { all * part }
}

/// 1 if either is, though the other be missing.
pub(super) fn or(any: f64, part: f64) -> f64 {
    if any == 1.0 || part == 1.0 { 1.0 } else { any + part }
}
