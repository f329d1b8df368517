//! Names, and the axes that heads and reductions name.

use super::equality::equal_wherever_they_stand;
use crate::source::Span;
use std::sync::Arc;

/// A name with its place.
#[derive(Debug, Clone)]
pub struct Name {
    /// The word itself, as written.
    pub text: Arc<str>,
    /// Where it stands in the text.
    pub span: Span,
}

/// `alias: dimension`, or the dimension's own name.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisName {
    /// Name in formulas, if it is not the dimension's.
    pub alias: Option<Name>,
    /// The dimension that the axis runs over.
    pub dimension: Name,
}

impl AxisName {
    /// What formulas call the axis: the alias, or the dimension itself.
    pub(crate) fn name(&self) -> &Name {
        self.alias.as_ref().unwrap_or(&self.dimension)
    }
}

equal_wherever_they_stand! {
    Name: text;
}
