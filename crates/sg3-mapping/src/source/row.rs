//! A row of a sheet of a source file.

use super::cell::{SourceCell, SourceValue};

/// A row of the source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// From zero.
    pub row: u32,
    /// Cells that hold anything, from left to right.
    pub cells: Vec<SourceCell>,
}

impl SourceRow {
    /// The cell of a column, if it holds anything.
    pub fn cell(&self, column: u32) -> Option<&SourceValue> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[found].value)
    }

    /// The first words in it; nothing if it has none.
    pub(crate) fn first_words(&self) -> &str {
        self.cells.iter().find_map(|cell| cell.value.label()).unwrap_or_default()
    }
}

/// Whether a row holds any number.
pub(crate) fn has_figures(row: &SourceRow) -> bool {
    row.cells
        .iter()
        .any(|cell| matches!(cell.value, SourceValue::Number(_) | SourceValue::Typed(..) | SourceValue::Either(..)))
}
