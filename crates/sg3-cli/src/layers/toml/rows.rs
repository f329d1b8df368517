//! Rows of a dimension: `"rent"`, or a table with `key`, `label`, `unit` and values of inputs.

use super::Reader;
use sg3_calc::Origin;
use sg3_lang::model::{DimensionId, Members};
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// What a row says of its member itself.
pub const WORDS: [&str; 3] = ["key", "label", "unit"];

/// The member that a row is.
pub struct Row {
    /// Of which dimension.
    pub dimension: DimensionId,
    /// Its key.
    pub key: Arc<str>,
}

/// Adds a row: its member, where the data list the members, and its values.
pub fn read(reader: &mut Reader, dimension: DimensionId, position: usize, element: &DeValue, origin: Origin) {
    let words = |word: &str| table(element).and_then(|table| table.get(word)).and_then(|value| words(value.get_ref()));
    let key = words("key").or_else(|| self::words(element)).or_else(|| numbered(reader, dimension, position));
    let Some(key) = key.map(Arc::<str>::from) else {
        let message = format!("a row of `{}` has no key", reader.draft.model.dimension(dimension).name);
        return reader.draft.complain("wrong-value", &origin, message, Some("add `key = \"...\"`".to_owned()));
    };
    add(reader, dimension, key, element, words("label"), origin);
}

/// Adds a row whose key stands before it: a label, or a table.
pub fn named(reader: &mut Reader, dimension: DimensionId, key: &str, element: &DeValue, origin: Origin) {
    let label = match table(element) {
        Some(table) => table.get("label").and_then(|value| words(value.get_ref())),
        None => words(element),
    };
    add(reader, dimension, key.into(), element, label, origin);
}

fn add(
    reader: &mut Reader,
    dimension: DimensionId,
    key: Arc<str>,
    element: &DeValue,
    label: Option<String>,
    origin: Origin,
) {
    let unit = table(element).and_then(|table| table.get("unit")).and_then(|value| words(value.get_ref()));
    if reader.draft.model.dimension(dimension).is_from_data() {
        reader.draft.member(dimension, key.clone(), label.unwrap_or_default(), unit, origin);
    }
    if let Some(table) = table(element) {
        reader.table("", table, Some(&Row { dimension, key }));
    }
}

fn table<'t>(element: &'t DeValue<'t>) -> Option<&'t DeTable<'t>> {
    match element {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

fn words(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(words) => Some(words.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// Rows of a table need no key: they are counted.
fn numbered(reader: &Reader, dimension: DimensionId, position: usize) -> Option<String> {
    let counted = matches!(reader.draft.model.dimension(dimension).members, Members::FromRows);
    counted.then(|| (position + 1).to_string())
}
