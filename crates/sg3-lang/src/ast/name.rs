//! Names, and the axes that heads and reductions name.

use super::equality::equal_wherever_they_stand;
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

/// `alias: dimension`, or the dimension's own name.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisName {
    /// Name in formulas, if it is not the dimension's.
    pub alias: Option<Name>,
    /// The dimension.
    pub dimension: Name,
}

equal_wherever_they_stand! {
    Name: text;
}
