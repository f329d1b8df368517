//! What stands in where no layer has a value: what the model proposes, and what it says that a blank means.

use super::inputs::Inputs;
use super::layer::{Blank, Layer};
use super::origin::Origin;
use super::table::spread;
use crate::present::labels::place_of;
use sg3_lang::model::{Input, Model, QuantityId};
use sg3_lang::{Diagnostic, Diagnostics, Severity};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Gives the cells that no layer has a value for their stand-ins: a proposal where no form shows the cell, the meaning of a blank
/// where it is blank. A proposal that stood in a form and was cleared is gone.
pub(crate) fn stand_in(model: &Model, layers: &[Layer], inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let (cleared, old) = blank_cells(model, layers, inputs);
    for (id, _, input) in model.inputs() {
        propose(model, id, input, &cleared, inputs);
        mean_blank(id, input, inputs);
    }
    report_old_forms(model, &old, inputs, diagnostics);
}

/// Cells that a form shows and that came back blank, and those of forms of which a blank means what the model proposes.
type BlankCells<'l> = (BTreeSet<(QuantityId, usize)>, HashMap<(QuantityId, usize), &'l Blank>);

fn blank_cells<'l>(model: &Model, layers: &'l [Layer], inputs: &Inputs) -> BlankCells<'l> {
    let (mut cleared, mut old) = (BTreeSet::new(), HashMap::new());
    for layer in layers {
        let proposed = layer.blanks.iter().filter(|blank| has_proposal(model, blank));
        let blanks = proposed.filter_map(|blank| Some((blank, inputs.cell_of(model, blank)?)));
        for (blank, cell) in blanks {
            if layer.blanks_take_proposals {
                old.insert((blank.quantity, cell), blank);
            } else {
                cleared.insert((blank.quantity, cell));
            }
        }
    }
    (cleared, old)
}

fn has_proposal(model: &Model, blank: &Blank) -> bool {
    model.quantity(blank.quantity).input().is_some_and(|input| input.default.is_some())
}

fn propose(model: &Model, id: QuantityId, input: &Input, cleared: &BTreeSet<(QuantityId, usize)>, inputs: &mut Inputs) {
    let Some(table) = &input.default else { return };
    let position = id.0 as usize;
    let array = Arc::make_mut(inputs.arrays[position].as_mut().expect("opened for every input"));
    let origins = &mut inputs.origins[position];
    let shape = array.shape.clone();
    spread(table, &model.quantity(id).axes, &inputs.members, &shape, |cell, value| {
        if origins[cell].is_none() && !value.is_nan() && !cleared.contains(&(id, cell)) {
            array.cells[cell] = value;
            origins[cell] = Some(Origin::Default);
        }
    });
}

fn mean_blank(id: QuantityId, input: &Input, inputs: &mut Inputs) {
    let Some(blank) = input.blank else { return };
    let position = id.0 as usize;
    let array = Arc::make_mut(inputs.arrays[position].as_mut().expect("opened for every input"));
    for (cell, origin) in inputs.origins[position].iter_mut().enumerate().filter(|(_, origin)| origin.is_none()) {
        array.cells[cell] = blank;
        *origin = Some(Origin::Blank);
    }
}

/// One note for the blanks of old forms that have the proposal of the model.
fn report_old_forms(
    model: &Model,
    old: &HashMap<(QuantityId, usize), &Blank>,
    inputs: &Inputs,
    diagnostics: &mut Diagnostics,
) {
    let mut taken: Vec<(QuantityId, usize)> = old.keys().copied().collect();
    taken.retain(|(id, cell)| inputs.origin(*id, *cell) == Some(&Origin::Default));
    taken.sort_unstable();
    let Some(first) = taken.first().and_then(|first| old.get(first)) else { return };
    let names: BTreeSet<&str> = taken.iter().map(|(id, _)| &*model.quantity(*id).name).collect();
    let names = names.into_iter().collect::<Vec<_>>().join("`, `");
    let message = format!("blank cells of `{names}` have the value that the model proposes, as this form says");
    let help = "in a form requested today a cell that is cleared is blank";
    diagnostics.add(Diagnostic::new("wrong-form", Severity::Note, place_of(&first.origin), message).help(help));
}
