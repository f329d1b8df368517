//! Where a block stands.

/// Where the first value of a block is. Rows and columns are counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockPlace {
    /// Position among the sheets of the book.
    pub sheet: usize,
    /// Row of the title.
    pub(crate) top: u32,
    /// Row of the first value.
    pub row: u32,
    /// Column of the first value.
    pub column: u16,
}

impl BlockPlace {
    /// The row with the numbers of the members across, directly above the values.
    pub(crate) fn heading_row(&self) -> u32 {
        self.row - 1
    }
}
