//! Where the axes of a quantity are in the blocks by which its system is solved.

/// Positions of the axes of a quantity that a system defines, its keys not counted.
pub(super) struct SquaringAxes {
    /// How many tell counterfactuals apart.
    pub(super) keys: usize,
    /// Those along which the matrix changes.
    pub(super) steady: Vec<usize>,
    /// All but that of the unknowns.
    pub(super) others: Vec<usize>,
    /// That of the unknowns.
    pub(super) unknown: usize,
}

impl SquaringAxes {
    /// In blocks of the matrix, before the axis across.
    pub(super) fn of_matrix(&self) -> Vec<usize> {
        self.steady.iter().copied().chain([self.unknown]).collect()
    }

    /// In blocks of amounts: the unknowns stand below each other.
    pub(super) fn of_amounts(&self) -> Vec<usize> {
        self.others.iter().copied().chain([self.unknown]).collect()
    }

    /// Where an axis is in blocks of amounts, their keys not counted.
    pub(super) fn position_in_amounts(&self, axis: usize) -> usize {
        self.of_amounts().iter().position(|other| *other == axis).expect("blocks of amounts have all axes")
    }
}
