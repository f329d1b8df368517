//! A sheet of a source file: rows of cells, found by their place.

use super::cell::{SourceCell, SourceValue};
use super::convention::DecimalConvention;
use super::row::SourceRow;
use super::sides::understand_sides;
use super::written_days::understand_days;
use sg3_form::tables::grid;
use sg3_workbook::{CellRange, Hidden, Shown, Visibility};
use std::sync::Arc;

/// A sheet of the source.
#[derive(Debug, Clone)]
pub struct SourceSheet {
    /// Its name; of a text file, nothing.
    pub name: Arc<str>,
    /// Rows that hold anything, from top to bottom.
    pub rows: Vec<SourceRow>,
    /// Merged cells.
    pub merged: Vec<CellRange>,
    /// Rows and columns that are hidden.
    pub hidden: Hidden,
    /// Numbers of which the screen shows another, in order.
    pub shown: Vec<(u32, u32, Shown)>,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Whether it is a text file, whose rows are lines.
    pub is_text: bool,
}

impl SourceSheet {
    pub(crate) fn of(page: grid::Page, merged: Vec<CellRange>) -> SourceSheet {
        let cell =
            |cell: grid::PageCell| Some(SourceCell { column: cell.column, value: SourceValue::of(cell.content)? });
        let shown = list_shown(&page);
        let row =
            |row: grid::PageRow| SourceRow { row: row.row, cells: row.cells.into_iter().filter_map(cell).collect() };
        let rows = page.rows.into_iter().map(row).filter(|row| !row.cells.is_empty()).collect();
        let (hidden, visibility) = (page.hidden, page.visibility);
        SourceSheet { name: page.name, rows, merged, hidden, shown, visibility, is_text: false }
    }

    /// Texts that are numbers become numbers, read as the sheet as a whole writes them, and texts that are days become days.
    pub(crate) fn understood(mut self) -> SourceSheet {
        let convention = DecimalConvention::of(self.rows.iter().flat_map(|row| &row.cells));
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        cells.for_each(|cell| convention.understand(&mut cell.value));
        understand_sides(&mut self.rows, convention);
        understand_days(&mut self.rows);
        self
    }

    /// The cell at a place, if it holds anything.
    pub fn cell(&self, row: u32, column: u32) -> Option<&SourceValue> {
        let found = self.rows.binary_search_by_key(&row, |row| row.row).ok()?;
        self.rows[found].cell(column)
    }

    /// What the screen shows of the number in a cell.
    pub(crate) fn find_shown(&self, row: u32, column: u32) -> Shown {
        let found = self.shown.binary_search_by_key(&(row, column), |(row, column, _)| (*row, *column));
        found.map_or(Shown::Itself, |at| self.shown[at].2)
    }

    /// Rows between two, both inside.
    pub fn between(&self, first: u32, last: u32) -> &[SourceRow] {
        let start = self.rows.partition_point(|row| row.row < first);
        let end = self.rows.partition_point(|row| row.row <= last);
        &self.rows[start..end.max(start)]
    }
}

fn list_shown(page: &grid::Page) -> Vec<(u32, u32, Shown)> {
    let cells = page.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.row, cell.column, cell.shown)));
    cells.filter(|(.., shown)| *shown != Shown::Itself).collect()
}
