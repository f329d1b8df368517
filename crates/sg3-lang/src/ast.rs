//! The document as written: every node with its place, the author's wording kept. Nothing but types.
//!
//! Two nodes are equal if they say the same, wherever they stand.

mod case;
mod expression;
mod names;

pub use case::*;
pub use expression::*;

use crate::model::{Owner, Range};
use crate::source::Span;
use std::sync::Arc;

/// A name with its place.
#[derive(Debug, Clone)]
pub struct Name {
    /// The word.
    pub text: Arc<str>,
    /// Its place.
    pub span: Span,
}

/// A literate document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Headings with their prose; the first is the title.
    pub sections: Vec<Section>,
    /// The formulas, in order.
    pub items: Vec<Item>,
}

/// A heading and the prose beneath it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Depth: 1 is the title.
    pub level: u8,
    /// The heading.
    pub title: String,
    /// The words beneath it, as written.
    pub prose: String,
}

/// One item of a block.
#[derive(Debug, Clone)]
pub struct Item {
    /// Position in [`Document::sections`].
    pub section: usize,
    /// What it is.
    pub kind: ItemKind,
    /// `source "..."`
    pub source: Option<Arc<str>>,
    /// `note "..."`
    pub note: Option<Arc<str>>,
    /// All of it.
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
    /// `check`
    Check(Check),
    /// `case`
    Case(Case),
}

/// Another document, copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// Its name in the catalogue.
    pub path: Name,
    /// What it is called here.
    pub name: Name,
    /// Axes that everything bound to what varies with them is repeated over.
    pub over: Vec<Name>,
    /// Its inputs and dimensions, and what they are here.
    pub bindings: Vec<(Name, Expression)>,
}

/// A dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Name in formulas.
    pub name: Name,
    /// What people see.
    pub label: Arc<str>,
    /// Where members come from.
    pub members: Members,
    /// Unit of a step.
    pub step: Option<Unit>,
}

/// Members of a dimension.
#[derive(Debug, Clone, PartialEq)]
pub enum Members {
    /// Key, label, unit.
    Listed(Vec<Member>),
    /// `from input`
    FromInput,
    /// `from rows`
    FromRows,
    /// `1..4`
    Numbers(i64, i64),
    /// `subsets of service`
    Subsets(Name),
}

/// A listed member or option.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Key in formulas.
    pub key: Name,
    /// What people see.
    pub label: Arc<str>,
    /// What it is counted in.
    pub unit: Option<Unit>,
}

/// `name[axes] "label" : type`
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Name in formulas.
    pub name: Name,
    /// Axes.
    pub axes: Vec<AxisName>,
    /// What people see.
    pub label: Arc<str>,
    /// What values are.
    pub of: TypeName,
}

/// `alias: dimension`, or the dimension's own name.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisName {
    /// Name in formulas, if it is not the dimension's.
    pub alias: Option<Name>,
    /// The dimension.
    pub dimension: Name,
}

/// What values are, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeName {
    /// A unit, or the name of a dimension: only the checker knows.
    Unit(Unit),
    /// `yes/no`
    YesNo,
    /// `date`
    Date,
    /// `one of a "A", b "B"`
    OneOf(Vec<Member>),
}

/// A unit as written.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Factors with their exponents.
    pub factors: Vec<(UnitFactor, i32)>,
    /// Its place.
    pub span: Span,
}

/// A factor of a unit.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitFactor {
    /// A name.
    Named(Name),
    /// `unit(place)`
    Of(Place),
}

/// A quantity with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Its head.
    pub head: Head,
    /// Where its values come from.
    pub role: Role,
    /// `output`
    pub output: bool,
    /// `plausible ...`: between which values it is believed without a question.
    pub plausible: Option<Plausible>,
}

/// What is plausible, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Plausible {
    /// Between which values.
    pub range: Range,
    /// Why, where the words stand beside the range.
    pub reason: Option<Arc<str>>,
}

/// Where the values of a quantity come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// From the data.
    Input(Input),
    /// From the model.
    Constant(Body),
    /// From other quantities.
    Computed(Body),
    /// From a linear system in itself.
    Simultaneous(Body),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Who answers for it.
    pub owner: Owner,
    /// What is possible.
    pub range: Option<Range>,
    /// What a blank means.
    pub blank: Option<Expression>,
    /// What the model proposes.
    pub default: Option<Body>,
}

/// A formula, or a table of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// One for all members.
    Formula(Expression),
    /// By member.
    Table(Table),
}

/// A table as written.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Written on one line, as pairs.
    pub inline: bool,
    /// Its place.
    pub span: Span,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Nothing if it is blank.
    pub value: Option<Expression>,
    /// Its place.
    pub span: Span,
}

/// A check.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Name.
    pub name: Name,
    /// Asked for each member of these.
    pub axes: Vec<AxisName>,
    /// What people see.
    pub label: Arc<str>,
    /// What must hold.
    pub question: Expression,
    /// How far two numbers may be apart.
    pub within: Option<f64>,
    /// Where it is asked.
    pub filter: Option<Expression>,
}

/// Equality that does not look at places.
macro_rules! equal_wherever_they_stand {
    ($($name:ty : $($field:ident),+;)+) => {$(
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&+
            }
        }
    )+};
}
pub(crate) use equal_wherever_they_stand;

equal_wherever_they_stand! {
    Name: text;
    Item: section, kind, source, note;
    Unit: factors;
    Table: rows, inline;
    Cell: value;
}
