//! The checked model: names resolved, units and shapes agreed, order known. Nothing but types and look-ups.
//!
//! After [`check`](crate::check) has made a `Model`, nothing about the text alone can fail.

mod alike;
mod case;
mod check;
mod definition;
mod dependencies;
mod dimension;
mod display;
mod edition;
mod expression;
mod given;
mod id;
mod kind;
mod linear;
mod operator;
mod quantity;
mod walk;

pub use case::{Case, Expect, ExpectedValue, Given};
pub use check::{Check, Magnitude, Question};
pub use definition::{Body, Definition, Entry, Table};
pub use dimension::{Axis, Dimension, Member, MemberRef, Members};
pub use display::{Display, DisplayScale};
pub use edition::{LibraryEdition, SourceLibrary};
pub use expression::{Counterfactual, Expression, Index, IndexBase, Node, Order, Read, Reduction, Substitution};
pub use id::{AxisId, DimensionId, QuantityId};
pub use kind::{Kind, Type};
pub(crate) use linear::Degree;
pub use linear::{LinearTerm, linear_terms};
pub use operator::{BinaryOperator, Extreme, Fact, Limit, ReductionKind, UnaryOperator};
pub use quantity::{Input, Owner, Plausible, Quantity, Range, Role, Simultaneous};

use crate::provenance::Provenance;
use std::sync::Arc;

/// A costing method, ready to be planned.
#[derive(Debug, Clone)]
pub struct Model {
    /// Catalogue name or path.
    pub name: String,
    /// First heading of the document.
    pub title: String,
    /// Where its method comes from, as the document itself says.
    pub provenance: Provenance,
    /// The libraries that it and the documents it uses are of: its own first, if it is of one.
    pub libraries: Vec<SourceLibrary>,
    /// Headings with their prose, of the document and then of the documents it uses.
    pub sections: Vec<Section>,
    /// Declared units with their labels.
    pub units: Vec<(Arc<str>, String)>,
    /// Dimensions, in order of definition.
    pub dimensions: Vec<Dimension>,
    /// Inputs, constants and computed quantities, in order of definition.
    pub quantities: Vec<Quantity>,
    /// Checks, in order of definition.
    pub checks: Vec<Check>,
    /// Cases of the document itself.
    pub cases: Vec<Case>,
    /// The quantities in an order in which they can be computed.
    pub order: Vec<Group>,
}

/// A heading and the prose beneath it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Depth: 1 is the title.
    pub level: u8,
    /// The heading, without its markup.
    pub title: String,
    /// The words beneath it, as written, without the formulas.
    pub prose: String,
    /// Empty in the document itself; the name of the `use` (`capital`) in a used document.
    pub instance: String,
}

/// Quantities that are computed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// One quantity at once; for a definition by member, only these entries of its table.
    Single(QuantityId, Option<Vec<usize>>),
    /// Quantities that need earlier members of each other, in order within one member.
    Recurrence(DimensionId, Vec<QuantityId>),
}

impl Group {
    /// The quantities that are computed.
    pub fn quantities(&self) -> &[QuantityId] {
        match self {
            Group::Single(id, _) => std::slice::from_ref(id),
            Group::Recurrence(_, ids) => ids,
        }
    }
}

/// The name by which files that leave this machine know a model: that of the catalogue, or the name of its file without folders.
///
/// ```
/// use sg3_lang::model::known_name;
/// assert_eq!(known_name("tour/mobile"), "tour/mobile");
/// assert_eq!(known_name("/home/somebody/tariffs/mobile.md"), "mobile.md");
/// ```
pub fn known_name(name: &str) -> &str {
    if name.ends_with(".md") { name.rsplit(['/', '\\']).next().unwrap_or(name) } else { name }
}

impl Model {
    /// The name by which files that leave this machine know it; see [`known_name`].
    pub fn known_name(&self) -> &str {
        known_name(&self.name)
    }

    /// The editions of the libraries that it is made of, as people read them: `West 1.2, with sg3 catalogue 0.1.0`; nothing if it is
    /// made of files of no library.
    pub fn libraries_in_words(&self) -> Option<String> {
        let own =
            self.libraries.first().filter(|library| library.documents.iter().any(|name| *name == self.known_name()));
        let others: Vec<String> =
            self.libraries.iter().skip(usize::from(own.is_some())).map(|library| library.edition.to_string()).collect();
        let others = (!others.is_empty()).then(|| format!("with {}", others.join(" and ")));
        let words: Vec<String> = own.map(|library| library.edition.to_string()).into_iter().chain(others).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// The dimension behind an id.
    pub fn dimension(&self, id: DimensionId) -> &Dimension {
        &self.dimensions[id.0 as usize]
    }

    /// The quantity behind an id.
    pub fn quantity(&self, id: QuantityId) -> &Quantity {
        &self.quantities[id.0 as usize]
    }

    /// The quantity of a name.
    pub fn find_quantity(&self, name: &str) -> Option<QuantityId> {
        self.quantities.iter().position(|quantity| &*quantity.name == name).map(|position| QuantityId(position as u32))
    }

    /// The dimension of a name.
    pub fn find_dimension(&self, name: &str) -> Option<DimensionId> {
        let mut dimensions = self.dimensions.iter();
        let position = dimensions.position(|dimension| &*dimension.name == name && !dimension.anonymous);
        position.map(|position| DimensionId(position as u32))
    }

    /// Every quantity with its id.
    pub fn quantity_ids(&self) -> impl Iterator<Item = QuantityId> + use<> {
        (0..self.quantities.len() as u32).map(QuantityId)
    }

    /// Inputs with what is asked, in order of definition.
    pub fn inputs(&self) -> impl Iterator<Item = (QuantityId, &Quantity, &Input)> {
        self.quantity_ids().filter_map(|id| {
            let quantity = self.quantity(id);
            quantity.input().map(|input| (id, quantity, input))
        })
    }

    /// Whether the data say what the members are called: they list them, or those that the subsets are of.
    pub fn has_keys_of_data(&self, id: DimensionId) -> bool {
        let dimension = self.dimension(id);
        match dimension.members {
            Members::Subsets(of) => self.dimension(of).is_from_data(),
            _ => dimension.is_from_data(),
        }
    }

    /// Quantities of which the model says what is plausible, in order of definition.
    pub fn plausibilities(&self) -> impl Iterator<Item = (QuantityId, &Quantity, &Plausible)> {
        self.quantity_ids().filter_map(|id| {
            let quantity = self.quantity(id);
            quantity.plausible.as_ref().map(|plausible| (id, quantity, plausible))
        })
    }

    /// Results of the document itself, in order of definition.
    pub fn outputs(&self) -> impl Iterator<Item = (QuantityId, &Quantity)> {
        self.quantity_ids().map(|id| (id, self.quantity(id))).filter(|(_, quantity)| quantity.output)
    }
}
