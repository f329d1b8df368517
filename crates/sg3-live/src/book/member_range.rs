//! Where the members of a dimension are listed.

use sg3_lang::model::DimensionId;

/// Rows of the sheet Members that list the members of a dimension.
#[derive(Debug, Clone)]
pub(crate) struct MemberRange {
    /// The dimension.
    pub(crate) dimension: DimensionId,
    /// Row of the first member, from zero.
    pub(crate) first_row: u32,
    /// Number of members, one row each; never zero.
    pub(crate) count: u32,
}

impl MemberRange {
    /// Row of the last member, from zero.
    pub(crate) fn last_row(&self) -> u32 {
        self.first_row + self.count - 1
    }
}
