//! One request for several models, with each datum asked once.
//!
//! Inputs of two models are the same datum if they have the same name, label, unit or kind, and the same axes over dimensions with the same
//! members: then one answer is right for both, whatever else the models are about. Where only the name agrees, both are asked, and that is
//! told; members that the data list are listed by each model that has something beside them. A form of several models is read for each of them: machine keys are made of names, so the keys of a shared datum are those of both.

use crate::layout::respondent::Respondent;
use crate::layout::sheet::Layout;
use sg3_lang::Model;
use sg3_lang::model::{Dimension, DimensionId, Kind, Members, Quantity, QuantityId};
use sg3_workbook::write::sheet_name;

/// An input of two models.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedInput {
    /// Its name in both.
    pub name: String,
    /// The model that asks for it.
    pub first: String,
    /// The model that has it too.
    pub second: String,
    /// Why it is asked for twice; nothing if it is asked for once.
    pub differs: Option<&'static str>,
}

/// A layout for each model, in order, none of which asks for what one before asks for; and what they have in common.
pub fn lay_out_models(models: &[&Model], owner: Respondent) -> (Vec<Layout>, Vec<SharedInput>) {
    let mut common = Vec::new();
    let mut layouts: Vec<Layout> = Vec::new();
    for (number, model) in models.iter().enumerate() {
        let before = EarlierModels { models: &models[..number], owner };
        let asked = model.inputs().filter(|(_, _, input)| owner.answers_for(input.owner));
        common.extend(asked.filter_map(|(id, ..)| before.find_shared(model, id)));
        let is_new = |id| before.find_shared(model, id).is_none_or(|shared| shared.differs.is_some());
        let mut layout = Layout::asking(model, owner, &is_new);
        rename_sheets(&mut layout, &layouts);
        layouts.push(layout);
    }
    (layouts, common)
}

/// Models that are asked for already.
struct EarlierModels<'a> {
    models: &'a [&'a Model],
    owner: Respondent,
}

impl EarlierModels<'_> {
    /// The first of them that asks for an input of the same name.
    fn find_shared(&self, model: &Model, id: QuantityId) -> Option<SharedInput> {
        let quantity = model.quantity(id);
        let asks = |before: &&&Model| {
            let input = before.find_quantity(&quantity.name).and_then(|other| before.quantity(other).input());
            input.is_some_and(|input| self.owner.answers_for(input.owner))
        };
        let before = self.models.iter().find(asks)?;
        let other = before.quantity(before.find_quantity(&quantity.name)?);
        let differs = find_difference((before, other), (model, quantity));
        Some(SharedInput {
            name: quantity.name.to_string(),
            first: before.name.clone(),
            second: model.name.clone(),
            differs,
        })
    }
}

/// No two sheets of a workbook have one name.
fn rename_sheets(layout: &mut Layout, others: &[Layout]) {
    let mut before: Vec<String> =
        others.iter().flat_map(|layout| &layout.sheets).map(|sheet| sheet.name.clone()).collect();
    for sheet in &mut layout.sheets {
        sheet.name = sheet_name::unique(&sheet.name, &before);
        before.push(sheet.name.clone());
    }
}

/// In what two inputs of one name differ.
fn find_difference(one: (&Model, &Quantity), other: (&Model, &Quantity)) -> Option<&'static str> {
    let axes = || one.1.axes.iter().zip(&other.1.axes);
    let same_dimension =
        |here: DimensionId, there: DimensionId| is_same_dimension(one.0.dimension(here), other.0.dimension(there));
    let same_kind = match (&one.1.kind, &other.1.kind) {
        (Kind::Member(here), Kind::Member(there)) => same_dimension(*here, *there),
        (here, there) => here == there,
    };
    match () {
        _ if !same_kind => Some("unit"),
        _ if one.1.axes.len() != other.1.axes.len() || axes().any(|(here, there)| here.name != there.name) => {
            Some("axes")
        }
        _ if !axes().all(|(here, there)| same_dimension(here.dimension, there.dimension)) => Some("members"),
        _ if one.1.label != other.1.label => Some("label"),
        _ => None,
    }
}

/// Whether two dimensions mean the same: members that the models list must agree, in any order and with their units.
fn is_same_dimension(one: &Dimension, other: &Dimension) -> bool {
    let listed = |dimension: &Dimension| {
        let mut members: Vec<(String, String, String)> = dimension
            .listed()
            .iter()
            .map(|member| {
                let unit = member.unit.as_ref().map(ToString::to_string).unwrap_or_default();
                (member.key.to_string(), member.label.clone(), unit)
            })
            .collect();
        members.sort();
        members
    };
    let same_members = match (&one.members, &other.members) {
        (Members::Listed(_), Members::Listed(_)) => listed(one) == listed(other),
        (Members::Numbers(first, last), Members::Numbers(other_first, other_last)) => {
            (first, last) == (other_first, other_last)
        }
        (Members::FromInput, Members::FromInput) | (Members::FromRows, Members::FromRows) => true,
        _ => false,
    };
    same_members && one.name == other.name && one.label == other.label && one.step == other.step
}
