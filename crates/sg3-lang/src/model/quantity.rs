//! Quantities: what they are, where their values come from, what is asked for.

use super::definition::{Definition, Table};
use super::dimension::Axis;
use super::display::Display;
use super::kind::Kind;
use crate::source::Span;
use crate::unit::Unit;
use std::sync::Arc;

/// A named number, or array of numbers over dimensions.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// Name in formulas; qualified (`capital.wacc`) if it comes from a used document.
    pub name: Arc<str>,
    /// What forms and reports call it.
    pub label: String,
    /// Axes, in order of the head.
    pub axes: Vec<Axis>,
    /// What the values are.
    pub kind: Kind,
    /// Where its values come from.
    pub role: Role,
    /// Whether it is a result of the model.
    pub output: bool,
    /// Whether the decision is about it: it is shown first.
    pub headline: bool,
    /// How its figures are shown, if its head says so.
    pub shown: Option<Display>,
    /// Between which values it is believed without a question.
    pub plausible: Option<Plausible>,
    /// Position in [`Model::sections`](super::Model::sections).
    pub section: usize,
    /// Document and clause it comes from.
    pub source: Option<String>,
    /// Note for those who fill or read it.
    pub note: Option<String>,
    /// The name, where it is defined.
    pub span: Span,
}

/// Where the values of a quantity come from.
#[derive(Debug, Clone)]
pub enum Role {
    /// From the data: operators, the regulator or public sources give them.
    Input(Input),
    /// From the model itself: a constant.
    Constant(Definition),
    /// From other quantities, by a formula.
    Computed(Definition),
    /// From a linear system in itself.
    Simultaneous(Definition, Simultaneous),
}

/// What is asked for, of whom, and what answers are possible.
#[derive(Debug, Clone)]
pub struct Input {
    /// Who answers for it.
    pub owner: Owner,
    /// What values are possible; others are refused.
    pub range: Option<Range>,
    /// The value that a cell left blank stands for.
    pub blank: Option<f64>,
    /// Values that the model proposes where the data say nothing.
    pub default: Option<Table>,
}

/// Who answers for an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// The operator, in the form.
    Operator,
    /// The regulator, who decides it.
    Regulator,
    /// A public source, which anyone can look up.
    Public,
}

/// What values an input may have, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Least value, and whether it is itself allowed.
    pub least: Option<(f64, bool)>,
    /// Greatest value, and whether it is itself allowed.
    pub greatest: Option<(f64, bool)>,
}

/// What is plausible, and why: outside of it data are questioned, not refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Plausible {
    /// Between which values, in the unit of the quantity.
    pub range: Range,
    /// Where that comes from, if the model says.
    pub reason: Option<String>,
}

/// How a system is linear in itself.
#[derive(Debug, Clone)]
pub struct Simultaneous {
    /// Position of the axis of the unknowns in the head.
    pub axis: usize,
}

impl Quantity {
    /// What is asked, if it is an input.
    pub fn input(&self) -> Option<&Input> {
        match &self.role {
            Role::Input(input) => Some(input),
            _ => None,
        }
    }

    /// The definition, if it is not an input.
    pub fn definition(&self) -> Option<&Definition> {
        match &self.role {
            Role::Input(_) => None,
            Role::Constant(definition) | Role::Computed(definition) | Role::Simultaneous(definition, _) => {
                Some(definition)
            }
        }
    }

    /// Its unit; the pure number for anything that is not a number.
    pub fn unit(&self) -> Unit {
        match &self.kind {
            Kind::Number(unit) => unit.clone(),
            _ => Unit::pure(),
        }
    }
}

impl Range {
    /// Whether a value lies in it.
    pub fn contains(&self, value: f64) -> bool {
        let above = self.least.is_none_or(|(least, itself)| value > least || (itself && value == least));
        above && self.greatest.is_none_or(|(greatest, itself)| value < greatest || (itself && value == greatest))
    }
}

impl std::fmt::Display for Range {
    /// `>= 0`, `0..1`: as it is written in a model.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.least, self.greatest) {
            (Some((least, true)), Some((greatest, true))) => write!(f, "{least}..{greatest}"),
            (Some((least, itself)), _) => write!(f, "{} {least}", if itself { ">=" } else { ">" }),
            (_, Some((greatest, itself))) => write!(f, "{} {greatest}", if itself { "<=" } else { "<" }),
            (None, None) => Ok(()),
        }
    }
}
