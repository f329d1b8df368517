//! What an explanation says of one figure.

use crate::bind::evidence::Evidence;
use crate::bind::origin::Origin;
use crate::bind::state::CellState;
use sg3_lang::model::QuantityId;
use sg3_lang::{Span, Unit};
use std::sync::Arc;

/// One figure and what it comes from.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The quantity of which it is a cell.
    pub quantity: QuantityId,
    /// The name of the quantity in formulas.
    pub name: Arc<str>,
    /// What forms and reports call the quantity.
    pub label: String,
    /// A key for each axis.
    pub place: Vec<Arc<str>>,
    /// The value; `NaN` if it is missing or bad.
    pub value: f64,
    /// The member, where the value is one.
    pub member: Option<Arc<str>>,
    /// The unit of the value.
    pub unit: Unit,
    /// The formula that was used: the whole body, the entry of a table, or what replaces it in a counterfactual.
    pub formula: Option<Span>,
    /// The `with` in whose counterfactual this is; nothing for the data as they are.
    pub counterfactual: Option<Span>,
    /// Unlike that of every other way into a counterfactual; 0 for the data as they are.
    pub counterfactual_number: usize,
    /// Where the value comes from, for inputs.
    pub origin: Option<Origin>,
    /// What the data say of the cell, for inputs.
    pub state: Option<CellState>,
    /// The text of a cell that could not be read.
    pub unreadable: Option<Arc<str>>,
    /// What is known of the value beside its amount, for inputs.
    pub evidence: Option<Evidence>,
    /// Whether it is an input or a constant.
    pub leaf: bool,
    /// The cells that the formula read, branches not taken left out; of long sums the largest terms.
    pub operands: Vec<Explanation>,
    /// Terms of sums that are not shown.
    pub left_out: usize,
    /// Members that the formula puts in no place of an order, because what they are ordered by is missing: a key for each axis.
    pub without_key: Vec<Vec<Arc<str>>>,
}
