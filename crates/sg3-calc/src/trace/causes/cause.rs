//! What is at the root of a bad cell.

use sg3_lang::Span;
use sg3_lang::model::QuantityId;
use std::collections::{BTreeMap, BTreeSet};

/// Cells of one output or check that are followed; where one input is missing as a whole, more would say the same.
pub(super) const MOST_CELLS: usize = 300;

/// What is at the root of bad cells, wherever it comes up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    /// An input without a value.
    Missing(QuantityId),
    /// A part of a formula that cannot be computed.
    Impossible(Span, Impossible),
}

/// Why a part of a formula cannot be computed although everything it reads is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Impossible {
    DivisionByZero,
    Power,
    TooLarge,
    Outside(&'static str),
    Nothing(&'static str),
    NotCounted(&'static str),
    Falling(&'static str),
    BelowBands(&'static str),
    AboveBands(&'static str),
    NoMember,
    BeyondMembers,
    BlankCell,
    /// The model says `missing`.
    Stated,
}

/// Where a cause comes up, and what waits for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// Quantity and cell: the missing cells, or those whose formula cannot be computed.
    pub cells: BTreeSet<(QuantityId, usize)>,
    /// Outputs and checks that wait for the cause to go.
    pub waiting: BTreeSet<String>,
    /// Input cells that are zero, for a division.
    pub zeros: BTreeSet<(QuantityId, usize)>,
    /// What was looked for outside all bands, for the first of the cells.
    pub missed: Option<Missed>,
}

/// What was looked for, and the bound outside which it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missed {
    pub sought: Figure,
    pub bound: Figure,
}

/// A value, and the cell that has it if it is that of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub value: f64,
    pub cell: Option<(QuantityId, usize)>,
}

/// The causes behind one bad cell.
pub(super) type Found = BTreeSet<Cause>;

/// All causes with their reach.
pub(super) type Causes = BTreeMap<Cause, Reach>;
