//! Checked expressions: every name an id, every axis a position in the scope, every node with its type and place.

use super::{Axis, DimensionId, Kind, QuantityId};
use crate::function::Function;
use crate::source::Span;
use crate::unit::Unit;
use std::sync::Arc;

/// Position in the scope of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AxisId(pub u32);

/// What a quantity is equal to.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Every axis that the body uses: first those of the head, then those that reductions introduce.
    pub scope: Vec<Axis>,
    /// One formula, or one for each member.
    pub body: Body,
}

/// One formula for all members, or formulas by member.
#[derive(Debug, Clone)]
pub enum Body {
    /// The same for all.
    Formula(Expression),
    /// By member.
    Table(Table),
}

/// Values or formulas by member. The first entry that fits a place is the one that counts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Entries, those that name members before those that say `else`.
    pub entries: Vec<Entry>,
    /// Number of axes.
    pub axes: usize,
}

/// One cell of a table.
#[derive(Debug, Clone)]
pub struct Entry {
    /// A member for each axis; nothing stands for every member.
    pub place: Vec<Option<MemberRef>>,
    /// Its value; nothing is a cell left blank.
    pub value: Option<Expression>,
    /// Where it is.
    pub span: Span,
}

/// A member by position where the model lists it, by key where the data do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MemberRef {
    /// Position in the model's own list (or bit mask, for subsets).
    Position(usize),
    /// Key.
    Key(Arc<str>),
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// A value of a kind.
    Of(Kind),
    /// A literal zero, which fits every unit.
    Zero,
    /// Something that was already complained about.
    Unknown,
}

/// An expression with its type and place.
#[derive(Debug, Clone)]
pub struct Expression {
    /// What it does.
    pub node: Node,
    /// What it is.
    pub of: Type,
    /// Where it is.
    pub span: Span,
}

/// What an expression does.
#[derive(Debug, Clone)]
pub enum Node {
    /// A number, yes (1), no (0) or date.
    Literal(f64),
    /// A member.
    Member(DimensionId, MemberRef),
    /// Where the axis is: the number of its member if it is numbered, else the member.
    Axis(AxisId),
    /// A fact about a dimension: its first or last member, or one step.
    Fact(Fact, DimensionId),
    /// A cell of another quantity.
    Read(Read),
    /// `-x`, `not x`.
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b` and the like.
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    /// Condition, then, else: the branch not taken is not looked at.
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// A built-in function.
    Call(&'static Function, Vec<Expression>),
    /// Something over axes.
    Reduce(Box<Reduction>),
    /// The body in another world.
    World(Box<World>),
}

/// Facts about a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Its first member (its number, if it is numbered).
    First,
    /// Its last member.
    Last,
    /// One step.
    Step,
}

/// A reading of one cell.
#[derive(Debug, Clone)]
pub struct Read {
    /// Of what.
    pub quantity: QuantityId,
    /// One index for each of its axes.
    pub places: Vec<Index>,
    /// What stands where a shift leaves the dimension.
    pub beyond: Option<Box<Expression>>,
}

/// Where along one axis.
#[derive(Debug, Clone)]
pub struct Index {
    /// The member.
    pub base: IndexBase,
    /// So many members on (negative: back).
    pub shift: Option<Box<Expression>>,
}

/// A member along an axis.
#[derive(Debug, Clone)]
pub enum IndexBase {
    /// Where an axis in scope is.
    Axis(AxisId),
    /// A fixed member.
    Member(MemberRef),
    /// The first.
    First,
    /// The last.
    Last,
    /// The member that an expression gives.
    Value(Box<Expression>),
    /// All of them (in targets only).
    All,
}

/// Operators before an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`
    Negate,
    /// `not`
    Not,
}

/// Operators between operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// An expression over axes.
#[derive(Debug, Clone)]
pub struct Reduction {
    /// How.
    pub how: ReductionKind,
    /// What: the body, and for `weighted_mean` the weight.
    pub arguments: Vec<Expression>,
    /// The axes it introduces; for `cumulative` and `apportion` the axes in scope that it goes along.
    pub axes: Vec<AxisId>,
    /// Only members before (or up to) where another axis of the same dimension is: bound axis, outer axis.
    pub limit: Option<(Limit, AxisId)>,
    /// Only where this holds.
    pub filter: Option<Expression>,
    /// `at`: where to look up or interpolate.
    pub at: Option<Expression>,
    /// `from`: lower bounds of the bands.
    pub from: Option<Expression>,
    /// `to`: smallest part of an apportionment.
    pub to: Option<f64>,
}

/// How far a reduction goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Strictly earlier members.
    Before,
    /// That member too.
    Upto,
}

/// Ways to reduce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ReductionKind {
    Sum,
    Product,
    Min,
    Max,
    Mean,
    WeightedMean,
    Count,
    Any,
    All,
    First,
    Last,
    Cumulative,
    Apportion,
    Lookup,
    Interpolate,
}

/// An expression in another world.
#[derive(Debug, Clone)]
pub struct World {
    /// What is wanted.
    pub body: Expression,
    /// What is different there.
    pub substitutions: Vec<Substitution>,
    /// Axes of the enclosing scope that tell one such world from another.
    pub axes: Vec<AxisId>,
}

/// A replaced quantity.
#[derive(Debug, Clone)]
pub struct Substitution {
    /// Which.
    pub target: QuantityId,
    /// Where: one index for each of its axes.
    pub places: Vec<Index>,
    /// Axes that stand for the target's own axes in `value`; `None` where the place is fixed.
    pub axes: Vec<Option<AxisId>>,
    /// By what, read in the enclosing world.
    pub value: Expression,
}

impl Type {
    /// A number of a unit.
    pub fn number(unit: Unit) -> Type {
        Type::Of(Kind::Number(unit))
    }

    /// The pure number.
    pub fn pure() -> Type {
        Type::number(Unit::pure())
    }
}
