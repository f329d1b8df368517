//! Questions that must be answered yes.

use super::dimension::Axis;
use super::expression::Expression;
use crate::source::Span;
use std::sync::Arc;

/// A named question, asked for each member of some axes.
#[derive(Debug, Clone)]
pub struct Check {
    /// The name by which messages call it.
    pub name: Arc<str>,
    /// What forms and reports call it.
    pub label: String,
    /// Asked once for each member of these.
    pub axes: Vec<Axis>,
    /// All axes that the expressions use; the first are `axes`.
    pub scope: Vec<Axis>,
    /// What must be answered yes.
    pub question: Question,
    /// Where it is asked at all.
    pub filter: Option<Expression>,
    /// Position in [`Model::sections`](super::Model::sections).
    pub section: usize,
    /// The name, where it is defined.
    pub span: Span,
    /// Name of the `use` it comes from; empty in the document itself.
    pub instance: String,
}

/// The two forms of a check.
#[derive(Debug, Clone)]
pub enum Question {
    /// Any expression that is yes or no.
    Holds(Expression),
    /// Two numbers that should be one.
    Equal {
        /// The side before `==`.
        left: Expression,
        /// The side behind it.
        right: Expression,
        /// How far apart they may be, as `of` says.
        within: f64,
        /// What the margin is a share of.
        of: Magnitude,
    },
}

/// What the margin of a check is a share of.
#[derive(Debug, Clone)]
pub enum Magnitude {
    /// Of nothing: it is in the unit of the sides.
    Unit,
    /// Of the larger side.
    LargerSide,
    /// Of the terms of the sums and differences that stand on either side, without their signs.
    Terms(Expression),
    /// Of what the author names: `within 1e-9 of total_cost`.
    Named(Expression),
}

impl Magnitude {
    /// What is computed to know it.
    pub fn expression(&self) -> Option<&Expression> {
        match self {
            Magnitude::Unit | Magnitude::LargerSide => None,
            Magnitude::Terms(expression) | Magnitude::Named(expression) => Some(expression),
        }
    }
}

impl Question {
    /// What is asked, or the two sides.
    pub fn sides(&self) -> impl Iterator<Item = &Expression> {
        match self {
            Question::Holds(question) => [Some(question), None],
            Question::Equal { left, right, .. } => [Some(left), Some(right)],
        }
        .into_iter()
        .flatten()
    }

    /// What is asked, or the two sides and what their margin is a share of.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        match self {
            Question::Holds(question) => [Some(question), None, None],
            Question::Equal { left, right, of, .. } => [Some(left), Some(right), of.expression()],
        }
        .into_iter()
        .flatten()
    }
}

impl Check {
    /// Every expression of the check: the question, and where it is asked.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.question.expressions().chain(&self.filter)
    }
}
