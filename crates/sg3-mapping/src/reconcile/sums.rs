//! How a mapping adds up, as data.

use crate::rules::mapping::Audited;
use crate::weights::reconcile::{OF_PRINTED_TOTAL, OF_SUM, PRINTED_UNITS, ROUNDING};

/// How a mapping adds up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reconciliation {
    /// Totals of the source over what is taken.
    pub totals: Vec<SourceTotal>,
    /// Amounts that are not used, largest first.
    pub unused: Vec<UnusedAmount>,
    /// Audited figures.
    pub audited: Vec<AuditedBalance>,
    /// Cells that count more than once.
    pub twice: Vec<DoubleCount>,
}

/// A cell of the source, by number of file and sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// Number of the file.
    pub file: usize,
    /// Number of the sheet.
    pub sheet: usize,
    /// From zero.
    pub row: u32,
    /// From zero.
    pub column: u32,
}

/// A total of the source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceTotal {
    /// Where it is.
    pub at: CellRef,
    /// Its label.
    pub label: String,
    /// What it says.
    pub amount: f64,
    /// What its parts add up to; nothing if no rows above do.
    pub parts: Option<f64>,
    /// The parts of it that are taken.
    pub taken: f64,
}

/// An amount that is not used.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedAmount {
    /// Where it is.
    pub at: CellRef,
    /// Its label.
    pub label: String,
    /// The heading of its column.
    pub heading: String,
    /// What it says.
    pub amount: f64,
    /// With its scale.
    pub size: f64,
    /// Whether others of its column are used.
    pub beside_used: bool,
    /// Whether its label says that several members share it.
    pub is_shared: bool,
    /// The reason for which somebody accepts it; empty if nobody does.
    pub accepted: String,
}

/// An audited figure, and what inputs add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditedBalance {
    /// The figure.
    pub audited: Audited,
    /// The sum of what is mapped to its inputs.
    pub mapped: f64,
}

/// A cell that counts more than once.
#[derive(Debug, Clone, PartialEq)]
pub struct DoubleCount {
    /// Where it is.
    pub at: CellRef,
    /// Lines that take it, or take a total and its part.
    pub lines: (usize, usize),
    /// Whether one line takes the total of which the other takes a part.
    pub is_total: bool,
}

impl AuditedBalance {
    /// Whether the two agree.
    pub fn holds(&self) -> bool {
        (self.mapped - self.audited.amount).abs() <= self.audited.within * self.audited.amount.abs() + ROUNDING
    }
}

impl SourceTotal {
    /// Whether its parts add up to it, but for rounding.
    pub fn adds_up(&self) -> bool {
        self.parts
            .is_some_and(|parts| (parts - self.amount).abs() <= self.amount.abs() * OF_PRINTED_TOTAL + PRINTED_UNITS)
    }

    /// Whether all of it is taken.
    pub fn is_taken(&self) -> bool {
        self.parts.is_some_and(|parts| (parts - self.taken).abs() <= parts.abs() * OF_SUM + ROUNDING)
    }
}
