//! What a run gives.

use crate::array::Array;
use crate::bind::member_list::MemberList;
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
    /// One side, where two numbers should be one.
    pub left: f64,
    /// The side behind `==`.
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

impl Results {
    /// The values of a quantity.
    pub fn array(&self, quantity: QuantityId) -> Option<&Array> {
        self.arrays[quantity.0 as usize].as_deref()
    }
}
