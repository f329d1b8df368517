//! What values are, and what expressions are.

use super::id::DimensionId;
use crate::unit::Unit;

/// What the values of a quantity are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A number in a unit.
    Number(Unit),
    /// Yes (1) or no (0).
    YesNo,
    /// A day, as a spreadsheet counts days; see [`day`](crate::day).
    Date,
    /// A member of a dimension, by position from zero.
    Member(DimensionId),
}

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// A value of a kind.
    Of(Kind),
    /// A literal zero, which fits every unit.
    Zero,
    /// The word `missing`, which fits every kind.
    Missing,
    /// Of something that was already complained about, so that one mistake makes one message.
    Unknown,
}

impl Type {
    /// The type of numbers in a unit.
    pub fn number(unit: Unit) -> Type {
        Type::Of(Kind::Number(unit))
    }

    /// The type of pure numbers.
    pub fn pure() -> Type {
        Type::number(Unit::pure())
    }
}
