//! Tables of inputs, of members, and of the inputs of used documents.

use super::evidence;
use super::reader::{Entry, Reader};
use super::rows::{self, Row};
use crate::layers::builder::{LayerBuilder, Slots};
use crate::layers::value::parse_value;
use sg3_calc::{Origin, Value};
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use std::sync::Arc;
use toml::de::{DeArray, DeTable, DeValue};

/// The table that lists members.
const MEMBERS: &str = "members";

impl Reader<'_, '_> {
    /// A table of names: inputs, dimensions, or the name of a used document before those of its inputs.
    pub(crate) fn table(&mut self, prefix: &str, table: &DeTable, row: Option<&Row>) {
        for entry in self.entries(table) {
            let is_row_field = row.is_some() && prefix.is_empty() && rows::FIELDS.contains(&entry.key);
            if !is_row_field {
                self.entry(&format!("{prefix}{}", entry.key), entry, row);
            }
        }
    }

    fn entry(&mut self, name: &str, entry: Entry, row: Option<&Row>) {
        let dimension = self.builder.model.find_dimension(name);
        match (self.builder.input(name), entry.value) {
            (Some(input), value) => self.input(input, value, &entry.origin, row),
            (None, DeValue::Table(table)) if name == evidence::EVIDENCE => evidence::read(self, "", table),
            (None, DeValue::Table(members)) if name == MEMBERS => self.members(members),
            (None, DeValue::Table(table)) if self.is_used_document(name) => self.table(&format!("{name}."), table, row),
            (None, DeValue::Array(array)) if dimension.is_some() => {
                dimension.into_iter().for_each(|dimension| self.rows(dimension, array));
            }
            (None, DeValue::Table(table)) if dimension.is_some() => {
                dimension.into_iter().for_each(|dimension| self.named_rows(dimension, table));
            }
            _ => self.period(dimension, entry.value, name, &entry.origin),
        }
    }

    /// `year = "2023..2025"`, or `year = 2024`.
    fn period(&mut self, dimension: Option<DimensionId>, value: &DeValue, name: &str, origin: &Origin) {
        match dimension.filter(|id| self.builder.model.dimension(*id).is_proposed()).zip(rows::text(value)) {
            Some((dimension, words)) => {
                self.builder.add_member(dimension, words.into(), String::new(), None, origin.clone());
            }
            None => self.builder.reject_name(name, origin),
        }
    }

    fn input(&mut self, input: QuantityId, value: &DeValue, origin: &Origin, row: Option<&Row>) {
        let slots = match row {
            None => Some(self.builder.slots(input)),
            Some(row) => self.builder.slots_at(input, row.dimension, &row.key),
        };
        match slots {
            Some(slots) => self.values(input, slots, value, origin),
            None => self.builder.reject_place(input, origin),
        }
    }

    /// A value, or a table of values by the members of the next open axis.
    fn values(&mut self, input: QuantityId, slots: Slots, value: &DeValue, origin: &Origin) {
        match value {
            DeValue::Table(table) => self.by_member(input, &slots, table, origin),
            DeValue::Array(_) => {
                let message = format!(
                    "a list does not say to which member each value of `{}` belongs",
                    self.builder.signature(input)
                );
                let help = "write a table with a key for each member".to_owned();
                self.builder.reject("wrong-value", origin, message, Some(help));
            }
            scalar => {
                let value = scalar_value(self.builder, input, scalar);
                self.builder.add_value(input, slots, value, origin.clone());
            }
        }
    }

    fn by_member(&mut self, input: QuantityId, slots: &Slots, table: &DeTable, origin: &Origin) {
        let Some(open) = slots.iter().position(Option::is_none) else {
            return self.builder.reject_place(input, origin);
        };
        for entry in self.entries(table) {
            let mut slots = slots.clone();
            slots[open] = Some(Arc::from(entry.key));
            self.values(input, slots, entry.value, &entry.origin);
        }
    }

    /// `[members]`: a list of keys, or of rows, for each dimension.
    fn members(&mut self, table: &DeTable) {
        for entry in self.entries(table) {
            match (self.builder.model.find_dimension(entry.key), entry.value) {
                (Some(dimension), DeValue::Array(array)) => self.rows(dimension, array),
                (Some(dimension), DeValue::Table(table)) => self.named_rows(dimension, table),
                (dimension, value) => self.period(dimension, value, entry.key, &entry.origin),
            }
        }
    }

    /// Rows by key: `power = "Power stations"`.
    fn named_rows(&mut self, dimension: DimensionId, table: &DeTable) {
        for entry in self.entries(table) {
            let row = rows::named_row(self, dimension, entry.key, entry.value, entry.origin);
            self.row_values(entry.value, &row);
        }
    }

    fn rows(&mut self, dimension: DimensionId, array: &DeArray) {
        for (position, element) in array.iter().enumerate() {
            let origin = self.builder.line(self.line(element.span().start));
            if let Some(row) = rows::listed_row(self, dimension, position, element.get_ref(), origin) {
                self.row_values(element.get_ref(), &row);
            }
        }
    }

    /// Values of inputs that stand beside the member of their row.
    fn row_values(&mut self, element: &DeValue, row: &Row) {
        if let Some(table) = rows::as_table(element) {
            self.table("", table, Some(row));
        }
    }
}

fn scalar_value(builder: &LayerBuilder, input: QuantityId, scalar: &DeValue) -> Value {
    match scalar {
        DeValue::Integer(number) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix());
            whole.map_or_else(|_| Value::Text(number.as_str().to_owned()), |whole| fit(builder, input, whole))
        }
        DeValue::Float(number) => parse_value(builder.kind(input), number.as_str()),
        DeValue::Boolean(yes) => Value::YesNo(*yes),
        DeValue::Datetime(moment) => parse_value(builder.kind(input), &moment.to_string()),
        DeValue::String(text) => parse_value(builder.kind(input), text),
        DeValue::Array(_) | DeValue::Table(_) => unreachable!("`values` takes lists and tables apart"),
    }
}

/// A whole number is the key of a member where members are numbered.
fn fit(builder: &LayerBuilder, input: QuantityId, whole: i64) -> Value {
    match builder.kind(input) {
        Kind::Member(_) => Value::Text(whole.to_string()),
        _ => Value::Number(whole as f64),
    }
}
