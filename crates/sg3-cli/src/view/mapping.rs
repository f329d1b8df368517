//! A proposed mapping, for people: how much it fills, and how surely.

use super::table::plain_table;
use sg3_lang::Model;
use sg3_mapping::{CERTAIN_FROM, Mapping, MappingRule};
use sg3_session::{MappingProposal, Renewal};
use std::collections::BTreeMap;

/// How many figures of every input were found, and how surely; what to do next.
pub(crate) fn draw_proposal(proposal: &MappingProposal, file: &str) -> String {
    let MappingProposal { model, mapping, renewal, .. } = proposal;
    let rows = rows(model, mapping);
    let table = plain_table(&["Input", "", "Confirmed", "Certain", "Likely", "Open"], rows, &[2, 3, 4, 5]);
    let (words, kept) = (draw_words(mapping), renewal.map_or(String::new(), renewed));
    let open = draw_open_lists(model, mapping);
    format!(
        "{table}{open}{words}{kept}Review, correct and confirm `{file}`, then: `sg3 run {} ... --map {file}`\n",
        model.name
    )
}

/// What lists of the model are asked that no list of the files says, once for each list.
fn draw_open_lists(model: &Model, mapping: &Mapping) -> String {
    let mut asked: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for rule in mapping.rules.iter().filter(|rule| is_open_list(mapping, rule)) {
        let Some(id) = model.find_quantity(&rule.figure.input) else { continue };
        let quantity = model.quantity(id);
        let stars = quantity
            .axes
            .iter()
            .zip(&rule.figure.place)
            .filter(|(axis, key)| &***key == "*" && model.dimension(axis.dimension).step.is_none());
        asked.entry(stars.map(|(axis, _)| axis.dimension.0 as usize).collect()).or_default().push(&quantity.label);
    }
    if asked.is_empty() {
        return String::new();
    }
    let lines = asked.iter().map(|(lists, inputs)| {
        let lists: Vec<&str> = lists.iter().map(|list| &*model.dimensions[*list].label).collect();
        format!("  {}: {}\n", lists.join(", by "), inputs.join("; "))
    });
    format!("Not in these files, and asked once for each list:\n{}", lines.collect::<String>())
}

/// Whether an input of lists has no rule with cells.
fn is_open_list(mapping: &Mapping, rule: &MappingRule) -> bool {
    let mut own = mapping.rules.iter().filter(|other| other.figure.input == rule.figure.input);
    rule.is_list() && own.all(MappingRule::is_open)
}

/// A row for each list and input that has entries, but for those of lists that are all open.
fn rows(model: &Model, mapping: &Mapping) -> Vec<Vec<String>> {
    let lists = model.dimensions.iter().map(|dimension| (&*dimension.name, &*dimension.label));
    let inputs = model.inputs().map(|(_, quantity, _)| (&*quantity.name, &*quantity.label));
    lists.chain(inputs).filter_map(|(name, label)| row(mapping, name, label)).collect()
}

fn row(mapping: &Mapping, name: &str, label: &str) -> Option<Vec<String>> {
    let entries: Vec<&MappingRule> = mapping.rules.iter().filter(|entry| &*entry.figure.input == name).collect();
    let count = |is_counted: fn(&MappingRule) -> bool| match entries.iter().filter(|entry| is_counted(entry)).count() {
        0 => String::new(),
        count => count.to_string(),
    };
    let is_told_apart = entries.first().is_none_or(|entry| is_open_list(mapping, entry));
    (!is_told_apart).then(|| {
        vec![
            name.to_owned(),
            label.to_owned(),
            count(|entry| !entry.confirmed.is_empty()),
            count(|entry| entry.confirmed.is_empty() && is_certain(entry)),
            count(|entry| entry.confirmed.is_empty() && !entry.is_open() && !is_certain(entry)),
            count(MappingRule::is_open),
        ]
    })
}

fn is_certain(entry: &MappingRule) -> bool {
    !entry.is_open() && entry.confidence.is_none_or(|sure| sure >= CERTAIN_FROM)
}

/// How many labels of the operator have a meaning, and how many have none.
fn draw_words(mapping: &Mapping) -> String {
    let unclear = mapping.meanings.iter().filter(|meaning| meaning.key.is_empty()).count();
    match (mapping.meanings.len() - unclear, unclear) {
        (0, 0) => String::new(),
        (known, 0) => format!("Source terms with a meaning in the model: {known}.\n"),
        (known, unclear) => {
            format!("Source terms with a meaning in the model: {known}; without: {unclear}, see the page `Words`.\n")
        }
    }
}

/// What is as it was, and what is new.
fn renewed(renewal: Renewal) -> String {
    let Renewal { kept, moved, new, labels: words } = renewal;
    let first = if new + words > 0 { " New lines come first." } else { "" };
    let words = if words > 0 { format!("; new terms: {words}") } else { String::new() };
    format!("Lines unchanged: {kept}, moved: {moved}, new: {new}{words}.{first}\n")
}
