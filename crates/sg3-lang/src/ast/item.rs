//! The document and its items.

use super::case::Case;
use super::dimension::Dimension;
use super::equality::equal_wherever_they_stand;
use super::expression::Expression;
use super::name::{AxisName, Name};
use super::quantity::Quantity;
use crate::provenance::Provenance;
use crate::source::Span;
use std::sync::Arc;

/// A literate document: prose with formulas in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it says of itself before its title.
    pub provenance: Provenance,
    /// Headings with their prose; the first is the title.
    pub sections: Vec<Section>,
    /// The formulas, in order.
    pub items: Vec<Item>,
    /// Where items stand that could not be read: what follows from that has its reason already.
    pub unread: Vec<Span>,
}

/// A heading and the prose beneath it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Depth: 1 is the title.
    pub level: u8,
    /// The heading, without its markup.
    pub title: String,
    /// The words beneath it, as written.
    pub prose: String,
}

/// One item of a block.
#[derive(Debug, Clone)]
pub struct Item {
    /// Position in [`Document::sections`].
    pub section: usize,
    /// What the first word says it is.
    pub kind: ItemKind,
    /// `source "..."`
    pub source: Option<Arc<str>>,
    /// `note "..."`
    pub note: Option<Arc<str>>,
    /// The whole item in the text.
    pub span: Span,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// `use finance/cost-of-capital as capital`
    Use(Use),
    /// `unit site "Site"`
    Unit(Name, Arc<str>),
    /// `dimension year "Year" 2025..2044 in year`
    Dimension(Dimension),
    /// `constant`, `input` or a computed quantity.
    Quantity(Quantity),
    /// `check recovered "All cost is recovered" ...`
    Check(Check),
    /// `case "What it shows" ...`
    Case(Case),
}

/// Another document, copied into this one.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// Its name in the catalogue.
    pub path: Name,
    /// The version of its library that is meant, if it is said.
    pub version: Option<Name>,
    /// What it is called here.
    pub name: Name,
    /// Axes that everything bound to what varies with them is repeated over.
    pub over: Vec<Name>,
    /// Its inputs and dimensions, and what they are here.
    pub bindings: Vec<(Name, Expression)>,
    /// `else one`, `else each`: what inputs that are not bound are along the axes of `over`.
    pub others: Option<Others>,
}

/// What inputs that are not bound are where a document is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// One value for all members.
    One,
    /// A value for each member.
    Each,
}

/// A question that must be answered yes.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The name by which messages call it.
    pub name: Name,
    /// Asked for each member of these.
    pub axes: Vec<AxisName>,
    /// What forms and reports call it.
    pub label: Arc<str>,
    /// What must hold, or two sides with `==` between.
    pub question: Expression,
    /// How far two numbers may be apart.
    pub within: Option<f64>,
    /// `of ...`: what that is a share of.
    pub within_of: Option<Expression>,
    /// Where it is asked.
    pub filter: Option<Expression>,
}

equal_wherever_they_stand! {
    Item: section, kind, source, note;
}
