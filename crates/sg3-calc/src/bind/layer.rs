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
    /// The code of the currency of its amounts, if it says so.
    pub currency: Option<Arc<str>>,
    /// Members of dimensions that the data list, in order.
    pub members: Vec<MemberEntry>,
    /// Values of inputs, in order of appearance.
    pub values: Vec<Datum>,
    /// Places that a form requests and that were left blank.
    pub blanks: Vec<Blank>,
    /// Whether a blank of this form has the value that the model proposes, as forms of version 0.1 said; else it is blank.
    pub blanks_take_proposals: bool,
    /// What is said of values that stand in earlier layers.
    pub remarks: Vec<Remark>,
    /// What stood there a year ago, where a form shows it beside.
    pub last_year: Vec<Before>,
}

/// What is known of values that this layer does not give: a comment in a later file answers a question about an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// The input whose values it is about.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head; all members where none is named.
    pub place: Box<[Option<Arc<str>>]>,
    /// What is known.
    pub evidence: Evidence,
    /// The cell or line that says it.
    pub origin: Origin,
}

/// What a place held a year ago.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The input that held it.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// As it stands there, and in the scale of its sheet: a form shows it in units, people may type it in thousands.
    pub readings: [f64; 2],
    /// The cell that shows it.
    pub origin: Origin,
}

/// A place that a form asks for and that was left blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// The input that is asked for.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// The cell that asks for it.
    pub origin: Origin,
}

/// A member that the data list.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// The dimension whose member it is.
    pub dimension: DimensionId,
    /// The key by which values name it.
    pub key: Arc<str>,
    /// What forms and reports call it.
    pub label: String,
    /// What the operator counts it in; for display only.
    pub unit: Option<String>,
    /// The cell or line that lists it.
    pub origin: Origin,
}

/// One value of an input, as the data have it.
#[derive(Debug, Clone)]
pub struct Datum {
    /// The input whose value it is.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head; empty places all members (`--set wacc=0.1` on an array fills it).
    pub place: Option<Box<[Arc<str>]>>,
    /// What the place holds, not yet understood.
    pub value: Value,
    /// The cell or line where it stands.
    pub origin: Origin,
    /// What is known of it beside its amount; shared by values that stand in one row.
    pub evidence: Option<Arc<Evidence>>,
}
