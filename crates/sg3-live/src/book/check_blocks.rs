//! The blocks of a check.

use super::id::BlockId;

/// The blocks of a check.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CheckBlocks {
    /// Position in the model's checks.
    pub(crate) check: usize,
    /// The left side, if the check compares two numbers.
    pub(crate) left: Option<BlockId>,
    /// The right side.
    pub(crate) right: Option<BlockId>,
    /// By member: 1 if it passes, 0 if it fails, blank where it does not apply.
    pub(crate) holds: BlockId,
}
