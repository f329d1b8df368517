//! The options that were in force: a figure without its method says nothing.

use super::{Choice, Value, build, number};
use crate::session::Computed;
use indexmap::IndexMap;
use sg3_lang::model::{Kind, Members, Quantity, QuantityId};

/// Every input that chooses: one of named options, a member that the model lists, or a single yes or no.
pub fn in_force(computed: &Computed) -> Vec<Choice> {
    let choices = computed.model.inputs().filter(|(_, quantity, _)| chooses(computed, quantity));
    choices.filter_map(|(id, quantity, _)| choice(computed, id, quantity)).collect()
}

fn chooses(computed: &Computed, quantity: &Quantity) -> bool {
    match quantity.kind {
        Kind::Member(dimension) => matches!(computed.model.dimension(dimension).members, Members::Listed(_)),
        Kind::YesNo => quantity.axes.is_empty(),
        _ => false,
    }
}

fn choice(computed: &Computed, id: QuantityId, quantity: &Quantity) -> Option<Choice> {
    let array = computed.inputs.array(id)?;
    let mut chosen: IndexMap<String, Vec<String>> = IndexMap::new();
    for (offset, cell) in array.cells.iter().enumerate() {
        let members = build::keys(computed, &quantity.axes, &array.place(offset)).join(", ");
        chosen.entry(option(computed, &quantity.kind, *cell)).or_default().push(members);
    }
    Some(Choice {
        name: quantity.name.to_string(),
        label: quantity.label.clone(),
        chosen: words(chosen),
        origin: origin(computed, id),
    })
}

/// Key and label of an option.
fn option(computed: &Computed, kind: &Kind, cell: f64) -> String {
    match (kind, build::value(computed, kind, cell)) {
        (_, None) => "not chosen".to_owned(),
        (Kind::Member(dimension), Some(Value::Text(key))) => {
            let label = &computed.inputs.members_of(*dimension).labels[cell as usize];
            format!("{key} \"{label}\"")
        }
        (_, Some(Value::YesNo(yes))) => number::yes_no(yes).to_owned(),
        (_, Some(Value::Number(_) | Value::Text(_))) => unreachable!("`chooses` lets only members and yes/no through"),
    }
}

/// The one option, or each with the members that have it.
fn words(chosen: IndexMap<String, Vec<String>>) -> String {
    match chosen.len() {
        1 => chosen.into_keys().collect(),
        _ => chosen.iter().map(|(option, who)| format!("{option} ({})", who.join("; "))).collect::<Vec<_>>().join(", "),
    }
}

/// Where the value comes from; of several, the first and that there are others.
fn origin(computed: &Computed, id: QuantityId) -> String {
    let cells = computed.inputs.array(id).map_or(0, |array| array.cells.len());
    let mut origins: Vec<String> =
        (0..cells).filter_map(|cell| computed.inputs.origin(id, cell)).map(ToString::to_string).collect();
    origins.dedup();
    match &origins[..] {
        [] => String::new(),
        [one] => one.clone(),
        [first, ..] => format!("{first} and others"),
    }
}
