//! The blocks of a check.

use super::id::BlockId;

/// The blocks of a check.
#[derive(Debug, Clone, Copy)]
pub struct CheckBlocks {
    /// Position in the model's checks.
    pub check: usize,
    /// The left side, if the check compares two numbers.
    pub left: Option<BlockId>,
    /// The right side.
    pub right: Option<BlockId>,
    /// By member: 1 if it passes, 0 if it fails, blank where it does not apply.
    pub holds: BlockId,
}
