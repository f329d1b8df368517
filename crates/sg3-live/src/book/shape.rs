//! Positions in an array of cells.

/// The place of a cell, last axis fastest.
pub(crate) fn place_in(shape: &[usize], mut cell: usize) -> Vec<usize> {
    let mut place = vec![0; shape.len()];
    for axis in (0..shape.len()).rev() {
        place[axis] = cell % shape[axis].max(1);
        cell /= shape[axis].max(1);
    }
    place
}
