//! Checked expressions: every name an id, every axis a position in the scope, every node with its type and place.

use super::dimension::MemberRef;
use super::id::{AxisId, DimensionId, QuantityId};
use super::kind::{Kind, Type};
use super::operator::{BinaryOperator, Extreme, Fact, Limit, ReductionKind, UnaryOperator};
use crate::function::Function;
use crate::source::Span;

/// An expression with its type and place.
#[derive(Debug, Clone)]
pub struct Expression {
    /// What is computed, from which parts.
    pub node: Node,
    /// The type of the value.
    pub of: Type,
    /// Where it stands in the text.
    pub span: Span,
}

impl Expression {
    /// The two numbers that it compares, if it does.
    pub fn compared_numbers(&self) -> Option<(BinaryOperator, [&Expression; 2])> {
        let Node::Binary(operator, left, right) = &self.node else { return None };
        let is_number = |side: &Expression| matches!(side.of, Type::Zero | Type::Of(Kind::Number(_)));
        let compares = operator.is_comparison() && is_number(left) && is_number(right);
        compares.then_some((*operator, [&**left, &**right]))
    }
}

/// What an expression computes, from which parts.
#[derive(Debug, Clone)]
pub enum Node {
    /// A number, yes (1), no (0) or date.
    Literal(f64),
    /// A member that the text names.
    Member(DimensionId, MemberRef),
    /// Where the axis is: the number of its member if it is numbered, else the member.
    Axis(AxisId),
    /// A fact about a dimension: its first or last member, or one step.
    Fact(Fact, DimensionId),
    /// A cell of another quantity.
    Read(Read),
    /// Whether there is a value where the reading in it is; the whole formula of a quantity named `price is given`.
    IsGiven(Box<Expression>),
    /// No value: the word `missing`.
    Missing,
    /// `-x`, `not x`.
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b` and the like.
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    /// Condition, then, else: the branch not taken is not looked at.
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// A call of a built-in function.
    Call(&'static Function, Vec<Expression>),
    /// A reduction over axes: `sum(x over a)`.
    Reduce(Box<Reduction>),
    /// `(x with y = 0)`: the body in a counterfactual.
    Counterfactual(Box<Counterfactual>),
}

/// A reading of one cell.
#[derive(Debug, Clone)]
pub struct Read {
    /// The quantity that is read.
    pub quantity: QuantityId,
    /// One index for each axis of the quantity.
    pub places: Vec<Index>,
    /// What stands where a shift leaves the dimension.
    pub beyond: Option<Box<Expression>>,
}

/// Where along one axis.
#[derive(Debug, Clone)]
pub struct Index {
    /// The member from which a shift counts.
    pub base: IndexBase,
    /// So many members on (negative: back).
    pub shift: Option<Box<Expression>>,
}

/// A member along an axis.
#[derive(Debug, Clone)]
pub enum IndexBase {
    /// Where an axis in scope is.
    Axis(AxisId),
    /// A fixed member, which the text names.
    Member(MemberRef),
    /// The first member of the dimension.
    First,
    /// The last member of the dimension.
    Last,
    /// The member that an expression gives, or whose number it gives.
    Value(Box<Expression>),
    /// All members (in targets of `with` only).
    All,
}

/// An expression over axes.
#[derive(Debug, Clone)]
pub struct Reduction {
    /// How the terms become one value.
    pub how: ReductionKind,
    /// The body; for `weighted_mean` also the weight, for `slope` and `intercept` what it is against; for `rank` 1, of which it is the
    /// running total.
    pub arguments: Vec<Expression>,
    /// The axes it introduces; for `cumulative`, `rank` and `apportion` the axes in scope that it goes along.
    pub axes: Vec<AxisId>,
    /// Only members before (or up to) where another axis of the same dimension is: bound axis, outer axis.
    pub limit: Option<(Limit, AxisId)>,
    /// `where`: only terms for which this holds.
    pub filter: Option<Expression>,
    /// `at`: where to look up or interpolate; which share of the values a percentile has below it.
    pub at: Option<Expression>,
    /// `from`: lower bounds of the bands.
    pub from: Option<Expression>,
    /// `from least deficit`: the order in which members come, where it is not theirs in the dimension.
    pub order: Option<Order>,
    /// `to`: smallest part of an apportionment.
    pub to: Option<f64>,
}

/// An order of members by a value of theirs, rounded to 12 significant digits; equal ones as in the dimension. A member that has no such
/// value is not in it.
#[derive(Debug, Clone)]
pub struct Order {
    /// Which value comes first.
    pub first: Extreme,
    /// By what the members are ordered.
    pub key: Expression,
}

/// `(x with y = 0)`: the value of an expression if some quantities had other values.
#[derive(Debug, Clone)]
pub struct Counterfactual {
    /// What is wanted of the counterfactual.
    pub body: Expression,
    /// What is different there.
    pub substitutions: Vec<Substitution>,
    /// Axes of the enclosing scope that tell one counterfactual from another.
    pub axes: Vec<AxisId>,
}

/// One quantity with other values in a counterfactual.
#[derive(Debug, Clone)]
pub struct Substitution {
    /// The quantity whose values are replaced.
    pub target: QuantityId,
    /// Which cells: one index for each axis of the target.
    pub places: Vec<Index>,
    /// Axes that stand for the target's own axes in `value`; `None` where the place is fixed.
    pub axes: Vec<Option<AxisId>>,
    /// The new value, read outside of the counterfactual.
    pub value: Expression,
}
