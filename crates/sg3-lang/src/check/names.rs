//! What each name of a document means, and the complaint if it means two things or nothing.

use super::merged::Merged;
use crate::ast::{ItemKind, Name, Quantity, Role};
use crate::diagnostic::{Diagnostic, Diagnostics, near_miss};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The names of a model. Units have names of their own; quantities, dimensions and checks share one.
#[derive(Default)]
pub(super) struct Names {
    pub units: BTreeMap<Arc<str>, String>,
    pub dimensions: BTreeMap<Arc<str>, usize>,
    pub quantities: BTreeMap<Arc<str>, usize>,
    /// Names of used documents that the host may read.
    pub exported: BTreeSet<Arc<str>>,
    pub constants: BTreeSet<Arc<str>>,
    /// Inputs that say what a blank stands for.
    pub with_stand_in: BTreeSet<Arc<str>>,
    places: BTreeMap<Arc<str>, Span>,
}

impl Names {
    pub(super) fn collect(merged: &Merged, diagnostics: &mut Diagnostics) -> Names {
        let mut names = Names { exported: merged.exported.clone(), ..Names::default() };
        for part in &merged.items {
            match &part.item.kind {
                ItemKind::Unit(name, label) => {
                    let _ = names.units.insert(name.text.clone(), label.to_string());
                }
                ItemKind::Dimension(dimension) if names.is_new(&dimension.name, diagnostics) => {
                    names.dimensions.insert(dimension.name.text.clone(), names.dimensions.len());
                }
                ItemKind::Quantity(quantity) if names.is_new(&quantity.head.name, diagnostics) => {
                    names.add_quantity(quantity);
                }
                ItemKind::Check(check) => drop(names.is_new(&check.name, diagnostics)),
                _ => {}
            }
        }
        names
    }

    fn add_quantity(&mut self, quantity: &Quantity) {
        let name = &quantity.head.name.text;
        self.quantities.insert(name.clone(), self.quantities.len());
        let with_stand_in = matches!(&quantity.role, Role::Input(input) if input.blank.is_some());
        self.with_stand_in.extend(with_stand_in.then(|| name.clone()));
        self.constants.extend(matches!(quantity.role, Role::Constant(_)).then(|| name.clone()));
    }

    fn is_new(&mut self, name: &Name, diagnostics: &mut Diagnostics) -> bool {
        if let Some(first) = self.places.get(&name.text) {
            let message = format!("`{}` is defined twice", name.text);
            let again = Diagnostic::error("duplicate-name", name.span, message).label("defined again here");
            diagnostics.add(again.note(*first, "first defined here").help("rename one of the two"));
            return false;
        }
        self.places.insert(name.text.clone(), name.span);
        true
    }

    /// Where the name is defined.
    pub(super) fn place(&self, name: &str) -> Option<Span> {
        self.places.get(name).copied()
    }

    /// The complaint about a quantity or member that does not exist.
    pub(super) fn unknown(&self, name: &Name, what: &str, others: &[&str]) -> Diagnostic {
        let known = self.quantities.keys().map(|key| &**key).chain(others.iter().copied());
        let message = format!("there is no {what} `{}`", name.text);
        Diagnostic::error("unknown-name", name.span, message).maybe_help(near_miss(&name.text, known))
    }
}
