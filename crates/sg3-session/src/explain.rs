//! Explains a figure that a person names.

use crate::failure::Failure;
use crate::figure::Figure;
use sg3_calc::{Explanation, MemberList};
use sg3_lang::Model;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::member_ranges::ranges_of_keys;
use sg3_lang::model::{Axis, Check, Expression, QuantityId};
use sg3_report::{Computed, signature};

/// How a figure came about, so many formulas deep.
pub fn explain(computed: &Computed, figure: &Figure, depth: usize) -> Result<Explanation, Failure> {
    let (quantity, place) = find_figure(computed, figure)?;
    let Computed { model, inputs, results } = computed;
    Ok(sg3_calc::explain(model, inputs, results, quantity, &place, depth))
}

fn find_figure(computed: &Computed, figure: &Figure) -> Result<(QuantityId, Vec<usize>), Failure> {
    let id = find_quantity(&computed.model, &figure.name)?;
    let axes = &computed.model.quantity(id).axes;
    let names: Vec<&str> = axes.iter().map(|axis| &*axis.name).collect();
    let keys = figure.keys(&names).filter(|keys| keys.iter().all(Option::is_some));
    let keys = keys.ok_or_else(|| unplaced(computed, id))?;
    let place = axes.iter().zip(keys.into_iter().flatten()).map(|(axis, key)| position(computed, axis, &key));
    Ok((id, place.collect::<Result<_, Failure>>()?))
}

fn position(computed: &Computed, axis: &Axis, key: &str) -> Result<usize, Failure> {
    let members = computed.inputs.members_of(axis.dimension);
    members.find(key).ok_or_else(|| unknown_member(axis, members, key))
}

fn unknown_member(axis: &Axis, members: &MemberList, key: &str) -> Failure {
    let help = near_miss(key, members.keys.iter().map(|key| &**key));
    let keys = ranges_of_keys(members.keys.iter().map(|key| &**key));
    let shown = &keys[..keys.len().min(12)];
    let known = format!("its members are {}{}", shown.join(", "), if keys.len() > 12 { ", ..." } else { "" });
    Failure::new(format!("`{}` has no member `{key}`", axis.name)).help(help.unwrap_or(known))
}

/// The quantity of a name.
pub(crate) fn find_quantity(model: &Model, name: &str) -> Result<QuantityId, Failure> {
    model.find_quantity(name).ok_or_else(|| unknown(model, name))
}

fn unknown(model: &Model, name: &str) -> Failure {
    if let Some(check) = model.checks.iter().find(|check| *check.name == *name) {
        return is_check(model, check);
    }
    let names = model.quantities.iter().map(|quantity| &*quantity.name);
    Failure::new(format!("the model has no `{name}`")).maybe_help(near_miss(name, names))
}

/// A check has no value of its own; what it reads has.
fn is_check(model: &Model, check: &Check) -> Failure {
    let mut reads: Vec<&str> = Vec::new();
    for id in check.question.sides().flat_map(Expression::dependencies) {
        let name = &*model.quantity(id).name;
        if !reads.contains(&name) {
            reads.push(name);
        }
    }
    let failure = Failure::new(format!("`{}` is a check, not a figure", check.name));
    failure.help(format!("explain one of the quantities it compares: `{}`", reads.join("`, `")))
}

fn unplaced(computed: &Computed, id: QuantityId) -> Failure {
    let signature = signature(computed.model.quantity(id));
    Failure::new(format!("the figure does not fit `{signature}`")).help("name a member for each axis")
}
