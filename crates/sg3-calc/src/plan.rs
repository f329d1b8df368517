//! What is to be computed, and in which order.

use crate::reads::for_each_read;
use sg3_lang::model::{Group, Model, QuantityId};

/// Steps in order, and the checks that are asked at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What is computed, in order.
    pub steps: Vec<Group>,
    /// Positions in [`Model::checks`].
    pub checks: Vec<usize>,
}

/// Everything of the document itself and what that needs; of used documents only what is needed, with the checks that need no more.
pub fn plan(model: &Model) -> Plan {
    let mut needed = vec![false; model.quantities.len()];
    let own = model.quantity_ids().filter(|id| !model.quantity(*id).name.contains('.'));
    own.for_each(|id| add(model, id, &mut needed));
    let is_own = |check: &usize| model.checks[*check].instance.is_empty();
    for check in (0..model.checks.len()).filter(is_own) {
        reads_of_check(model, check).into_iter().for_each(|id| add(model, id, &mut needed));
    }
    let covered = |check: &usize| reads_of_check(model, *check).iter().all(|id| needed[id.0 as usize]);
    let checks = (0..model.checks.len()).filter(|check| is_own(check) || covered(check)).collect();
    Plan { steps: steps(model, &needed), checks }
}

/// Only what these quantities need, and no checks.
pub fn plan_for(model: &Model, wanted: impl Iterator<Item = QuantityId>) -> Plan {
    let mut needed = vec![false; model.quantities.len()];
    wanted.for_each(|id| add(model, id, &mut needed));
    Plan { steps: steps(model, &needed), checks: Vec::new() }
}

/// The groups of the model's order, without what is not needed.
pub(crate) fn steps(model: &Model, needed: &[bool]) -> Vec<Group> {
    let is_needed = |id: &QuantityId| needed[id.0 as usize];
    let keep = |group: &Group| match group {
        Group::Single(id, _) => (is_needed(id) && model.quantity(*id).input().is_none()).then(|| group.clone()),
        Group::Recurrence(dimension, ids) => {
            let kept: Vec<QuantityId> = ids.iter().copied().filter(is_needed).collect();
            (!kept.is_empty()).then_some(Group::Recurrence(*dimension, kept))
        }
    };
    model.order.iter().filter_map(keep).collect()
}

fn add(model: &Model, id: QuantityId, needed: &mut [bool]) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut needed[id.0 as usize], true) {
            continue;
        }
        for expression in model.quantity(id).definition().iter().flat_map(|definition| definition.body.expressions()) {
            for_each_read(expression, &mut |read| open.push(read));
        }
    }
}

fn reads_of_check(model: &Model, check: usize) -> Vec<QuantityId> {
    let check = &model.checks[check];
    let mut reads = Vec::new();
    for expression in check.question.expressions().chain(&check.filter) {
        for_each_read(expression, &mut |id| reads.push(id));
    }
    reads
}
