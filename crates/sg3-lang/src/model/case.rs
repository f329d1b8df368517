//! Worked examples.

use super::{DimensionId, MemberRef, QuantityId, Table};
use crate::source::Span;
use std::sync::Arc;

/// A worked example.
#[derive(Debug, Clone)]
pub struct Case {
    /// What people see.
    pub label: String,
    /// What it starts from.
    pub givens: Vec<Given>,
    /// What must come out.
    pub expects: Vec<Expect>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// What to know about them.
    pub note: Option<String>,
    /// Where it is.
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
    /// The quantity.
    pub quantity: QuantityId,
    /// One member for each axis.
    pub place: Vec<MemberRef>,
    /// The figure, or nothing if it must be missing.
    pub value: Option<ExpectedValue>,
    /// What else is given for this figure alone.
    pub givens: Vec<Given>,
    /// Where it is.
    pub span: Span,
}

/// A figure as printed.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpectedValue {
    /// A number, and how far off it may be.
    Number(f64, f64),
    /// A member.
    Member(MemberRef),
}
