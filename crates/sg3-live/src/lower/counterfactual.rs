//! Counterfactuals: what is replaced in each, and what differs for it.

use crate::book::{BASE, CounterfactualId};
use sg3_lang::model::{Axis, Model, QuantityId, Substitution};

/// A set of replacements within another counterfactual, or within the base case.
pub(super) struct Counterfactual<'a> {
    /// The counterfactual around it; nothing for the base case.
    pub(super) parent: Option<CounterfactualId>,
    /// Axes that tell such counterfactuals apart, those of the ones around first.
    pub(super) keys: Vec<Axis>,
    pub(super) replacements: Vec<Replacement<'a>>,
    /// By quantity: whether it differs from the counterfactual around.
    pub(super) affected: Vec<bool>,
    /// By quantity: whether its definition is cut, here or around: it is given or replaced.
    pub(super) cut: Vec<bool>,
    /// The same text for the same replacements.
    pub(super) name: String,
}

/// What one `target[places] = value` of a `with` replaces.
#[derive(Clone)]
pub(super) struct Replacement<'a> {
    /// What, where and by what.
    pub(super) substitution: &'a Substitution,
    /// Axes of the formula it stands in.
    pub(super) scope: &'a [Axis],
    /// Which of those axes tell counterfactuals apart, in order.
    pub(super) keys: Vec<usize>,
}

impl<'a> Counterfactual<'a> {
    /// The case of the data, in which what is given is cut.
    pub(super) fn base(model: &Model, cut: Vec<bool>) -> Counterfactual<'a> {
        let affected = vec![false; model.quantities.len()];
        Counterfactual { parent: None, keys: Vec::new(), replacements: Vec::new(), affected, cut, name: String::new() }
    }

    /// Whether a quantity is itself replaced here.
    pub(super) fn replaces(&self, quantity: QuantityId) -> bool {
        self.replacements.iter().any(|replacement| replacement.substitution.target == quantity)
    }
}

/// A counterfactual and those around it, outermost first; nothing of the base case.
pub(super) fn chain(all: &[Counterfactual], mut at: CounterfactualId) -> Vec<CounterfactualId> {
    let mut chain = Vec::new();
    while at != BASE {
        chain.push(at);
        at = all[at.0 as usize].parent.expect("only the base case has none");
    }
    chain.reverse();
    chain
}
