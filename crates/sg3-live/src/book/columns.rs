//! The columns that all sheets of blocks share.

/// Columns that all sheets share, so that years stand below each other everywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct SheetColumns {
    /// Numbers of members, one column for each axis that goes down.
    pub(crate) numbers: u16,
}

impl SheetColumns {
    /// The letter of a style.
    pub(crate) const MARK: u16 = 0;
    /// The label of a row.
    pub(crate) const LABEL: u16 = 1;
    /// The first column of numbers of members.
    pub(crate) const NUMBERS: u16 = 2;

    /// The column of units.
    pub(crate) fn unit(self) -> u16 {
        SheetColumns::NUMBERS + self.numbers
    }

    /// The column of what stands before the first year.
    pub(crate) fn opening(self) -> u16 {
        self.unit() + 1
    }

    /// The column of the first value.
    pub(crate) fn first(self) -> u16 {
        self.unit() + 2
    }
}
