//! Rows of a dimension: `"rent"`, or a table with `key`, `label`, `unit` and values of inputs.

use super::reader::Reader;
use sg3_calc::Origin;
use sg3_lang::model::{DimensionId, Members};
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// What a row says of its member itself.
pub(crate) const FIELDS: [&str; 3] = ["key", "label", "unit"];

/// The member that a row is.
pub(crate) struct Row {
    pub(crate) dimension: DimensionId,
    pub(crate) key: Arc<str>,
}

/// The member of a row of a list, added where the data list the members; nothing, and a message, if it has no key.
pub(crate) fn listed_row(
    reader: &mut Reader,
    dimension: DimensionId,
    position: usize,
    element: &DeValue,
    origin: Origin,
) -> Option<Row> {
    let key = field(element, "key").or_else(|| text(element)).or_else(|| counted_key(reader, dimension, position));
    let Some(key) = key.map(Arc::<str>::from) else {
        let message = format!("a row of `{}` has no key", reader.builder.model.dimension(dimension).name);
        reader.builder.reject("wrong-value", &origin, message, Some("add `key = \"...\"`".to_owned()));
        return None;
    };
    Some(add_member(reader, Row { dimension, key }, element, field(element, "label"), origin))
}

/// The member of a row whose key stands before it: a label, or a table.
pub(crate) fn named_row(
    reader: &mut Reader,
    dimension: DimensionId,
    key: &str,
    element: &DeValue,
    origin: Origin,
) -> Row {
    let label = match as_table(element) {
        Some(table) => table.get("label").and_then(|value| text(value.get_ref())),
        None => text(element),
    };
    add_member(reader, Row { dimension, key: key.into() }, element, label, origin)
}

fn add_member(reader: &mut Reader, row: Row, element: &DeValue, label: Option<String>, origin: Origin) -> Row {
    let unit = field(element, "unit");
    if reader.builder.model.dimension(row.dimension).is_from_data() {
        reader.builder.add_member(row.dimension, row.key.clone(), label.unwrap_or_default(), unit, origin);
    } else if as_table(element).is_none() {
        // beside values it is refused with each of them
        reader.builder.refuse_unknown_member(row.dimension, &row.key, &origin);
    }
    row
}

/// The table of a row that has values of inputs beside its member.
pub(crate) fn as_table<'t>(element: &'t DeValue<'t>) -> Option<&'t DeTable<'t>> {
    match element {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

fn field(element: &DeValue, name: &str) -> Option<String> {
    as_table(element)?.get(name).and_then(|value| text(value.get_ref()))
}

pub(crate) fn text(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// Rows of a table need no key: they are counted.
fn counted_key(reader: &Reader, dimension: DimensionId, position: usize) -> Option<String> {
    let is_counted = matches!(reader.builder.model.dimension(dimension).members, Members::FromRows);
    is_counted.then(|| (position + 1).to_string())
}
