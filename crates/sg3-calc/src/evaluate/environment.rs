//! The values that formulas read: those of the data, or those of a counterfactual where something was replaced.

use crate::array::Array;
use crate::bind::inputs::Inputs;
use crate::results::Results;
use sg3_lang::model::{Model, QuantityId};
use std::sync::Arc;

/// Arrays by quantity; a copy shares what was not replaced.
#[derive(Debug, Clone)]
pub(crate) struct Environment {
    /// By quantity; nothing before it is computed.
    pub arrays: Vec<Option<Arc<Array>>>,
    /// By quantity: whether its definition is cut, so that it stays as it is.
    pub cut: Vec<bool>,
    /// Equal environments have one number.
    pub number: usize,
}

impl Environment {
    /// Number of the base environment, that of the data.
    pub(super) const BASE: usize = 0;

    /// The environment of the data, before anything is computed.
    pub(crate) fn base(inputs: &Inputs, model: &Model) -> Environment {
        debug_assert_eq!(inputs.arrays.len(), model.quantities.len(), "inputs were bound to this model");
        Environment {
            arrays: inputs.arrays.clone(),
            cut: inputs.arrays.iter().map(Option::is_some).collect(),
            number: Environment::BASE,
        }
    }

    /// The base environment once everything is computed.
    pub(crate) fn of_results(results: &Results, inputs: &Inputs) -> Environment {
        let cut = inputs.arrays.iter().map(Option::is_some).collect();
        Environment { arrays: results.arrays.clone(), cut, number: Environment::BASE }
    }

    pub(crate) fn array(&self, id: QuantityId) -> Option<&Array> {
        self.arrays[id.0 as usize].as_deref()
    }

    /// The array of a quantity as it is shared with other environments.
    pub(crate) fn shared(&self, id: QuantityId) -> Option<&Arc<Array>> {
        self.arrays[id.0 as usize].as_ref()
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
