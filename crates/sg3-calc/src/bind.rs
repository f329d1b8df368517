//! Layers of data on a model: members, then values, then what a blank means and what the model proposes.

pub(crate) mod evidence;
pub(crate) mod inputs;
pub(crate) mod layer;
pub(crate) mod member_list;
pub(crate) mod members;
pub(crate) mod origin;
mod resolve;
pub(crate) mod stand_in;
pub(crate) mod state;
pub(crate) mod table;
pub(crate) mod value;
pub(crate) mod values;

use inputs::Inputs;
use layer::Layer;
use members::bind_members;
use sg3_lang::Diagnostics;
use sg3_lang::model::Model;
use stand_in::stand_in;
use std::sync::Arc;
use values::bind_values;

/// Stacks layers on a model: later layers win, cell by cell.
///
/// A value that is missing, or said to be not available, is `NaN` and not complained of: whether it is needed is known only after evaluation.
pub fn bind(model: &Model, layers: &[Layer], diagnostics: &mut Diagnostics) -> Inputs {
    let members = bind_members(model, layers, diagnostics);
    let mut inputs = bind_values(model, layers, members, diagnostics);
    stand_in(model, layers, &mut inputs, diagnostics);
    inputs.add_blanks(model, layers.iter().rev().flat_map(|layer| &layer.blanks));
    inputs.currency = common_currency(layers);
    inputs
}

/// The currency of all layers that say one; nothing where they say different ones.
fn common_currency(layers: &[Layer]) -> Option<Arc<str>> {
    let mut stated = layers.iter().filter_map(|layer| layer.currency.as_ref());
    let first = stated.next()?;
    stated.all(|other| other == first).then(|| first.clone())
}
