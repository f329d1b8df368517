//! What a case starts from: its members, its values, and what the model proposes.

use crate::array::Array;
use crate::bind::inputs::{Inputs, shape_of};
use crate::bind::member_list::MemberList;
use crate::bind::members::{add_subsets, limit_sizes};
use crate::bind::origin::Origin;
use crate::bind::stand_in::stand_in;
use crate::bind::table::spread;
use crate::bind::values::bind_values;
use sg3_lang::Diagnostics;
use sg3_lang::model::{Case, Dimension, DimensionId, Given, Kind, MemberRef, Model, Node, QuantityId, Table};
use std::sync::Arc;

/// What a case starts from: its members and values, and what the model proposes; with what is given for one figure alone.
pub fn inputs_of_case(model: &Model, case: &Case, further: &[Given]) -> Inputs {
    let givens: Vec<&Given> = case.givens.iter().chain(further).collect();
    let members = members(model, case, &givens);
    let mut inputs = bind_values(model, &[], members, &mut Diagnostics::default());
    stand_in(model, &[], &mut inputs, &mut Diagnostics::default());
    let blank = inputs.arrays.clone();
    for given in givens {
        if let Given::Values(id, table, _) = given {
            set(model, &mut inputs, *id, table, blank[id.0 as usize].as_deref());
        }
    }
    inputs
}

fn members(model: &Model, case: &Case, givens: &[&Given]) -> Vec<MemberList> {
    let own = (0..model.dimensions.len() as u32).map(DimensionId).map(|id| {
        let dimension = model.dimension(id);
        let given = givens.iter().rev().find_map(|given| match given {
            Given::Members(of, keys, _) if *of == id => Some(keys),
            _ => None,
        });
        match given {
            Some(keys) if dimension.is_from_data() => listed(keys, dimension).ascending(dimension),
            Some(keys) => MemberList::of_model(dimension).shortened(keys, dimension),
            None if dimension.is_from_data() && !dimension.is_proposed() => {
                named(model, id, case, givens).ascending(dimension)
            }
            None => MemberList::of_model(dimension),
        }
    });
    let mut lists: Vec<MemberList> = own.collect();
    add_subsets(model, &mut lists, &mut Diagnostics::default());
    limit_sizes(model, &mut lists, &mut Diagnostics::default());
    lists
}

fn listed(keys: &[Arc<str>], dimension: &Dimension) -> MemberList {
    let mut list = MemberList::default();
    keys.iter().for_each(|key| list.add_key(key, dimension));
    list
}

/// Members that nobody lists: the keys of the tables and values of the case, in order of appearance.
fn named(model: &Model, id: DimensionId, case: &Case, givens: &[&Given]) -> MemberList {
    let mut members: Vec<&MemberRef> = Vec::new();
    for given in givens {
        let Given::Values(quantity, table, _) = given else { continue };
        let quantity = model.quantity(*quantity);
        for entry in &table.entries {
            let along = quantity.axes.iter().zip(&entry.place).filter(|(axis, _)| axis.dimension == id);
            members.extend(along.filter_map(|(_, member)| member.as_ref()));
            match entry.value.as_ref().map(|value| &value.node) {
                Some(Node::Member(_, member)) if quantity.kind == Kind::Member(id) => members.push(member),
                _ => {}
            }
        }
    }
    for expect in &case.expects {
        let axes = &model.quantity(expect.quantity).axes;
        let along = axes.iter().zip(&expect.place).filter(|(axis, _)| axis.dimension == id);
        members.extend(along.map(|(_, member)| member));
    }
    list_keys(&members, model.dimension(id))
}

fn list_keys(members: &[&MemberRef], dimension: &Dimension) -> MemberList {
    let mut list = MemberList::default();
    for member in members {
        if let MemberRef::Key(key) = member {
            list.add_key(key, dimension);
        }
    }
    list
}

/// Gives values, and takes back what is `missing`: a blank has its meaning again. A computed quantity is cut and keeps only what is
/// given.
fn set(model: &Model, inputs: &mut Inputs, id: QuantityId, table: &Table, blank: Option<&Array>) {
    let position = id.0 as usize;
    let shape = shape_of(model, &inputs.members, id);
    let slot = &mut inputs.arrays[position];
    let array = Arc::make_mut(slot.get_or_insert_with(|| Arc::new(Array::bad(shape.clone()))));
    let origins = &mut inputs.origins[position];
    origins.resize(array.cells.len(), None);
    spread(table, &model.quantity(id).axes, &inputs.members, &shape, |cell, value| {
        let meaning = || blank.map_or(f64::NAN, |blank| blank.cells[cell]);
        array.cells[cell] = if value.is_nan() { meaning() } else { value };
        origins[cell] = Some(Origin::Case).filter(|_| !value.is_nan());
    });
}
