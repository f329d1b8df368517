//! What is to be computed, and in which order.

use sg3_lang::model::{Check, Group, Model, QuantityId};

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
    own.for_each(|id| mark_needed(model, id, &mut needed));
    for check in model.checks.iter().filter(|check| is_own(check)) {
        check.dependencies().into_iter().for_each(|id| mark_needed(model, id, &mut needed));
    }
    let checks = model.checks.iter().enumerate().filter(|(_, check)| is_own(check) || is_covered(check, &needed));
    Plan { checks: checks.map(|(number, _)| number).collect(), steps: needed_steps(model, &needed) }
}

/// Only what these quantities need, and no checks.
pub fn plan_for(model: &Model, wanted: impl Iterator<Item = QuantityId>) -> Plan {
    let mut needed = vec![false; model.quantities.len()];
    wanted.for_each(|id| mark_needed(model, id, &mut needed));
    Plan { steps: needed_steps(model, &needed), checks: Vec::new() }
}

/// The groups of the model's order, without what is not needed.
pub(crate) fn needed_steps(model: &Model, needed: &[bool]) -> Vec<Group> {
    model.order.iter().filter_map(|group| needed_part(model, group, needed)).collect()
}

fn needed_part(model: &Model, group: &Group, needed: &[bool]) -> Option<Group> {
    match group {
        Group::Single(id, _) => (needed[id.0 as usize] && model.quantity(*id).input().is_none()).then(|| group.clone()),
        Group::Recurrence(dimension, ids) => {
            let kept: Vec<QuantityId> = ids.iter().copied().filter(|id| needed[id.0 as usize]).collect();
            (!kept.is_empty()).then_some(Group::Recurrence(*dimension, kept))
        }
    }
}

/// Marks a quantity and all that it needs.
fn mark_needed(model: &Model, id: QuantityId, needed: &mut [bool]) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut needed[id.0 as usize], true) {
            open.extend(model.quantity(id).dependencies());
        }
    }
}

/// Whether the check is one of the document itself, not of one that it uses.
fn is_own(check: &Check) -> bool {
    check.instance.is_empty()
}

fn is_covered(check: &Check, needed: &[bool]) -> bool {
    check.dependencies().iter().all(|id| needed[id.0 as usize])
}
