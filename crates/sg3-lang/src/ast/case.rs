//! Worked examples.

use super::expression::{Expression, Place};
use super::table::Table;
use crate::source::Span;
use std::sync::Arc;

/// A worked example.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What people see.
    pub label: Arc<str>,
    /// What it starts from.
    pub givens: Vec<Given>,
    /// What must come out.
    pub expects: Vec<Expect>,
}

/// A given of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What is given.
    pub place: Place,
    /// Its value.
    pub value: GivenValue,
}

/// The value of a given.
#[derive(Debug, Clone, PartialEq)]
pub enum GivenValue {
    /// One value, or one key.
    One(Expression),
    /// Keys, separated by commas.
    Keys(Vec<Expression>),
    /// By member.
    Table(Table),
}

/// A figure of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// Of what.
    pub place: Place,
    /// The figure; nothing if it must be missing.
    pub value: Option<Expression>,
    /// How far off it may be.
    pub within: Option<f64>,
    /// What else is given.
    pub givens: Vec<Given>,
    /// All of it.
    pub span: Span,
}
