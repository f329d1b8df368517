//! What a model asks, by who answers.

use super::{head, kind, value};
use crate::report::plain_table;
use sg3_lang::Model;
use sg3_lang::model::{Input, Owner, Quantity, Table};

/// A table for each of operator, regulator and public sources.
pub fn inputs(model: &Model) -> String {
    let owners =
        [(Owner::Operator, "The operator"), (Owner::Regulator, "The regulator"), (Owner::Public, "Public sources")];
    owners.into_iter().filter_map(|(owner, words)| answered_by(model, owner, words)).collect::<Vec<_>>().join("\n")
}

fn answered_by(model: &Model, owner: Owner, words: &str) -> Option<String> {
    let asked = model.inputs().filter(|(_, _, input)| input.owner == owner);
    let rows: Vec<Vec<String>> = asked.map(|(_, quantity, input)| row(model, quantity, input)).collect();
    let heads = ["Input", "Label", "Unit", "Range", "Plausible", "If blank", "Proposed"];
    (!rows.is_empty()).then(|| format!("{words}\n{}", plain_table(&heads, rows, &[])))
}

fn row(model: &Model, quantity: &Quantity, input: &Input) -> Vec<String> {
    vec![
        head(quantity),
        quantity.label.clone(),
        kind(model, &quantity.kind),
        input.range.map_or_else(String::new, |range| range.to_string()),
        quantity.plausible.as_ref().map_or_else(String::new, |plausible| plausible.range.to_string()),
        input.blank.map_or_else(String::new, |blank| value::literal(model, &quantity.kind, blank)),
        input.default.as_ref().map_or_else(String::new, |default| proposal(model, default)),
    ]
}

/// The one value, or that there are several.
fn proposal(model: &Model, default: &Table) -> String {
    let mut values = default.entries.iter().filter_map(|entry| value::plain(model, entry.value.as_ref()?));
    let first = values.next().unwrap_or_default();
    if values.all(|value| value == first) { first } else { "differs by member".to_owned() }
}
