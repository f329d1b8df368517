//! A document with all that it uses, in one list of items.

use crate::ast::{self, Item, ItemKind};
use crate::model::{Section, SourceLibrary};
use crate::provenance::Provenance;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A document with everything it uses.
#[derive(Default)]
pub(super) struct Merged {
    /// Of the document itself.
    pub provenance: Provenance,
    pub sections: Vec<Section>,
    pub items: Vec<Part>,
    /// Names of used documents that the host may read.
    pub exported: BTreeSet<Arc<str>>,
    /// Every document that was copied.
    pub copies: Vec<Copied>,
    /// The libraries that used documents are of.
    pub libraries: Vec<SourceLibrary>,
    /// Where items stand that could not be read, or used documents that were not found.
    pub unread: Vec<Span>,
}

/// An item and the `use` it came through (empty for the document itself).
pub(super) struct Part {
    pub item: Item,
    pub instance: String,
}

/// A document that was copied.
pub(super) struct Copied {
    /// Its name in the catalogue.
    pub path: Arc<str>,
    /// What stands before the names that it defines.
    pub prefix: String,
}

impl Merged {
    pub(super) fn append(&mut self, mut other: Merged) {
        let offset = self.sections.len();
        other.items.iter_mut().for_each(|part| part.item.section += offset);
        self.sections.append(&mut other.sections);
        self.items.append(&mut other.items);
        self.exported.append(&mut other.exported);
        self.copies.append(&mut other.copies);
        self.unread.append(&mut other.unread);
    }

    /// Marks everything as part of a `use`; its outputs are what the host may read.
    pub(super) fn put_under(&mut self, name: &str) {
        self.exported.clear();
        for part in &mut self.items {
            if let ItemKind::Quantity(quantity) = &mut part.item.kind {
                if quantity.output && part.instance.is_empty() {
                    self.exported.insert(quantity.head.name.text.clone());
                }
                quantity.output = false;
                quantity.headline = false;
            }
            part.instance = qualified(name, &part.instance);
        }
        self.sections.iter_mut().for_each(|section| section.instance = qualified(name, &section.instance));
        self.copies.iter_mut().for_each(|copy| copy.prefix = qualified(name, &copy.prefix));
    }

    /// Quantities in order of definition, each name once; not those whose name already means something else.
    pub(super) fn quantities(&self, positions: &BTreeMap<Arc<str>, usize>) -> Vec<(&Part, &ast::Quantity)> {
        let mut found = vec![None; positions.len()];
        for part in &self.items {
            if let ItemKind::Quantity(quantity) = &part.item.kind {
                let slot = positions.get(&quantity.head.name.text).and_then(|position| found.get_mut(*position));
                slot.map(|slot: &mut Option<_>| slot.get_or_insert((part, quantity)));
            }
        }
        found.into_iter().flatten().collect()
    }
}

fn qualified(name: &str, inner: &str) -> String {
    if inner.is_empty() { name.to_string() } else { format!("{name}.{inner}") }
}
