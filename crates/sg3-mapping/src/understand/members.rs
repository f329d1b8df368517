//! Members of dimensions that are known before a figure is looked for: of the model, or found in tables and lists.

use sg3_calc::present::members;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Members of every dimension that are known, with their labels: from the model, or found in tables of the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Members {
    pub(crate) lists: BTreeMap<DimensionId, Vec<(Arc<str>, String)>>,
}

impl Members {
    /// Those that the model knows, of dimensions along which the respondent is asked.
    pub(crate) fn of_model(model: &Model, respondent: Respondent) -> Members {
        let asked = model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner));
        let mut lists = BTreeMap::new();
        for axis in asked.flat_map(|(_, quantity, _)| &quantity.axes) {
            if let Some(known) = members::known(model, axis.dimension) {
                lists.insert(axis.dimension, known.into_iter().map(|member| (member.key, member.label)).collect());
            }
        }
        Members { lists }
    }

    /// The same, and the options of inputs whose values are members.
    pub(crate) fn with_options(mut self, model: &Model, respondent: Respondent) -> Members {
        for (_, quantity, _) in model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner)) {
            if let Kind::Member(dimension) = quantity.kind
                && let Some(known) = members::known(model, dimension)
            {
                self.list(dimension, known.into_iter().map(|member| (member.key, member.label)).collect());
            }
        }
        self
    }

    /// Members that tables of the source list.
    pub(crate) fn list(&mut self, dimension: DimensionId, members: Vec<(Arc<str>, String)>) {
        self.lists.insert(dimension, members);
    }

    /// Of one dimension, if they are known.
    pub(crate) fn of(&self, dimension: DimensionId) -> Option<&[(Arc<str>, String)]> {
        self.lists.get(&dimension).map(|list| &**list)
    }
}
