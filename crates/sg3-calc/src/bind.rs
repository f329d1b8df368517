//! Layers of data on a model: members, then values, then what a blank means and what the model proposes.

pub(crate) mod evidence;
pub(crate) mod inputs;
pub(crate) mod layer;
pub(crate) mod member_list;
pub(crate) mod members;
pub(crate) mod origin;
mod outside;
mod period;
mod resolve;
pub(crate) mod stand_in;
pub(crate) mod state;
pub(crate) mod table;
pub(crate) mod value;
pub(crate) mod values;

use inputs::Inputs;
use layer::Layer;
use members::bind_members;
use period::bind_period;
use sg3_lang::Diagnostics;
use sg3_lang::model::{Dimension, DimensionId, Members, Model};
use stand_in::stand_in;
use std::borrow::Cow;
use std::sync::Arc;
use values::bind_values;

/// The model with the periods that data set in place of those that it proposes: what a form of these data asks.
pub fn with_periods<'m>(model: &'m Model, layers: &[Layer]) -> Cow<'m, Model> {
    if !model.dimensions.iter().any(Dimension::is_proposed) {
        return Cow::Borrowed(model);
    }
    let mut changed = model.clone();
    for (position, dimension) in changed.dimensions.iter_mut().enumerate().filter(|(_, own)| own.is_proposed()) {
        let list = bind_period(model, DimensionId(position as u32), layers, &mut Diagnostics::default());
        if let (Some(first), Some(last)) = (list.numbers.first(), list.numbers.last()) {
            dimension.members = Members::Proposed(*first as i64, *last as i64);
        }
    }
    Cow::Owned(changed)
}

/// Stacks layers on a model: later layers win, cell by cell.
///
/// A value that is missing, or said to be not available, is `NaN` and not complained of: whether it is needed is known only after evaluation.
pub fn bind(model: &Model, layers: &[Layer], diagnostics: &mut Diagnostics) -> Inputs {
    let members = bind_members(model, layers, diagnostics);
    let mut inputs = bind_values(model, layers, members, diagnostics);
    outside::refuse_uncovered(model, &inputs.members, diagnostics);
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
