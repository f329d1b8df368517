//! Which dimensions and inputs of a model are filled by lists rather than figure by figure.

use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{Dimension, DimensionId, Kind, Members, QuantityId};
use std::collections::BTreeSet;

/// Dimensions that lists of the source fill: those that other inputs refer to, or along which words are asked.
pub(crate) fn listed_dimensions(model: &Model, respondent: Respondent) -> BTreeSet<DimensionId> {
    let mut listed = BTreeSet::new();
    for (_, quantity, _) in model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner)) {
        if !matches!(quantity.kind, Kind::Number(_)) {
            listed.extend(quantity.axes.iter().map(|axis| axis.dimension));
        }
        if let Kind::Member(dimension) = quantity.kind {
            listed.insert(dimension);
        }
    }
    listed.retain(|dimension| is_from_data(model.dimension(*dimension)));
    listed
}

fn is_from_data(dimension: &Dimension) -> bool {
    matches!(dimension.members, Members::FromInput | Members::FromRows) && dimension.step.is_none()
}

/// Inputs along them.
pub(crate) fn listed_inputs(model: &Model, respondent: Respondent, listed: &BTreeSet<DimensionId>) -> Vec<QuantityId> {
    let of = model.inputs().filter(|(_, quantity, input)| {
        respondent.answers_for(input.owner) && quantity.axes.iter().any(|axis| listed.contains(&axis.dimension))
    });
    of.map(|(id, ..)| id).collect()
}
