//! What could be a figure of the model, whichever kind of source it stands in: cells of a table, or a column of a list.

use std::hash::Hash;

/// Cells of the source that could be a figure.
pub(crate) trait Candidate {
    /// The figure, by whatever tells it from others.
    type Figure: Copy + Eq + Hash;
    /// The cells, by whatever tells them from others.
    type Cells: Copy + Eq + Hash;

    /// Which figure it could be.
    fn figure(&self) -> Self::Figure;

    /// Which cells it takes, whatever figure it is for.
    fn cells(&self) -> Self::Cells;

    /// How well they fit, from 0 to 1.
    fn score(&self) -> f64;

    /// Whether another says the same in other words, and so is no rival.
    fn repeats(&self, _other: &Self) -> bool {
        false
    }
}
