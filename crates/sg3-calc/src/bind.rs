//! Layers of data on a model: members, then values, then what a blank means and what the model proposes.

mod default;
mod members;
mod value;
mod values;

use crate::inputs::Inputs;
use crate::layer::Layer;
use sg3_lang::Diagnostics;
use sg3_lang::model::Model;

pub(crate) use default::{for_each_place, ranges, spread};
pub(crate) use members::{add_subsets, bind_members, limit_sizes};
pub(crate) use values::bind_values;

/// Stacks layers on a model: later layers win, cell by cell.
///
/// A value that is missing, or said to be not available, is `NaN` and not complained of: whether it is needed is known only after evaluation.
pub fn bind(model: &Model, layers: &[Layer], diagnostics: &mut Diagnostics) -> Inputs {
    let members = bind_members(model, layers, diagnostics);
    let mut inputs = bind_values(model, layers, members, diagnostics);
    inputs.add_blanks(model, layers.iter().rev().flat_map(|layer| &layer.blanks));
    inputs
}
