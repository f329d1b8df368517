//! Compiled expressions: what computes one row of cells.

use crate::evaluate::doubt::Doubt;
use crate::member_order::MemberOrder;
use sg3_lang::Function;
use sg3_lang::model::{BinaryOperator, Limit, QuantityId, ReductionKind, UnaryOperator};
use std::sync::Arc;

/// A compiled expression: computes one row of cells.
#[derive(Debug)]
pub(super) struct Kernel {
    /// Whether the cells of a row differ; if not, the row has one cell.
    pub varies: bool,
    /// How it is computed.
    pub work: Work,
}

/// How a row is computed.
#[derive(Debug)]
pub(super) enum Work {
    Constant(f64),
    /// The number or position of an axis, from a list by position.
    Axis(usize, Vec<f64>),
    Read(ReadKernel),
    /// Whether there is a value where a reading is.
    IsGiven(ReadKernel, Arc<Doubt>),
    /// A part that was computed before the loops.
    Stored(StoredKernel),
    Unary(UnaryOperator, Box<Kernel>),
    Binary(BinaryOperator, Box<Kernel>, Box<Kernel>),
    If(Box<[Kernel; 3]>),
    Call(&'static Function, Vec<Kernel>),
    Reduce(Box<ReduceKernel>),
    /// Where an index points: a position, infinite outside the dimension, `NaN` if unknown.
    Position(Box<Computed>),
}

/// A reading of an array.
#[derive(Debug)]
pub(super) struct ReadKernel {
    pub quantity: QuantityId,
    /// Cells to the fixed members.
    pub start: usize,
    /// Axes with their strides; that of the row is where the row starts.
    pub outer: Vec<(usize, usize)>,
    /// Stride along the row.
    pub inner: usize,
    /// Indices that are not simply an axis.
    pub computed: Vec<Computed>,
    /// What stands where a shift leaves the dimension.
    pub beyond: Option<Box<Kernel>>,
}

/// A reading of a part that was computed before.
#[derive(Debug)]
pub(super) struct StoredKernel {
    pub slot: usize,
    pub outer: Vec<(usize, usize)>,
    pub inner: usize,
}

/// An index that is computed.
#[derive(Debug)]
pub(super) struct Computed {
    pub base: Base,
    pub shift: Option<Kernel>,
    /// Members along the axis.
    pub count: usize,
    pub stride: usize,
    pub varies: bool,
}

/// Where a computed index starts from.
#[derive(Debug)]
pub(super) enum Base {
    /// Where an axis outside the row is.
    Outer(usize),
    /// Where the axis of the row is.
    Inner(usize),
    At(usize),
    Value(Kernel),
    /// The member whose number a kernel gives, among these numbers in ascending order.
    Number(Kernel, Vec<f64>),
}

/// A compiled reduction, with the loops of its own.
#[derive(Debug)]
pub(super) struct ReduceKernel {
    pub how: ReductionKind,
    /// Axes with their numbers of members, first outermost.
    pub axes: Vec<(usize, usize)>,
    pub limit: Option<LimitKernel>,
    pub body: Kernel,
    /// The weight, the lower bound of the band, what a line is against, or the key of an order.
    pub second: Option<Kernel>,
    pub filter: Option<Kernel>,
    pub at: Option<Kernel>,
    /// The order of the members, if it is not theirs; the key is the second.
    pub order: Option<MemberOrder>,
    /// Whether rows go along the last of the axes, because the result does not vary along the row outside.
    pub own_row: bool,
}

/// How far the one axis of a reduction goes.
#[derive(Debug)]
pub(super) struct LimitKernel {
    pub how: Limit,
    pub outer: usize,
    /// Whether the outer axis is the one of the row.
    pub varies: bool,
}

impl ReduceKernel {
    /// Whether it goes over all members of one axis.
    pub(super) fn goes_over_all(&self) -> bool {
        self.axes.len() == 1 && self.filter.is_none() && self.limit.is_none()
    }
}

impl Kernel {
    /// The same for every cell of a row.
    pub(super) fn constant(value: f64) -> Kernel {
        Kernel { varies: false, work: Work::Constant(value) }
    }
}
