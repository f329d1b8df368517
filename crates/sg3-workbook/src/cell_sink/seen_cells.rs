//! Which cells of a sheet were there before.

use std::collections::HashSet;

/// The cells that were seen. Most files are in order, where eight bytes a cell are enough.
#[derive(Default)]
pub(crate) struct SeenCells {
    ascending: Vec<u64>,
    others: HashSet<u64>,
}

impl SeenCells {
    /// Notes a cell; false if it was there before.
    pub(crate) fn insert(&mut self, row: u32, column: u32) -> bool {
        let cell = u64::from(row) << 32 | u64::from(column);
        if self.ascending.last().is_none_or(|last| *last < cell) {
            self.ascending.push(cell);
            return true;
        }
        self.ascending.binary_search(&cell).is_err() && self.others.insert(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_known_again_in_any_order() {
        let mut seen = SeenCells::default();
        let order = [(0, 0), (5, 5), (2, 2), (5, 5), (2, 2), (0, 0), (9, 0)];
        assert_eq!(order.map(|(row, column)| seen.insert(row, column)), [true, true, true, false, false, false, true]);
    }
}
