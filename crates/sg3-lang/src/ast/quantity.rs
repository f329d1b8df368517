//! Inputs, constants and computed quantities as written.

use super::dimension::Member;
use super::expression::Expression;
use super::name::{AxisName, Name};
use super::table::Table;
use super::unit::Unit;
use crate::model::{Owner, Range};
use std::sync::Arc;

/// A quantity with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Its head.
    pub head: Head,
    /// Where its values come from.
    pub role: Role,
    /// `output`
    pub output: bool,
    /// `plausible ...`: between which values it is believed without a question.
    pub plausible: Option<Plausible>,
}

/// `name[axes] "label" : type`
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Name in formulas.
    pub name: Name,
    /// Axes.
    pub axes: Vec<AxisName>,
    /// What people see.
    pub label: Arc<str>,
    /// What values are.
    pub of: TypeName,
}

/// What values are, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeName {
    /// A unit, or the name of a dimension: only the checker knows.
    Unit(Unit),
    /// `yes/no`
    YesNo,
    /// `date`
    Date,
    /// `one of a "A", b "B"`
    OneOf(Vec<Member>),
}

/// What is plausible, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Plausible {
    /// Between which values.
    pub range: Range,
    /// Why, where the words stand beside the range.
    pub reason: Option<Arc<str>>,
}

/// Where the values of a quantity come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// From the data.
    Input(Input),
    /// From the model.
    Constant(Body),
    /// From other quantities.
    Computed(Body),
    /// From a linear system in itself.
    Simultaneous(Body),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Who answers for it.
    pub owner: Owner,
    /// What is possible.
    pub range: Option<Range>,
    /// What a blank means.
    pub blank: Option<Expression>,
    /// What the model proposes.
    pub default: Option<Body>,
}

/// A formula, or a table of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// One for all members.
    Formula(Expression),
    /// By member.
    Table(Table),
}
