//! Expressions as written.

use super::equality::equal_wherever_they_stand;
use super::name::{AxisName, Name};
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
    Counterfactual(Box<Expression>, Vec<(Place, Expression)>),
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

impl Expression {
    /// The name, if the expression is nothing else.
    pub fn as_name(&self) -> Option<&Name> {
        match &self.node {
            Node::Place(place) if place.indices.is_empty() && place.beyond.is_none() => Some(&place.name),
            _ => None,
        }
    }

    /// A name as an expression.
    pub(crate) fn of_name(text: &str, span: Span) -> Expression {
        let name = Name { text: text.into(), span };
        let place = Place { name, indices: Vec::new(), beyond: None, span };
        Expression { node: Node::Place(place), span }
    }
}
