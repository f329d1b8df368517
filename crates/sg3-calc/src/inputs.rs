//! What a run starts from.

use crate::array::Array;
use crate::evidence::Evidence;
use crate::layer::Origin;
use crate::members::MemberList;
use sg3_lang::model::{DimensionId, Model, QuantityId};
use std::collections::HashMap;
use std::sync::Arc;

/// Members of every dimension, and values with their origins.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// By dimension.
    pub members: Vec<MemberList>,
    /// By quantity: the values of inputs, and of quantities that are given instead of computed; what is missing is `NaN`.
    pub arrays: Vec<Option<Arc<Array>>>,
    /// By quantity: where the value of each cell comes from; empty for what is computed.
    pub origins: Vec<Vec<Option<Origin>>>,
    /// Where a missing value is asked for, by quantity and cell; of what a form asks.
    pub asked: HashMap<(QuantityId, usize), Origin>,
    /// By quantity: what is known of each cell beside its amount; empty if nothing is known of any.
    pub evidence: Vec<Vec<Option<Arc<Evidence>>>>,
}

impl Inputs {
    /// The members of a dimension.
    pub fn members_of(&self, dimension: DimensionId) -> &MemberList {
        &self.members[dimension.0 as usize]
    }

    /// The values of an input.
    pub fn array(&self, quantity: QuantityId) -> Option<&Array> {
        self.arrays[quantity.0 as usize].as_deref()
    }

    /// Where the value of a cell comes from.
    pub fn origin(&self, quantity: QuantityId, cell: usize) -> Option<&Origin> {
        self.origins[quantity.0 as usize].get(cell)?.as_ref()
    }

    /// Where a value that is missing could be given: the cell that was left blank, or that says it is not available.
    pub fn asked_at(&self, quantity: QuantityId, cell: usize) -> Option<&Origin> {
        self.origin(quantity, cell).or_else(|| self.asked.get(&(quantity, cell)))
    }

    /// What is known of a cell beside its amount.
    pub fn evidence(&self, quantity: QuantityId, cell: usize) -> Option<&Evidence> {
        self.evidence.get(quantity.0 as usize)?.get(cell)?.as_deref()
    }
}

/// Number of members along each axis of a quantity.
pub(crate) fn shape_of(model: &Model, members: &[MemberList], quantity: QuantityId) -> Vec<usize> {
    model.quantity(quantity).axes.iter().map(|axis| members[axis.dimension.0 as usize].len()).collect()
}
