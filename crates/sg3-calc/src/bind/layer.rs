//! Data as they arrive: one layer for each file or setting, every value with its origin.
//!
//! Readers of workbooks, CSV, TOML and `--set` all make a [`Layer`]; [`bind`](crate::bind) stacks layers on a model.

use super::evidence::Evidence;
use super::origin::Origin;
use super::value::Value;
use sg3_lang::model::{DimensionId, QuantityId};
use std::sync::Arc;

/// What one source of data says.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// The file, as the user named it, or `--set`.
    pub name: String,
    /// Members of dimensions that the data list, in order.
    pub members: Vec<MemberEntry>,
    /// Values of inputs.
    pub values: Vec<Datum>,
    /// Places that a form asks for and that nobody has filled.
    pub blanks: Vec<Blank>,
    /// What stood there a year ago, where a form shows it beside.
    pub last_year: Vec<Before>,
}

/// What a place held a year ago.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// As it stands there, and in the scale of its sheet: a form shows it in units, people may type it in thousands.
    pub readings: [f64; 2],
    /// The cell.
    pub origin: Origin,
}

/// A place that a form asks for and that was left blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// The cell that asks for it.
    pub origin: Origin,
}

/// A member that the data list.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// Of which dimension.
    pub dimension: DimensionId,
    /// Its key.
    pub key: Arc<str>,
    /// What people see.
    pub label: String,
    /// What the operator counts it in; for display only.
    pub unit: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// One value.
#[derive(Debug, Clone)]
pub struct Datum {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head; empty places all members (`--set wacc=0.1` on an array fills it).
    pub place: Option<Box<[Arc<str>]>>,
    /// What is said.
    pub value: Value,
    /// Where it stands.
    pub origin: Origin,
    /// What is known of it beside its amount; shared by values that stand in one row.
    pub evidence: Option<Arc<Evidence>>,
}
