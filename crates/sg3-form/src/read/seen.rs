//! What was found of the layout so far.

use crate::read::index::TableNumber;
use std::collections::HashSet;

/// What was found of the layout.
#[derive(Default)]
pub(crate) struct SeenKeys {
    /// Keys of columns, with those of their tables.
    pub(crate) columns: HashSet<(String, String)>,
    pub(crate) rows: HashSet<(TableNumber, usize)>,
}

impl SeenKeys {
    /// A row of a table was found.
    pub(crate) fn add_row(&mut self, table: TableNumber, position: usize) {
        self.rows.insert((table, position));
    }
}
