//! Which dimensions and inputs of a model are filled by lists rather than figure by figure.

use super::dictionary::words::ACCOUNT;
use super::lexicon::Lexicon;
use crate::weights::balances::NAMES_ROLE;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{Dimension, DimensionId, Kind, Members, QuantityId};
use std::collections::BTreeSet;

/// Dimensions that lists of the source fill: those that other inputs refer to, or along which words are asked; and accounts.
pub(crate) fn listed_dimensions(model: &Model, respondent: Respondent, lexicon: &Lexicon) -> BTreeSet<DimensionId> {
    let mut listed = BTreeSet::new();
    for (_, quantity, _) in model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner)) {
        if !matches!(quantity.kind, Kind::Number(_)) {
            listed.extend(quantity.axes.iter().map(|axis| axis.dimension));
        }
        if let Kind::Member(dimension) = quantity.kind {
            listed.insert(dimension);
        }
        let axes = quantity.axes.iter().map(|axis| axis.dimension);
        listed.extend(axes.filter(|axis| are_accounts(model, *axis, lexicon)));
    }
    listed.retain(|dimension| is_from_data(model.dimension(*dimension)));
    listed
}

/// Whether the members of a dimension are the accounts of a ledger.
pub(crate) fn are_accounts(model: &Model, dimension: DimensionId, lexicon: &Lexicon) -> bool {
    lexicon.fit_of_word(&model.dimension(dimension).label, ACCOUNT) >= NAMES_ROLE
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
