//! Worked examples.

use super::expression::{Expression, Place};
use super::name::Name;
use super::table::Table;
use crate::source::Span;
use std::sync::Arc;

/// A worked example: `case "What it shows"` and the lines beneath.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What the example shows, in words.
    pub label: Arc<str>,
    /// What it starts from.
    pub givens: Vec<Given>,
    /// What must come out.
    pub expects: Vec<Expect>,
    /// Checks that must fail.
    pub failing: Vec<Name>,
}

/// A given of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The dimension, or the quantity and members that are given.
    pub place: Place,
    /// What stands behind the `=`.
    pub value: GivenValue,
}

/// The value of a given.
#[derive(Debug, Clone, PartialEq)]
pub enum GivenValue {
    /// One value, or one key.
    One(Expression),
    /// Keys, separated by commas.
    Keys(Vec<Expression>),
    /// Values by member, between pipes.
    Table(Table),
}

/// A figure of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// The quantity and the members of the figure.
    pub place: Place,
    /// The figure; nothing if it must be missing.
    pub value: Option<Expression>,
    /// How far off it may be.
    pub within: Option<f64>,
    /// What else is given.
    pub givens: Vec<Given>,
    /// The whole line in the text.
    pub span: Span,
}
