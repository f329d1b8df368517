//! One request for several models, with each datum asked once.
//!
//! Inputs of two models are the same datum if they have the same name, label, unit or kind, and the same axes over
//! dimensions with the same members: then one answer is right for both, whatever else the models are about. Where only
//! the name agrees, both are asked, and that is told; members that the data list are listed by each model that has
//! something beside them. A form of several models is read for each of them: machine keys are made of names, so the
//! keys of a shared datum are those of both.

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
        let mut layout = Layout::asking(model, owner, &|id| before.lack(model, id));
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
        let (before, other) =
            self.models.iter().find_map(|before| Some((before, self.find_asked(before, &quantity.name)?)))?;
        let differs = find_difference((before, other), (model, quantity));
        Some(SharedInput {
            name: quantity.name.to_string(),
            first: before.name.clone(),
            second: model.name.clone(),
            differs,
        })
    }

    /// Whether none of them asks for the same datum: none for the name, or only for something else by the name.
    fn lack(&self, model: &Model, id: QuantityId) -> bool {
        self.find_shared(model, id).is_none_or(|shared| shared.differs.is_some())
    }

    /// The input of a name, if the form asks for it.
    fn find_asked<'a>(&self, model: &'a Model, name: &str) -> Option<&'a Quantity> {
        let quantity = model.quantity(model.find_quantity(name)?);
        quantity.input().filter(|input| self.owner.answers_for(input.owner)).map(|_| quantity)
    }
}

/// No two sheets of a workbook have one name.
fn rename_sheets(layout: &mut Layout, others: &[Layout]) {
    let mut before: Vec<String> =
        others.iter().flat_map(|layout| &layout.sheets).map(|sheet| sheet.name.clone()).collect();
    for sheet in &mut layout.sheets {
        sheet.name = sheet_name::make_unique(&sheet.name, &before);
        before.push(sheet.name.clone());
    }
}

/// In what two inputs of one name differ.
fn find_difference(one: (&Model, &Quantity), other: (&Model, &Quantity)) -> Option<&'static str> {
    let axes = || one.1.axes.iter().zip(&other.1.axes);
    if !is_same_kind(one, other) {
        Some("unit")
    } else if one.1.axes.len() != other.1.axes.len() || axes().any(|(here, there)| here.name != there.name) {
        Some("axes")
    } else if axes().any(|(here, there)| !is_same_dimension((one.0, here.dimension), (other.0, there.dimension))) {
        Some("members")
    } else {
        (one.1.label != other.1.label).then_some("label")
    }
}

/// Identifiers of dimensions mean something in their own model only, so kinds are compared by what they stand for.
fn is_same_kind(one: (&Model, &Quantity), other: (&Model, &Quantity)) -> bool {
    match (&one.1.kind, &other.1.kind) {
        (Kind::Member(here), Kind::Member(there)) => is_same_dimension((one.0, *here), (other.0, *there)),
        (here, there) => here == there,
    }
}

/// Whether two dimensions mean the same: members that the models list must agree, in any order and with their units.
fn is_same_dimension(one: (&Model, DimensionId), other: (&Model, DimensionId)) -> bool {
    let (one, other) = (one.0.dimension(one.1), other.0.dimension(other.1));
    let same_members = match (&one.members, &other.members) {
        (Members::Listed(_), Members::Listed(_)) => sort_members(one) == sort_members(other),
        (Members::Numbers(first, last), Members::Numbers(other_first, other_last)) => {
            (first, last) == (other_first, other_last)
        }
        (Members::Proposed(first, last), Members::Proposed(other_first, other_last)) => {
            (first, last) == (other_first, other_last)
        }
        (Members::FromInput, Members::FromInput) | (Members::FromRows, Members::FromRows) => true,
        _ => false,
    };
    same_members && one.name == other.name && one.label == other.label && one.step == other.step
}

/// Key, label and unit of each member, in one order for all models.
fn sort_members(dimension: &Dimension) -> Vec<(String, String, String)> {
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
}
