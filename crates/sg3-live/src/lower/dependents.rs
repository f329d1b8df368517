//! What follows from a replacement, and what an expression depends on.

use sg3_lang::model::{Expression, Model, QuantityId, Substitution};
use std::collections::BTreeSet;

/// The axes of the scope that tell the counterfactuals of some replacements apart.
///
/// `(cost with minutes[service = s] = 0)` in a formula over `s` is a different counterfactual for every member of `s`:
/// everything in it has `s` as one more axis.
pub(super) fn key_axes(substitutions: &[Substitution]) -> Vec<usize> {
    let all: BTreeSet<usize> = substitutions.iter().flat_map(Substitution::free_axes).collect();
    all.into_iter().collect()
}

/// By quantity: whether it is one of the targets or depends on one, where nothing that is cut depends on anything.
pub(super) fn affected(model: &Model, cut: &[bool], targets: &BTreeSet<QuantityId>) -> Vec<bool> {
    let mut affected = vec![false; model.quantities.len()];
    targets.iter().for_each(|target| affected[target.0 as usize] = true);
    let dependencies: Vec<BTreeSet<QuantityId>> = model.quantity_ids().map(|id| dependencies_of(model, id)).collect();
    loop {
        let mut changed = false;
        for id in model.quantity_ids().map(|id| id.0 as usize) {
            let depends = !cut[id] && dependencies[id].iter().any(|needed| affected[needed.0 as usize]);
            if depends && !affected[id] {
                affected[id] = true;
                changed = true;
            }
        }
        if !changed {
            return affected;
        }
    }
}

/// Everything that a value of an expression can depend on.
pub(super) fn closure(model: &Model, expressions: &[&Expression]) -> BTreeSet<QuantityId> {
    let mut all = BTreeSet::new();
    let mut open: Vec<QuantityId> = expressions.iter().flat_map(|expression| expression.dependencies()).collect();
    while let Some(id) = open.pop() {
        if all.insert(id) {
            open.extend(dependencies_of(model, id));
        }
    }
    all
}

fn dependencies_of(model: &Model, id: QuantityId) -> BTreeSet<QuantityId> {
    let definition = model.quantity(id).definition().into_iter();
    definition.flat_map(|definition| definition.body.expressions()).flat_map(Expression::dependencies).collect()
}
