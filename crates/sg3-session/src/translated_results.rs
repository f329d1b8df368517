//! What was computed, in the words of its reader.

use sg3_calc::{Inputs, MemberList};
use sg3_lang::Model;
use sg3_lang::model::DimensionId;
use sg3_language::{Language, translate_model};
use sg3_report::Computed;
use std::sync::Arc;

/// What was computed, with the words of the model in a language.
pub fn translate_computed(computed: Computed, language: &Language) -> Computed {
    if language.codes().is_none() {
        return computed;
    }
    let model = translate_model(&computed.model, language);
    let inputs = translate_members(computed.inputs, &model, language);
    Computed { model, inputs, ..computed }
}

/// The members that the model lists, in its words; those of the data are called as the data have it.
fn translate_members(inputs: Inputs, model: &Model, language: &Language) -> Inputs {
    let lists = inputs.members.iter().enumerate();
    let members: Vec<MemberList> = lists
        .map(|(position, list)| {
            let is_listed = !model.dimension(DimensionId(position as u32)).is_listed_by_data();
            let mut list = list.clone();
            if is_listed {
                list.labels.iter_mut().for_each(|label| *label = language.translate_label(label));
            }
            list
        })
        .collect();
    Inputs { members: Arc::from(members), ..inputs }
}
