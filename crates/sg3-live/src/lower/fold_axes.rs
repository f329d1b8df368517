//! The axes that a fold goes along, and how far.

use sg3_lang::model::AxisId;

/// The axes that a fold goes along, and how far.
#[derive(Debug, Clone)]
pub(super) struct FoldAxes<'s> {
    pub(super) axes: &'s [AxisId],
    /// Only members before (or up to and with) where this axis of the block is.
    pub(super) limit: Option<(usize, bool)>,
}

impl<'s> FoldAxes<'s> {
    /// All members of the axes.
    pub(super) fn whole(axes: &'s [AxisId]) -> FoldAxes<'s> {
        FoldAxes { axes, limit: None }
    }
}
