//! What is to be computed, and in which order.

use sg3_lang::model::{Check, Group, Model, QuantityId};

/// Steps in order, and the checks that are asked at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What is computed, in order.
    pub steps: Vec<Group>,
    /// Positions in [`Model::checks`].
    pub checks: Vec<usize>,
    /// Those of `checks` that come from used documents and whose answer follows from the binding alone: no data are beneath them.
    pub settled: Vec<usize>,
    /// Checks of used documents that are not asked, and why.
    pub not_asked: Vec<NotAsked>,
}

/// A check of a used document that this model gives no data for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAsked {
    /// Position in [`Model::checks`].
    pub check: usize,
    /// Inputs that only this check would need.
    pub inputs: Vec<QuantityId>,
}

/// Everything of the document itself and what that needs; of used documents what is needed, and their checks.
///
/// A check of a used document is asked if every input beneath it is needed anyway: quantities and constants that only the check
/// needs are computed for it, but it makes nobody give another input.
pub fn plan(model: &Model) -> Plan {
    plan_with(model, &[])
}

/// The same, with quantities that are wanted beside it, whether or not anything needs them.
pub fn plan_with(model: &Model, wanted: &[QuantityId]) -> Plan {
    let mut needed = needed_by_document(model);
    wanted.iter().for_each(|id| mark_needed(model, *id, &mut needed));
    let given: Vec<QuantityId> = inputs_among(model, &needed);
    let (mut checks, mut settled, mut not_asked) = (Vec::new(), Vec::new(), Vec::new());
    for (number, check) in model.checks.iter().enumerate() {
        let beneath = beneath(model, check);
        let mut inputs = inputs_among(model, &beneath);
        settled.extend((!is_own(check) && inputs.is_empty()).then_some(number));
        inputs.retain(|input| !given.contains(input));
        if is_own(check) || inputs.is_empty() {
            checks.push(number);
            needed.iter_mut().zip(beneath).for_each(|(needed, beneath)| *needed |= beneath);
        } else {
            not_asked.push(NotAsked { check: number, inputs });
        }
    }
    Plan { steps: needed_steps(model, &needed), checks, settled, not_asked }
}

/// As sg3 0.1 planned, with whose workbooks fresh ones are compared: of used documents only the checks that need nothing more.
pub fn plan_of_first_version(model: &Model) -> Plan {
    let needed = needed_by_document(model);
    let is_covered = |check: &Check| check.dependencies().iter().all(|id| needed[id.0 as usize]);
    let checks = model.checks.iter().enumerate().filter(|(_, check)| is_own(check) || is_covered(check));
    let checks = checks.map(|(number, _)| number).collect();
    Plan { steps: needed_steps(model, &needed), checks, settled: Vec::new(), not_asked: Vec::new() }
}

/// Only what these quantities need, and no checks.
pub fn plan_for(model: &Model, wanted: impl Iterator<Item = QuantityId>) -> Plan {
    let mut needed = vec![false; model.quantities.len()];
    wanted.for_each(|id| mark_needed(model, id, &mut needed));
    Plan { steps: needed_steps(model, &needed), checks: Vec::new(), settled: Vec::new(), not_asked: Vec::new() }
}

/// The groups of the model's order, without what is not needed.
pub(crate) fn needed_steps(model: &Model, needed: &[bool]) -> Vec<Group> {
    model.order.iter().filter_map(|group| needed_part(model, group, needed)).collect()
}

/// What the quantities and checks of the document itself need.
fn needed_by_document(model: &Model) -> Vec<bool> {
    let mut needed = vec![false; model.quantities.len()];
    let own = model.quantity_ids().filter(|id| !model.quantity(*id).name.contains('.'));
    own.for_each(|id| mark_needed(model, id, &mut needed));
    for check in model.checks.iter().filter(|check| is_own(check)) {
        check.dependencies().into_iter().for_each(|id| mark_needed(model, id, &mut needed));
    }
    needed
}

/// Everything that a check needs, directly or not.
fn beneath(model: &Model, check: &Check) -> Vec<bool> {
    let mut beneath = vec![false; model.quantities.len()];
    check.dependencies().into_iter().for_each(|id| mark_needed(model, id, &mut beneath));
    beneath
}

fn inputs_among(model: &Model, marked: &[bool]) -> Vec<QuantityId> {
    model.inputs().map(|(id, ..)| id).filter(|id| marked[id.0 as usize]).collect()
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
