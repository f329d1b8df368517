//! A model as a table: name, unit, formula as written, label.

use super::{by_section, head, kind, value};
use crate::report::plain_table;
use sg3_lang::model::{Body, Entry, Quantity, Role};
use sg3_lang::{Model, Sources, Span};

/// A table for each heading.
pub fn table(model: &Model, sources: &Sources) -> String {
    let part = |(heading, quantities): (String, Vec<&Quantity>)| {
        let rows = quantities.iter().map(|quantity| row(model, sources, quantity)).collect();
        format!("{heading}{}", plain_table(&["Name", "Unit", "Formula", "Label"], rows, &[]))
    };
    format!("{}\n\n{}", model.title, by_section(model, |_| true).into_iter().map(part).collect::<Vec<_>>().join("\n"))
}

fn row(model: &Model, sources: &Sources, quantity: &Quantity) -> Vec<String> {
    vec![head(quantity), kind(model, &quantity.kind), formula(model, sources, quantity), quantity.label.clone()]
}

fn formula(model: &Model, sources: &Sources, quantity: &Quantity) -> String {
    match (&quantity.role, quantity.definition().map(|definition| &definition.body)) {
        (_, Some(Body::Formula(formula))) => as_written(sources, formula.span) + &plausible(quantity),
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
        Some(member) => value::key(model, axis.dimension, member),
        None => "else".to_owned(),
    });
    let said = entry.value.as_ref().map_or_else(String::new, |value| as_written(sources, value.span));
    format!("{}: {said}", keys.collect::<Vec<_>>().join(", "))
}

/// The author's words on one line, without comments.
pub fn as_written(sources: &Sources, span: Span) -> String {
    let lines = sources.slice(span).lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
