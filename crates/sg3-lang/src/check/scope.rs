//! The axes under control at a point of a formula.

use crate::model::{Axis, AxisId, Fact};
use std::sync::Arc;

/// An axis that is not at its first, or not at its last member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guard {
    pub axis: AxisId,
    pub end: Fact,
}

/// All axes that a definition uses, and which of them are in scope at this point.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    pub axes: Vec<Axis>,
    pub visible: Vec<AxisId>,
    /// What is known of where the axes are, in a branch of an `if`.
    pub guards: Vec<Guard>,
    /// Name of the `use` that the formula belongs to; empty in the document itself.
    pub instance: String,
}

impl Scope {
    pub(super) fn of_head(axes: &[Axis], instance: &str) -> Scope {
        let visible = (0..axes.len() as u32).map(AxisId).collect();
        Scope { axes: axes.to_vec(), visible, guards: Vec::new(), instance: instance.to_string() }
    }

    /// The axis of that name in scope.
    pub(super) fn find(&self, name: &str) -> Option<AxisId> {
        self.visible.iter().copied().find(|id| &*self.axis(*id).name == name)
    }

    pub(super) fn axis(&self, id: AxisId) -> &Axis {
        &self.axes[id.0 as usize]
    }

    /// Brings an axis into scope.
    pub(super) fn enter(&mut self, axis: Axis) -> AxisId {
        self.axes.push(axis);
        let id = AxisId(self.axes.len() as u32 - 1);
        self.visible.push(id);
        id
    }

    /// Takes axes out of scope again.
    pub(super) fn leave(&mut self, axes: &[AxisId]) {
        self.visible.retain(|id| !axes.contains(id));
    }

    /// Names in scope, for messages.
    pub(super) fn names(&self) -> Vec<Arc<str>> {
        self.visible.iter().map(|id| self.axis(*id).name.clone()).collect()
    }
}
