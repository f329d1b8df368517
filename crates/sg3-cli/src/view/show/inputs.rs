//! What a model asks, by who answers.

use super::value::{kind_label, literal, plain_value};
use crate::view::table::plain_table;
use sg3_lang::Model;
use sg3_lang::model::{Input, Owner, Quantity, Table};
use sg3_report::signature;

/// A table for each of operator, regulator and public sources.
pub(crate) fn draw_inputs(model: &Model) -> String {
    let owners =
        [(Owner::Operator, "The operator"), (Owner::Regulator, "The regulator"), (Owner::Public, "Public sources")];
    owners.into_iter().filter_map(|(owner, label)| answered_by(model, owner, label)).collect::<Vec<_>>().join("\n")
}

fn answered_by(model: &Model, owner: Owner, label: &str) -> Option<String> {
    let asked = model.inputs().filter(|(_, _, input)| input.owner == owner);
    let rows: Vec<Vec<String>> = asked.map(|(_, quantity, input)| row(model, quantity, input)).collect();
    let heads = ["Input", "Label", "Unit", "Range", "Plausible", "If blank", "Proposed"];
    (!rows.is_empty()).then(|| format!("{label}\n{}", plain_table(&heads, rows, &[])))
}

fn row(model: &Model, quantity: &Quantity, input: &Input) -> Vec<String> {
    vec![
        signature(quantity),
        quantity.label.clone(),
        kind_label(model, &quantity.kind),
        input.range.map_or_else(String::new, |range| range.to_string()),
        quantity.plausible.as_ref().map_or_else(String::new, |plausible| plausible.range.to_string()),
        input.blank.map_or_else(String::new, |blank| literal(model, &quantity.kind, blank)),
        input.default.as_ref().map_or_else(String::new, |default| proposal(model, default)),
    ]
}

/// The one value, or that there are several.
fn proposal(model: &Model, default: &Table) -> String {
    let mut values = default.entries.iter().filter_map(|entry| plain_value(model, entry.value.as_ref()?));
    let first = values.next().unwrap_or_default();
    if values.all(|value| value == first) { first } else { "differs by member".to_owned() }
}
