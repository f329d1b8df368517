//! Expressions as written.

use super::{AxisName, Name, equal_wherever_they_stand};
use crate::model::{BinaryOperator, Fact, Limit, ReductionKind, UnaryOperator};
use crate::source::Span;
use std::sync::Arc;

/// An expression with its place.
#[derive(Debug, Clone)]
pub struct Expression {
    /// What it says.
    pub node: Node,
    /// Its place.
    pub span: Span,
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A number, and half of its last written digit.
    Number(f64, f64),
    /// `yes`, `no`
    YesNo(bool),
    /// Year, month, day.
    Date(i32, u32, u32),
    /// A key between quotation marks.
    Text(Arc<str>),
    /// `else`, in tables.
    Else,
    /// A name, perhaps with brackets.
    Place(Place),
    /// `-x`, `not x`
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b`; with the place of the operator.
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    /// `if c then a else b`
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `ceil(x)`
    Call(Name, Vec<Expression>),
    /// `first(year)`
    Fact(Fact, Name),
    /// `sum(x over a)`
    Reduce(Box<Reduction>),
    /// `(x with y = 0)`
    World(Box<Expression>, Vec<(Place, Expression)>),
}

/// A name, perhaps with brackets.
#[derive(Debug, Clone)]
pub struct Place {
    /// The name.
    pub name: Name,
    /// What stands between the brackets.
    pub indices: Vec<Index>,
    /// What stands beyond the ends.
    pub beyond: Option<Box<Expression>>,
    /// All of it.
    pub span: Span,
}

/// One index.
#[derive(Debug, Clone)]
pub struct Index {
    /// The axis, if it is named.
    pub axis: Option<Name>,
    /// The member.
    pub base: IndexBase,
    /// `+ 1`, `- lead`: whether it goes back, and by how much.
    pub shift: Option<(bool, Expression)>,
    /// All of it.
    pub span: Span,
}

/// A member as written.
#[derive(Debug, Clone, PartialEq)]
pub enum IndexBase {
    /// A name: axis, member or member-valued quantity.
    Place(Place),
    /// A key between quotation marks.
    Text(Arc<str>),
    /// `2025`
    Number(i64),
    /// `first`
    First,
    /// `last`
    Last,
    /// `all`
    All,
}

/// A reduction as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Reduction {
    /// How.
    pub how: ReductionKind,
    /// What.
    pub arguments: Vec<Expression>,
    /// Over which axes.
    pub axes: Vec<AxisName>,
    /// `before year`
    pub limit: Option<(Limit, Name)>,
    /// `where`
    pub filter: Option<Expression>,
    /// `by`
    pub by: Vec<Name>,
    /// `at`
    pub at: Option<Expression>,
    /// `from`
    pub from: Option<Expression>,
    /// `to`
    pub to: Option<f64>,
}

equal_wherever_they_stand! {
    Expression: node;
    Place: name, indices, beyond;
    Index: axis, base, shift;
}

impl ReductionKind {
    /// Every way to reduce, with the word for it.
    pub const WORDS: [(&'static str, ReductionKind); 15] = [
        ("sum", ReductionKind::Sum),
        ("product", ReductionKind::Product),
        ("min", ReductionKind::Min),
        ("max", ReductionKind::Max),
        ("mean", ReductionKind::Mean),
        ("weighted_mean", ReductionKind::WeightedMean),
        ("count", ReductionKind::Count),
        ("any", ReductionKind::Any),
        ("all", ReductionKind::All),
        ("first", ReductionKind::First),
        ("last", ReductionKind::Last),
        ("cumulative", ReductionKind::Cumulative),
        ("apportion", ReductionKind::Apportion),
        ("lookup", ReductionKind::Lookup),
        ("interpolate", ReductionKind::Interpolate),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// Whether the axes stay: the reduction goes along axes that are in scope.
    pub fn keeps_axes(self) -> bool {
        matches!(self, ReductionKind::Cumulative | ReductionKind::Apportion)
    }
}

impl BinaryOperator {
    /// Every operator: how it is written, how tightly it binds.
    pub const SIGNS: [(&'static str, BinaryOperator, u8); 13] = [
        ("or", BinaryOperator::Or, 1),
        ("and", BinaryOperator::And, 2),
        ("==", BinaryOperator::Equal, 4),
        ("!=", BinaryOperator::Unequal, 4),
        ("<", BinaryOperator::Less, 4),
        ("<=", BinaryOperator::LessOrEqual, 4),
        (">", BinaryOperator::Greater, 4),
        (">=", BinaryOperator::GreaterOrEqual, 4),
        ("+", BinaryOperator::Add, 5),
        ("-", BinaryOperator::Subtract, 5),
        ("*", BinaryOperator::Multiply, 6),
        ("/", BinaryOperator::Divide, 6),
        ("^", BinaryOperator::Power, 8),
    ];

    /// How it is written.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.iter().find(|(_, operator, _)| *operator == self).map_or("", |(sign, _, _)| sign)
    }

    /// How tightly it binds: the larger, the tighter.
    pub fn strength(self) -> u8 {
        Self::SIGNS.iter().find(|(_, operator, _)| *operator == self).map_or(0, |(_, _, strength)| *strength)
    }
}
