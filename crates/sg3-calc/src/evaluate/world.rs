//! The values that formulas read: in the base world, or in one where something was replaced.

use crate::array::Array;
use crate::inputs::Inputs;
use crate::results::Results;
use sg3_lang::model::{Model, QuantityId};
use std::sync::Arc;

/// Arrays by quantity; a copy shares what was not replaced.
#[derive(Debug, Clone)]
pub(crate) struct World {
    /// By quantity; nothing before it is computed.
    pub arrays: Vec<Option<Arc<Array>>>,
    /// By quantity: whether its definition is cut, so that it stays as it is.
    pub cut: Vec<bool>,
    /// Equal worlds have one number.
    pub number: usize,
}

impl World {
    /// Number of the world of the data.
    pub(super) const BASE: usize = 0;

    /// The world of the data.
    pub(crate) fn base(inputs: &Inputs, model: &Model) -> World {
        debug_assert_eq!(inputs.arrays.len(), model.quantities.len(), "inputs were bound to this model");
        World {
            arrays: inputs.arrays.clone(),
            cut: inputs.arrays.iter().map(Option::is_some).collect(),
            number: World::BASE,
        }
    }

    /// The base world once everything is computed.
    pub(crate) fn of_results(results: &Results, inputs: &Inputs) -> World {
        let cut = inputs.arrays.iter().map(Option::is_some).collect();
        World { arrays: results.arrays.clone(), cut, number: World::BASE }
    }

    pub(crate) fn array(&self, id: QuantityId) -> Option<&Array> {
        self.arrays[id.0 as usize].as_deref()
    }

    pub(super) fn set(&mut self, id: QuantityId, array: Array) {
        self.arrays[id.0 as usize] = Some(Arc::new(array));
    }

    /// The array to write to; all bad if there was none.
    pub(super) fn array_mut(&mut self, id: QuantityId, shape: &[usize]) -> &mut Array {
        let slot = &mut self.arrays[id.0 as usize];
        Arc::make_mut(slot.get_or_insert_with(|| Arc::new(Array::bad(shape.to_vec()))))
    }

    pub(super) fn is_cut(&self, id: QuantityId) -> bool {
        self.cut[id.0 as usize]
    }
}
