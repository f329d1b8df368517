//! Rows above the values of a block: its title, its formula, the members across.

use super::block::{Block, Role};

impl Block {
    /// Rows from the title to the first value.
    pub(crate) fn rows_above(&self) -> u32 {
        u32::from(self.has_title()) + self.formula_rows() + self.member_rows()
    }

    /// Rows with the formula in the names of the model.
    pub(crate) fn formula_rows(&self) -> u32 {
        self.description.len() as u32
    }

    /// Whether its title stands above it: a single figure has it beside.
    pub(crate) fn has_title(&self) -> bool {
        !self.axes.is_empty()
    }

    /// Rows with members, their numbers included where they go across, or with the heads of columns.
    fn member_rows(&self) -> u32 {
        if self.across.is_some() {
            return 2;
        }
        u32::from(self.role == Role::InUse || self.has_title())
    }
}
