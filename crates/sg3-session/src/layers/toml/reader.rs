//! What walks through a TOML file: its entries in order, each with the line it stands on.

use crate::layers::builder::LayerBuilder;
use sg3_calc::Origin;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Knows the line of every entry of a file, for messages and origins.
pub(crate) struct Reader<'a, 'd> {
    pub(crate) builder: &'a mut LayerBuilder<'d>,
    /// First byte of every line.
    lines: Vec<usize>,
}

/// A key of a table with what it stands for.
pub(crate) struct Entry<'t> {
    pub(crate) key: &'t str,
    pub(crate) value: &'t DeValue<'t>,
    pub(crate) origin: Origin,
}

impl<'a, 'd> Reader<'a, 'd> {
    /// At the start of a text.
    pub(crate) fn new(builder: &'a mut LayerBuilder<'d>, text: &str) -> Reader<'a, 'd> {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Reader { lines: std::iter::once(0).chain(starts).collect(), builder }
    }
}

impl Reader<'_, '_> {
    /// The number of the line of a byte.
    pub(crate) fn line(&self, byte: usize) -> u32 {
        self.lines.partition_point(|start| *start <= byte) as u32
    }

    /// Entries of a table, in the order of the file.
    pub(crate) fn entries<'t>(&self, table: &'t DeTable<'t>) -> Vec<Entry<'t>> {
        let mut found: Vec<(usize, &Spanned<_>, &DeValue)> =
            table.iter().map(|(key, value)| (key.span().start, key, value.get_ref())).collect();
        found.sort_by_key(|(start, ..)| *start);
        let entries = found.into_iter().map(|(start, key, value)| Entry {
            key: key.get_ref(),
            value,
            origin: self.builder.line(self.line(start)),
        });
        entries.collect()
    }

    /// Whether a name is that of a document that the model uses.
    pub(crate) fn is_used_document(&self, name: &str) -> bool {
        let before = format!("{name}.");
        self.builder.model.inputs().any(|(_, quantity, _)| quantity.name.starts_with(&before))
    }
}
