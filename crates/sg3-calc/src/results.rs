//! What a run gives.

use crate::array::Array;
use crate::bind::member_list::MemberList;
use crate::plan::NotAsked;
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// Every array as the data make it, and the answers to the checks.
#[derive(Debug, Clone)]
pub struct Results {
    /// The members of each dimension, by its position.
    pub members: Arc<[MemberList]>,
    /// By quantity, inputs included; nothing for what was not needed.
    pub arrays: Vec<Option<Arc<Array>>>,
    /// In the order of the plan.
    pub checks: Vec<CheckResult>,
    /// Checks of used documents that a binding has made trivial; positions in [`Model::checks`](sg3_lang::model::Model::checks).
    pub settled: Vec<usize>,
    /// Checks of used documents that were not asked.
    pub not_asked: Vec<NotAsked>,
    /// Systems that have no solution.
    pub loops: Vec<ClosedLoop>,
}

/// The answers to one check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// Position in [`Model::checks`](sg3_lang::model::Model::checks).
    pub check: usize,
    /// One for each member of its axes where it is asked.
    pub cells: Vec<CheckCell>,
}

/// The answer to a check at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckCell {
    /// A position for each axis of the check.
    pub place: Vec<usize>,
    /// Nothing if it waits for data.
    pub holds: Option<bool>,
    /// One side, where two numbers are compared; `NaN` where none are.
    pub left: f64,
    /// The other side.
    pub right: f64,
}

/// Members of a simultaneous system that pass everything to each other, so that there is no solution.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedLoop {
    /// The simultaneous quantity.
    pub quantity: QuantityId,
    /// Position of the axis of the unknowns in the head.
    pub axis: usize,
    /// Positions along that axis.
    pub members: Vec<usize>,
}

impl CheckResult {
    /// Whether any answer is no.
    pub fn fails(&self) -> bool {
        self.cells.iter().any(|cell| cell.holds == Some(false))
    }

    /// Whether every answer is yes.
    pub(crate) fn passes(&self) -> bool {
        self.cells.iter().all(|cell| cell.holds == Some(true))
    }
}

impl Results {
    /// The values of a quantity.
    pub fn array(&self, quantity: QuantityId) -> Option<&Array> {
        self.arrays[quantity.0 as usize].as_deref()
    }
}
