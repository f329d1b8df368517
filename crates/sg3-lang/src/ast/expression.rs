//! Expressions as written.

use super::equality::equal_wherever_they_stand;
use super::name::{AxisName, Name};
use crate::model::{BinaryOperator, Extreme, Fact, Limit, ReductionKind, UnaryOperator};
use crate::source::Span;
use std::sync::Arc;

/// An expression with its place.
#[derive(Debug, Clone)]
pub struct Expression {
    /// What it says, with its parts.
    pub node: Node,
    /// Where it stands in the text.
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
    /// `missing`: no value.
    Missing,
    /// `price is given`
    IsGiven(Place),
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
    /// The name before the brackets.
    pub name: Name,
    /// What stands between the brackets.
    pub indices: Vec<Index>,
    /// What stands beyond the ends.
    pub beyond: Option<Box<Expression>>,
    /// The whole place in the text, brackets included.
    pub span: Span,
}

/// One index between brackets: `i = year - 1`.
#[derive(Debug, Clone)]
pub struct Index {
    /// The axis, if it is named.
    pub axis: Option<Name>,
    /// The member from which a shift counts.
    pub base: IndexBase,
    /// `+ 1`, `- lead`: whether it goes back, and by how much.
    pub shift: Option<(bool, Expression)>,
    /// The whole index in the text.
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
    /// How the terms become one value.
    pub how: ReductionKind,
    /// What stands before `over`: the body, perhaps a weight.
    pub arguments: Vec<Expression>,
    /// The axes behind `over`.
    pub axes: Vec<AxisName>,
    /// `before year`
    pub limit: Option<(Limit, Name)>,
    /// `where`: only terms for which this holds.
    pub filter: Option<Expression>,
    /// `by`: quantities that say to which member a term belongs.
    pub by: Vec<Name>,
    /// `at`: where to look up or interpolate.
    pub at: Option<Expression>,
    /// `from`: lower bounds of the bands.
    pub from: Option<Expression>,
    /// `from least deficit`: which value comes first, and of what; of a `rank` what stands before `over`.
    pub order: Option<(Extreme, Option<Expression>)>,
    /// `to`: smallest part of an apportionment.
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
