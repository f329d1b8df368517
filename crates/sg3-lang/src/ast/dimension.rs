//! Dimensions as written, with the members that the text lists.

use super::name::Name;
use super::unit::Unit;
use std::sync::Arc;

/// A dimension and where its members come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// The name by which formulas call it.
    pub name: Name,
    /// What forms and reports call it.
    pub label: Arc<str>,
    /// Where members come from.
    pub members: Members,
    /// Unit of a step.
    pub step: Option<Unit>,
    /// `alike`
    pub alike: bool,
}

/// Members of a dimension.
#[derive(Debug, Clone, PartialEq)]
pub enum Members {
    /// Members on lines of their own: key, label, unit.
    Listed(Vec<Member>),
    /// `from input`
    FromInput,
    /// `from input default 2025..2034`
    Proposed(i64, i64),
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
    /// The key by which formulas and data call it.
    pub key: Name,
    /// What forms and reports call it.
    pub label: Arc<str>,
    /// What it is counted in.
    pub unit: Option<Unit>,
}
