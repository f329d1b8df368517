//! A TOML file to a layer: `wacc = 0.11`, `[minutes] urban = 150e6`, a table more for each further axis;
//! `[members] pool = ["rent"]`, `[pool] rent = "Rents"` or `[[pool]] key = "rent"` list members, the last with values of
//! inputs beside them. `[evidence.minutes] status = "measured"` says what is known of values, for all or by member.

mod evidence;
mod rows;

use super::draft::{Draft, Slots};
use super::{refusal, value};
use ::toml::Spanned;
use ::toml::de::{DeArray, DeTable, DeValue};
use rows::Row;
use sg3_calc::{Origin, Value};
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use std::sync::Arc;

/// The table that lists members.
const MEMBERS: &str = "members";

/// What walks through a file.
struct Reader<'a, 'd> {
    draft: &'a mut Draft<'d>,
    /// First byte of every line.
    lines: Vec<usize>,
}

/// A key of a table with what it stands for.
struct Entry<'t> {
    key: &'t str,
    value: &'t DeValue<'t>,
    origin: Origin,
}

/// Adds what the file says.
pub fn read(draft: &mut Draft, text: &str) {
    let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
    let mut reader = Reader { lines: std::iter::once(0).chain(starts).collect(), draft };
    match DeTable::parse(text) {
        Ok(table) => reader.table("", table.get_ref(), None),
        Err(error) => {
            let line = reader.line(error.span().map_or(0, |span| span.start));
            let message = format!("not a TOML file: {}", error.message());
            let refused = refusal(reader.draft.file(), &format!("line {line}"), message);
            reader.draft.add(refused);
        }
    }
}

impl Reader<'_, '_> {
    fn line(&self, byte: usize) -> u32 {
        self.lines.partition_point(|start| *start <= byte) as u32
    }

    /// Entries of a table, in the order of the file.
    fn entries<'t>(&self, table: &'t DeTable<'t>) -> Vec<Entry<'t>> {
        let mut found: Vec<(usize, &Spanned<_>, &DeValue)> =
            table.iter().map(|(key, value)| (key.span().start, key, value.get_ref())).collect();
        found.sort_by_key(|(start, ..)| *start);
        let entry = |(start, key, value): (usize, &'t Spanned<std::borrow::Cow<'t, str>>, &'t DeValue<'t>)| Entry {
            key: key.get_ref(),
            value,
            origin: self.draft.line(self.line(start)),
        };
        found.into_iter().map(entry).collect()
    }

    /// A table of names: inputs, dimensions, or the name of a used document before those of its inputs.
    fn table(&mut self, prefix: &str, table: &DeTable, row: Option<&Row>) {
        for entry in self.entries(table) {
            let is_row_word = row.is_some() && prefix.is_empty() && rows::WORDS.contains(&entry.key);
            if !is_row_word {
                self.entry(&format!("{prefix}{}", entry.key), entry, row);
            }
        }
    }

    fn entry(&mut self, name: &str, entry: Entry, row: Option<&Row>) {
        let dimension = self.draft.model.find_dimension(name);
        match (self.draft.input(name), entry.value) {
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
            _ => self.draft.unknown(name, &entry.origin),
        }
    }

    fn is_used_document(&self, name: &str) -> bool {
        let before = format!("{name}.");
        self.draft.model.inputs().any(|(_, quantity, _)| quantity.name.starts_with(&before))
    }

    fn input(&mut self, input: QuantityId, value: &DeValue, origin: &Origin, row: Option<&Row>) {
        let slots = match row {
            None => Some(self.draft.slots(input)),
            Some(row) => self.draft.slots_at(input, row.dimension, &row.key),
        };
        match slots {
            Some(slots) => self.values(input, slots, value, origin),
            None => self.draft.too_many(input, origin),
        }
    }

    /// A value, or a table of values by the members of the next open axis.
    fn values(&mut self, input: QuantityId, slots: Slots, value: &DeValue, origin: &Origin) {
        match value {
            DeValue::Table(table) => self.by_member(input, &slots, table, origin),
            DeValue::Array(_) => {
                let message =
                    format!("a list does not say to which member each value of `{}` belongs", self.draft.head(input));
                let help = "write a table with a key for each member".to_owned();
                self.draft.complain("wrong-value", origin, message, Some(help));
            }
            scalar => {
                let said = scalar_value(self.draft, input, scalar);
                self.draft.value(input, slots, said, origin.clone());
            }
        }
    }

    fn by_member(&mut self, input: QuantityId, slots: &Slots, table: &DeTable, origin: &Origin) {
        let Some(open) = slots.iter().position(Option::is_none) else { return self.draft.too_many(input, origin) };
        for entry in self.entries(table) {
            let mut slots = slots.clone();
            slots[open] = Some(Arc::from(entry.key));
            self.values(input, slots, entry.value, &entry.origin);
        }
    }

    /// `[members]`: a list of keys, or of rows, for each dimension.
    fn members(&mut self, table: &DeTable) {
        for entry in self.entries(table) {
            match (self.draft.model.find_dimension(entry.key), entry.value) {
                (Some(dimension), DeValue::Array(array)) => self.rows(dimension, array),
                (Some(dimension), DeValue::Table(table)) => self.named_rows(dimension, table),
                _ => self.draft.unknown(entry.key, &entry.origin),
            }
        }
    }

    /// Rows by key: `power = "Power stations"`.
    fn named_rows(&mut self, dimension: DimensionId, table: &DeTable) {
        for entry in self.entries(table) {
            rows::named(self, dimension, entry.key, entry.value, entry.origin);
        }
    }

    fn rows(&mut self, dimension: DimensionId, array: &DeArray) {
        for (position, element) in array.iter().enumerate() {
            let origin = self.draft.line(self.line(element.span().start));
            rows::read(self, dimension, position, element.get_ref(), origin);
        }
    }
}

fn scalar_value(draft: &Draft, input: QuantityId, scalar: &DeValue) -> Value {
    match scalar {
        DeValue::Integer(number) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix());
            whole.map_or_else(|_| Value::Text(number.as_str().to_owned()), |whole| fit(draft, input, whole))
        }
        DeValue::Float(number) => value::of_words(draft.kind(input), number.as_str()),
        DeValue::Boolean(yes) => Value::YesNo(*yes),
        DeValue::Datetime(moment) => value::of_words(draft.kind(input), &moment.to_string()),
        DeValue::String(words) => value::of_words(draft.kind(input), words),
        DeValue::Array(_) | DeValue::Table(_) => unreachable!("`values` takes lists and tables apart"),
    }
}

/// A whole number is the key of a member where members are numbered.
fn fit(draft: &Draft, input: QuantityId, whole: i64) -> Value {
    match draft.kind(input) {
        Kind::Member(_) => Value::Text(whole.to_string()),
        _ => Value::Number(whole as f64),
    }
}
