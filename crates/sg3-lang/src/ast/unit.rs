//! Units as written.

use super::equality::equal_wherever_they_stand;
use super::expression::Place;
use super::name::Name;
use crate::source::Span;

/// A unit as written.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Factors with their exponents.
    pub factors: Vec<(UnitFactor, i32)>,
    /// Where the unit stands in the text.
    pub span: Span,
}

/// A factor of a unit.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitFactor {
    /// A declared unit, by its name.
    Named(Name),
    /// `unit(place)`
    Of(Place),
}

equal_wherever_they_stand! {
    Unit: factors;
}
