//! Compiled formulas as plain data: what `compile` makes and `run` computes.

use super::kernel::Kernel;
use crate::member_order::MemberOrder;
use rust_decimal::Decimal;
use sg3_lang::model::{Group, QuantityId};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// One array over loops: a formula with the loops around it.
#[derive(Debug)]
pub(super) struct Program {
    /// Axes of the scope, first outermost.
    pub loops: Vec<usize>,
    /// Number of members along each.
    pub shape: Vec<usize>,
    pub rows: RowLayout,
    pub body: Kernel,
    /// Parts that are computed before the loops.
    pub temporaries: Vec<Temporary>,
    /// Number of axes of the scope.
    pub scope: usize,
}

/// The axis of the row, and from which of the loops on a row goes through all: `loops[flat..]`.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowLayout {
    pub inner: Option<usize>,
    pub flat: usize,
}

/// A part of a formula that is computed before its loops.
#[derive(Debug)]
pub(super) struct Temporary {
    pub source: Source,
    /// Whether it stays the same while a recurrence goes on.
    pub steady: bool,
}

/// How a part is computed.
#[derive(Debug)]
pub(super) enum Source {
    Plain(Program),
    /// Running totals along the last axes of the program, so many of them; where a filter says so.
    Cumulative(Program, Option<Program>, usize),
    /// Amounts that add up to their rounded total along the last axes of the program.
    Apportioned(Program, Option<Program>, usize, Decimal),
    Ordered(Box<OrderedProgram>),
    Counterfactual(CounterfactualProgram),
    Grouped(GroupedSum),
}

impl Source {
    /// The axes along which the part varies.
    pub(super) fn loops(&self) -> &[usize] {
        match self {
            Source::Plain(program) | Source::Cumulative(program, ..) | Source::Apportioned(program, ..) => {
                &program.loops
            }
            Source::Ordered(ordered) => &ordered.key.loops,
            Source::Counterfactual(counterfactual) => &counterfactual.loops,
            Source::Grouped(sum) => &sum.loops,
        }
    }
}

/// Running totals, or ranks, in the order of a key along the last axes.
#[derive(Debug)]
pub(super) struct OrderedProgram {
    /// What is added up; nothing for ranks.
    pub terms: Option<Program>,
    pub key: Program,
    pub filter: Option<Program>,
    /// Number of the last axes.
    pub kept: usize,
    pub order: MemberOrder,
}

/// A value in counterfactuals, one for each combination of the axes that tell them apart.
#[derive(Debug)]
pub(super) struct CounterfactualProgram {
    /// First the axes that tell counterfactuals apart, then those of the value within one.
    pub loops: Vec<usize>,
    /// The axes that tell counterfactuals apart, with their numbers of members.
    pub keys: Vec<(usize, usize)>,
    pub body: Program,
    pub replacements: Vec<Replacement>,
    /// What the body reads.
    pub dependencies: BTreeSet<QuantityId>,
    /// Whether it stays the same while a recurrence goes on, so that it can be shared.
    pub steady: bool,
    /// What is computed again, for the quantities that were cut outside.
    pub steps: RefCell<Option<(Vec<bool>, Vec<Group>)>>,
}

/// What is replaced in a counterfactual, where and by what.
#[derive(Debug)]
pub(super) struct Replacement {
    pub target: QuantityId,
    pub value: Program,
    /// For each axis of the target: the place, or which loop of the value it is.
    pub places: Vec<Along>,
}

/// Where along an axis of the target cells are replaced.
#[derive(Debug)]
pub(super) enum Along {
    /// At the one place that the program gives.
    Fixed(Program),
    /// At every member: this loop of the value.
    Loop(usize),
}

/// A sum of terms whose filter says to which member of an axis each belongs: `sum(cost over account by kind_of)`.
#[derive(Debug)]
pub(super) struct GroupedSum {
    /// First the axes that the terms vary along, then those of the groups.
    pub loops: Vec<usize>,
    /// The axes that the terms vary along, with their numbers of members.
    pub around: Vec<(usize, usize)>,
    /// Numbers of members along the axes of the groups.
    pub groups: Vec<usize>,
    pub value: Program,
    /// For each axis of the groups: to which member a term belongs.
    pub keys: Vec<Program>,
    pub filters: Vec<Program>,
}
