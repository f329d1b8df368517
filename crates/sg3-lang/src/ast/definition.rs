//! What an item defines, for those who copy documents into each other.

use super::item::{Item, ItemKind};
use super::name::{AxisName, Name};
use super::quantity::Role;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Item {
    /// The name of the quantity, dimension or check that the item defines.
    pub(crate) fn defines(&self) -> Option<&Name> {
        match &self.kind {
            ItemKind::Dimension(dimension) => Some(&dimension.name),
            ItemKind::Quantity(quantity) => Some(&quantity.head.name),
            ItemKind::Check(check) => Some(&check.name),
            ItemKind::Use(_) | ItemKind::Unit(..) | ItemKind::Case(_) => None,
        }
    }

    pub(crate) fn dimension_name(&self) -> Option<&Arc<str>> {
        match &self.kind {
            ItemKind::Dimension(dimension) => Some(&dimension.name.text),
            _ => None,
        }
    }

    pub(crate) fn can_be_bound(&self) -> Option<&str> {
        match &self.kind {
            ItemKind::Dimension(dimension) => Some(&dimension.name.text),
            ItemKind::Quantity(quantity) if matches!(quantity.role, Role::Input(_)) => Some(&quantity.head.name.text),
            _ => None,
        }
    }

    pub(crate) fn has_axis(&self, name: &str, axis: &str) -> bool {
        let of_axis = |known: &AxisName| known.alias.as_ref().unwrap_or(&known.dimension).text.as_ref() == axis;
        matches!(&self.kind, ItemKind::Quantity(q) if &*q.head.name.text == name && q.head.axes.iter().any(of_axis))
    }

    pub(crate) fn add_axis_if(&mut self, lifted: &BTreeSet<Arc<str>>, axis: &Name) {
        let is_lifted = self.defines().is_some_and(|name| lifted.contains(&name.text));
        let axes = match &mut self.kind {
            ItemKind::Quantity(quantity) if is_lifted => &mut quantity.head.axes,
            ItemKind::Check(check) if is_lifted => &mut check.axes,
            _ => return,
        };
        axes.push(AxisName { alias: None, dimension: axis.clone() });
    }
}
