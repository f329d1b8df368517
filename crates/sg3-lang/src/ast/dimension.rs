//! Dimensions as written, with the members that the text lists.

use super::name::Name;
use super::unit::Unit;
use std::sync::Arc;

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
