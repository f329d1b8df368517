//! A model as a table: name, unit, formula as written, label.

use super::section::by_section;
use super::value::{kind_label, member_key};
use crate::view::table::plain_table;
use sg3_lang::model::{Body, Entry, Quantity, Role};
use sg3_lang::{Model, Sources};
use sg3_report::{formula_as_written, signature};

/// A table for each heading.
pub(crate) fn draw_table(model: &Model, sources: &Sources) -> String {
    let parts = by_section(model, |_| true).into_iter().map(|(heading, quantities)| {
        let rows = quantities.iter().map(|quantity| row(model, sources, quantity)).collect();
        format!("{heading}{}", plain_table(&["Name", "Unit", "Formula", "Label"], rows, &[]))
    });
    format!("{}\n\n{}", model.title, parts.collect::<Vec<_>>().join("\n"))
}

fn row(model: &Model, sources: &Sources, quantity: &Quantity) -> Vec<String> {
    vec![
        signature(quantity),
        kind_label(model, &quantity.kind),
        formula(model, sources, quantity),
        quantity.label.clone(),
    ]
}

fn formula(model: &Model, sources: &Sources, quantity: &Quantity) -> String {
    match (&quantity.role, quantity.definition().map(|definition| &definition.body)) {
        (_, Some(Body::Formula(formula))) => formula_as_written(sources, formula.span) + &plausible(quantity),
        (_, Some(Body::Table(table))) => {
            let lines = table.entries.iter().map(|entry| line(model, sources, quantity, entry));
            lines.collect::<Vec<_>>().join("\n")
        }
        (Role::Input(_), None) => format!("input{}", plausible(quantity)),
        (_, None) => unreachable!("whatever is no input has a definition"),
    }
}

/// ` in 1..6`
fn plausible(quantity: &Quantity) -> String {
    quantity.plausible.as_ref().map_or_else(String::new, |plausible| format!(" in {}", plausible.range))
}

/// `switch: sum(x over y)`
fn line(model: &Model, sources: &Sources, quantity: &Quantity, entry: &Entry) -> String {
    let keys = entry.place.iter().zip(&quantity.axes).map(|(member, axis)| match member {
        Some(member) => member_key(model, axis.dimension, member),
        None => "else".to_owned(),
    });
    let formula = entry.value.as_ref().map_or_else(String::new, |value| formula_as_written(sources, value.span));
    format!("{}: {formula}", keys.collect::<Vec<_>>().join(", "))
}
