//! A model as mathematics, with labels for names.

use super::formula::Formula;
use super::{axes, by_section, value};
use sg3_lang::Model;
use sg3_lang::model::{Body, Definition, Entry, Quantity};

/// Every formula under its heading.
pub fn mathematics(model: &Model) -> String {
    let part = |(heading, quantities): (String, Vec<&Quantity>)| {
        let lines: Vec<String> = quantities.iter().filter_map(|quantity| equation(model, quantity)).collect();
        let heading = if heading.is_empty() { heading } else { heading + "\n" };
        format!("{heading}{}", lines.join("\n"))
    };
    let parts = by_section(model, |quantity| quantity.definition().is_some()).into_iter().map(part);
    format!("{}\n\n{}", model.title, parts.collect::<Vec<_>>().join("\n"))
}

fn equation(model: &Model, quantity: &Quantity) -> Option<String> {
    let definition = quantity.definition()?;
    let left = format!("“{}”{}", quantity.label, axes(&quantity.axes));
    let right = match &definition.body {
        Body::Formula(formula) => format!("    = {}\n", Formula { model, scope: &definition.scope }.words(formula)),
        Body::Table(table) => table.entries.iter().map(|entry| line(model, quantity, definition, entry)).collect(),
    };
    Some(format!("{left}\n{right}"))
}

/// The formula of some members.
fn line(model: &Model, quantity: &Quantity, definition: &Definition, entry: &Entry) -> String {
    let named = entry.place.iter().zip(&quantity.axes).filter_map(|(member, axis)| {
        Some(format!("{} = {}", axis.name, value::key(model, axis.dimension, member.as_ref()?)))
    });
    let place = named.collect::<Vec<_>>().join(", ");
    let formula = Formula { model, scope: &definition.scope };
    let said = entry.value.as_ref().map_or_else(|| "blank".to_owned(), |value| formula.words(value));
    match (place.is_empty(), definition_is_single(definition)) {
        (true, true) => format!("    = {said}\n"),
        (true, false) => format!("    = {said}  otherwise\n"),
        (false, _) => format!("    = {said}  for {place}\n"),
    }
}

fn definition_is_single(definition: &Definition) -> bool {
    matches!(&definition.body, Body::Table(table) if table.entries.len() == 1)
}
