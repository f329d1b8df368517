//! Questions that must be answered yes.

use super::{Axis, Expression};
use crate::source::Span;
use std::sync::Arc;

/// A question that must be answered yes.
#[derive(Debug, Clone)]
pub struct Check {
    /// Name.
    pub name: Arc<str>,
    /// What people see.
    pub label: String,
    /// Asked once for each member of these.
    pub axes: Vec<Axis>,
    /// All axes that the expressions use; the first are `axes`.
    pub scope: Vec<Axis>,
    /// What is asked.
    pub question: Question,
    /// Where it is asked at all.
    pub filter: Option<Expression>,
    /// Position in [`Model::sections`](super::Model::sections).
    pub section: usize,
    /// Where it is defined.
    pub span: Span,
    /// Name of the `use` it comes from; empty in the document itself.
    pub instance: String,
}

/// The two forms of a check.
#[derive(Debug, Clone)]
pub enum Question {
    /// Any yes/no.
    Holds(Expression),
    /// Two numbers that should be one.
    Equal {
        /// One side.
        left: Expression,
        /// The other.
        right: Expression,
        /// How far apart they may be.
        within: f64,
        /// In the unit of the sides, rather than as a share of the larger.
        absolute: bool,
    },
}

impl Question {
    /// What is asked, or the two sides.
    pub fn sides(&self) -> Vec<&Expression> {
        match self {
            Question::Holds(holds) => vec![holds],
            Question::Equal { left, right, .. } => vec![left, right],
        }
    }
}
