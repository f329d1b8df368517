//! Worked examples: figures that a document printed, with what they were computed from.

use super::definition::Table;
use super::dimension::MemberRef;
use super::id::{DimensionId, QuantityId};
use crate::source::Span;
use std::sync::Arc;

/// A worked example: what is given, and the figures that must come out.
#[derive(Debug, Clone)]
pub struct Case {
    /// What the example shows, in words.
    pub label: String,
    /// Members and values from which it starts.
    pub givens: Vec<Given>,
    /// The figures that must come out.
    pub expects: Vec<Expect>,
    /// Checks that must fail, by position in [`Model::checks`](super::Model::checks), and where the case says so; no other may.
    pub failing: Vec<(usize, Span)>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// What to know about them.
    pub note: Option<String>,
    /// All of the case in the text.
    pub span: Span,
}

/// One line of a case.
#[derive(Debug, Clone)]
pub enum Given {
    /// The members of a dimension.
    Members(DimensionId, Vec<Arc<str>>, Span),
    /// Values of an input, constant or computed quantity (whose own definition is then cut).
    Values(QuantityId, Table, Span),
}

/// One figure of a case.
#[derive(Debug, Clone)]
pub struct Expect {
    /// The quantity whose figure it is.
    pub quantity: QuantityId,
    /// One member for each axis.
    pub place: Vec<MemberRef>,
    /// The figure, or nothing if it must be missing.
    pub value: Option<ExpectedValue>,
    /// What else is given for this figure alone.
    pub givens: Vec<Given>,
    /// Where the figure stands in the text.
    pub span: Span,
}

/// A figure as printed.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpectedValue {
    /// A number, and how far off it may be.
    Number(f64, f64),
    /// A member, where the quantity gives one.
    Member(MemberRef),
}
