//! Inputs, constants and computed quantities as written.

use super::dimension::Member;
use super::equality::equal_wherever_they_stand;
use super::expression::Expression;
use super::name::{AxisName, Name};
use super::table::Table;
use super::unit::Unit;
use crate::model::{Display, Owner, Range};
use crate::source::Span;
use std::sync::Arc;

/// A quantity with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Name, axes, label and type.
    pub head: Head,
    /// Where its values come from.
    pub role: Role,
    /// Whether `output` stands before it.
    pub output: bool,
    /// Whether `headline` stands before that.
    pub headline: bool,
    /// `shown in millions to 1`: how its figures are shown.
    pub shown: Option<Shown>,
    /// `plausible ...`: between which values it is believed without a question.
    pub plausible: Option<Plausible>,
}

/// `name[axes] "label" : type`
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The name by which formulas call it.
    pub name: Name,
    /// The axes between brackets, in order.
    pub axes: Vec<AxisName>,
    /// What forms and reports call it.
    pub label: Arc<str>,
    /// What stands behind the colon: a unit, or another type.
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

/// How figures are shown, as written.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What it says.
    pub display: Display,
    /// The clause.
    pub span: Span,
}

/// What is plausible, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Plausible {
    /// Between which values, in the unit of the quantity.
    pub range: Range,
    /// Why, where the words stand beside the range.
    pub reason: Option<Arc<str>>,
}

/// Where the values of a quantity come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// From the data: `input`.
    Input(Input),
    /// From the model itself: `constant`.
    Constant(Body),
    /// From other quantities, by a formula.
    Computed(Body),
    /// From a linear system in itself.
    Simultaneous(Body),
}

/// What is asked of whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Who answers for it.
    pub owner: Owner,
    /// What values are possible; others are refused.
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
    /// Formulas by member, between pipes.
    Table(Table),
}

equal_wherever_they_stand! {
    Shown: display;
}
