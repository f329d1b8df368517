//! What an item defines, for those who copy documents into each other.

use super::item::{Item, ItemKind};
use super::name::{AxisName, Name};
use super::quantity::{Body, Role};
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

    /// The name of what a `use ... where` can bind: a dimension or an input.
    pub(crate) fn can_be_bound(&self) -> Option<&str> {
        match &self.kind {
            ItemKind::Dimension(dimension) => Some(&dimension.name.text),
            ItemKind::Quantity(quantity) if matches!(quantity.role, Role::Input(_)) => Some(&quantity.head.name.text),
            _ => None,
        }
    }

    /// Whether the item defines a quantity of that name which has that axis.
    pub(crate) fn has_axis(&self, name: &str, axis: &str) -> bool {
        let ItemKind::Quantity(quantity) = &self.kind else { return false };
        &*quantity.head.name.text == name && quantity.head.axes.iter().any(|own| &*own.name().text == axis)
    }

    /// Adds the axis if the item defines one of the names.
    pub(crate) fn add_axis_if(&mut self, lifted: &BTreeSet<Arc<str>>, axis: &Name) {
        let is_lifted = self.defines().is_some_and(|name| lifted.contains(&name.text));
        let axes = match &mut self.kind {
            ItemKind::Quantity(quantity) if is_lifted => {
                quantity.role.append_axis_to_table();
                &mut quantity.head.axes
            }
            ItemKind::Check(check) if is_lifted => &mut check.axes,
            _ => return,
        };
        axes.push(AxisName { alias: None, dimension: axis.clone() });
    }
}

impl Role {
    /// A header names members of the last axis that its author knew, and not of one that `use ... over` appends.
    fn append_axis_to_table(&mut self) {
        let default = if let Role::Input(input) = self { input.default.as_mut() } else { None };
        if let Some(Body::Table(table)) = default {
            table.appended += 1;
        }
        if let Role::Constant(Body::Table(table))
        | Role::Computed(Body::Table(table))
        | Role::Simultaneous(Body::Table(table)) = self
        {
            table.appended += 1;
        }
    }
}
