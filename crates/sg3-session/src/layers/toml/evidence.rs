//! `[evidence.minutes]`, `[evidence.minutes.urban]`: `status`, `least`, `most`, `source`, `confidential` (the reason), `comment`.

use super::reader::{Entry, Reader};
use crate::layers::builder::{KnownEvidence, Slots};
use sg3_calc::{Evidence, Origin, Status};
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// The table that says what is known of values.
pub(crate) const EVIDENCE: &str = "evidence";
/// Keys of a table that says what is known of a value.
const FACTS: [&str; 6] = ["status", "least", "most", "source", "confidential", "comment"];

/// Reads the evidence of inputs, by name.
pub(crate) fn read(reader: &mut Reader, prefix: &str, table: &DeTable) {
    for entry in reader.entries(table) {
        let name = format!("{prefix}{}", entry.key);
        match (reader.builder.input(&name), entry.value) {
            (Some(input), DeValue::Table(table)) => {
                let slots = reader.builder.slots(input);
                read_input(reader, input, slots, table, &entry.origin);
            }
            (None, DeValue::Table(table)) if reader.is_used_document(&name) => read(reader, &format!("{name}."), table),
            _ => reader.builder.reject_name(&name, &entry.origin),
        }
    }
}

/// What is said of the places that the slots leave open; tables are about one member of the next open axis.
fn read_input(reader: &mut Reader, input: QuantityId, slots: Slots, table: &DeTable, origin: &Origin) {
    let mut evidence = Evidence::default();
    let mut range = (None, None);
    for entry in reader.entries(table) {
        match (entry.value, slots.iter().position(Option::is_none)) {
            (DeValue::Table(table), Some(open)) => {
                let mut slots = slots.clone();
                slots[open] = Some(Arc::from(entry.key));
                read_input(reader, input, slots, table, &entry.origin);
            }
            _ => read_fact(reader, &entry, &mut evidence, &mut range),
        }
    }
    evidence.range = range.0.zip(range.1);
    if range.0.is_some() != range.1.is_some() {
        let help = Some("give `least` and `most`".to_owned());
        reader.builder.reject("wrong-status", origin, "the range has only one bound".to_owned(), help);
    }
    if !evidence.is_empty() {
        reader.builder.add_evidence(KnownEvidence { input, slots, evidence, origin: origin.clone() });
    }
}

fn read_fact(reader: &mut Reader, entry: &Entry, evidence: &mut Evidence, range: &mut (Option<f64>, Option<f64>)) {
    match (entry.key, text(entry.value), number(entry.value)) {
        ("status", Some(text), _) => evidence.status = status(reader, &text, &entry.origin),
        ("source", text @ Some(_), _) => evidence.source = text,
        ("confidential", text @ Some(_), _) => evidence.confidential = text,
        ("comment", text @ Some(_), _) => evidence.comment = text,
        ("least", _, least @ Some(_)) => range.0 = least,
        ("most", _, most @ Some(_)) => range.1 = most,
        _ => {
            let message = format!("`{}` is not a valid entry for a value", entry.key);
            let help = near_miss(entry.key, FACTS).unwrap_or_else(|| format!("allowed: `{}`", FACTS.join("`, `")));
            reader.builder.reject("wrong-status", &entry.origin, message, Some(help));
        }
    }
}

fn status(reader: &mut Reader, words: &str, origin: &Origin) -> Option<Status> {
    let status = Status::of_label(words);
    if status.is_none() {
        let known = Status::ALL.map(Status::label);
        let help = near_miss(words, known).unwrap_or_else(|| format!("allowed: `{}`", known.join("`, `")));
        reader.builder.reject("wrong-status", origin, format!("`{words}` is not a valid status"), Some(help));
    }
    status
}

fn text(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        _ => None,
    }
}

fn number(value: &DeValue) -> Option<f64> {
    match value {
        DeValue::Integer(number) => number.as_str().replace('_', "").parse().ok(),
        DeValue::Float(number) => number.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}
