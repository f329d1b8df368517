//! Cells of a table that could be a figure.

use crate::propose::candidate::Candidate;
use crate::understand::measure::MeasureFit;

/// Rows of a table in one of its columns, by position: the cells that are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TableCells {
    /// The table.
    pub(crate) table: usize,
    /// Its rows, by position of the group.
    pub(crate) group: usize,
    /// Its column, by position of the head.
    pub(crate) head: usize,
}

/// A cell, or cells added, that could be a figure.
#[derive(Debug, Clone)]
pub(crate) struct TableCandidate {
    /// Position of the target.
    pub(crate) target: usize,
    /// The cells.
    pub(crate) cells: TableCells,
    /// Whether members go across: the block of an input is then a row.
    pub(crate) across: bool,
    /// From 0 to 1.
    pub(crate) score: f64,
    /// How well members and input fit.
    pub(crate) fits: (f64, f64),
    /// What figures are counted in.
    pub(crate) measure: MeasureFit,
    /// Sum of the cells, in their unit.
    pub(crate) sum: f64,
}

impl Candidate for TableCandidate {
    type Figure = usize;
    type Cells = TableCells;

    fn figure(&self) -> usize {
        self.target
    }

    fn cells(&self) -> TableCells {
        self.cells
    }

    fn score(&self) -> f64 {
        self.score
    }
}
