//! Who the members are: those the model lists, else those the layers list, else those the values name.

use super::layer::Layer;
use super::member_list::MemberList;
use super::period::bind_period;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics};
use sg3_lang::model::{DimensionId, Members, Model};

/// Subsets of more members than this are refused.
const MOST_MEMBERS_OF_SUBSETS: usize = 20;

/// One list for each dimension of the model.
pub(crate) fn bind_members(model: &Model, layers: &[Layer], diagnostics: &mut Diagnostics) -> Vec<MemberList> {
    let mut lists = Vec::new();
    for (number, dimension) in model.dimensions.iter().enumerate() {
        lists.push(match dimension.members {
            Members::FromInput | Members::FromRows => from_data(model, DimensionId(number as u32), layers),
            Members::Proposed(..) => bind_period(model, DimensionId(number as u32), layers, diagnostics),
            _ => MemberList::of_model(dimension),
        });
    }
    add_subsets(model, &mut lists, diagnostics);
    limit_sizes(model, &mut lists, diagnostics);
    lists
}

/// Cells that a quantity may have: sixteen million.
const MOST_CELLS: usize = 1 << 24;

/// Leaves out the members of dimensions that make a quantity larger than can be computed.
pub(crate) fn limit_sizes(model: &Model, lists: &mut [MemberList], diagnostics: &mut Diagnostics) {
    for quantity in &model.quantities {
        let sizes = quantity.axes.iter().map(|axis| lists[axis.dimension.0 as usize].len());
        let cells = sizes.clone().try_fold(1, usize::checked_mul);
        if cells.is_some_and(|cells| cells <= MOST_CELLS) {
            continue;
        }
        let sizes: Vec<String> = sizes.map(|size| size.to_string()).collect();
        let message = format!("`{}` would have {} cells", quantity.name, sizes.join(" x "));
        let help = "list fewer members, or use fewer axes; the quantity was left out";
        diagnostics.add(Diagnostic::error("too-large", quantity.span, message).help(help));
        let largest =
            quantity.axes.iter().map(|axis| axis.dimension.0 as usize).max_by_key(|number| lists[*number].len());
        largest.into_iter().for_each(|number| lists[number] = MemberList::default());
    }
}

/// Fills the lists of subsets, once the lists they are of are known.
pub(crate) fn add_subsets(model: &Model, lists: &mut [MemberList], diagnostics: &mut Diagnostics) {
    for (number, dimension) in model.dimensions.iter().enumerate() {
        let Members::Subsets(of) = dimension.members else { continue };
        let members = &lists[of.0 as usize];
        if members.len() > MOST_MEMBERS_OF_SUBSETS {
            let message = format!("`{}` would have 2^{} members", dimension.name, members.len());
            let help = format!("subsets are limited to {MOST_MEMBERS_OF_SUBSETS} members");
            diagnostics.add(Diagnostic::error("no-members", dimension.span, message).help(help));
            continue;
        }
        lists[number] = MemberList::subsets_of(members, dimension);
    }
}

fn from_data(model: &Model, id: DimensionId, layers: &[Layer]) -> MemberList {
    let dimension = model.dimension(id);
    let mut list = MemberList::default();
    let entries = layers.iter().flat_map(|layer| &layer.members).filter(|entry| entry.dimension == id);
    entries.for_each(|entry| list.add(entry, dimension));
    if list.is_empty() {
        add_named_by_values(model, id, layers, &mut list);
    }
    list.ascending(dimension)
}

fn add_named_by_values(model: &Model, id: DimensionId, layers: &[Layer], list: &mut MemberList) {
    for datum in layers.iter().flat_map(|layer| &layer.values) {
        let axes = &model.quantity(datum.quantity).axes;
        for (axis, key) in axes.iter().zip(datum.place.iter().flat_map(|place| place.iter())) {
            if axis.dimension == id {
                list.add_key(key, model.dimension(id));
            }
        }
    }
}
