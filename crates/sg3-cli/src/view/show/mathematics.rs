//! A model as mathematics, with labels for names.

use super::formula::Formula;
use super::section::by_section;
use super::value::member_key;
use sg3_lang::Model;
use sg3_lang::model::{Body, Definition, Entry, Quantity};
use sg3_report::axes_label;

/// Every formula under its heading.
pub(crate) fn draw_mathematics(model: &Model) -> String {
    let defined = by_section(model, |quantity| quantity.definition().is_some());
    let parts = defined.into_iter().map(|(heading, quantities)| {
        let lines: Vec<String> = quantities.iter().filter_map(|quantity| equation(model, quantity)).collect();
        let heading = if heading.is_empty() { heading } else { heading + "\n" };
        format!("{heading}{}", lines.join("\n"))
    });
    format!("{}\n\n{}", model.title, parts.collect::<Vec<_>>().join("\n"))
}

fn equation(model: &Model, quantity: &Quantity) -> Option<String> {
    let definition = quantity.definition()?;
    let left = format!("“{}”{}", quantity.label, axes_label(&quantity.axes));
    let right = match &definition.body {
        Body::Formula(formula) => format!("    = {}\n", Formula { model, scope: &definition.scope }.text(formula)),
        Body::Table(table) => table.entries.iter().map(|entry| line(model, quantity, definition, entry)).collect(),
    };
    Some(format!("{left}\n{right}"))
}

/// `= “Price”  for service = voice`
fn line(model: &Model, quantity: &Quantity, definition: &Definition, entry: &Entry) -> String {
    let named = entry.place.iter().zip(&quantity.axes).filter_map(|(member, axis)| {
        Some(format!("{} = {}", axis.name, member_key(model, axis.dimension, member.as_ref()?)))
    });
    let place = named.collect::<Vec<_>>().join(", ");
    let formula = Formula { model, scope: &definition.scope };
    let text = entry.value.as_ref().map_or_else(|| "blank".to_owned(), |value| formula.text(value));
    match (place.is_empty(), definition_is_single(definition)) {
        (true, true) => format!("    = {text}\n"),
        (true, false) => format!("    = {text}  otherwise\n"),
        (false, _) => format!("    = {text}  for {place}\n"),
    }
}

fn definition_is_single(definition: &Definition) -> bool {
    matches!(&definition.body, Body::Table(table) if table.entries.len() == 1)
}
