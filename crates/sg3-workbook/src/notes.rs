//! Notes of the intake: what it saw in passing and the workbook reader will not tell. One place for all formats.

use crate::cell_range::CellRange;
use crate::hidden::Hidden;
use crate::number_format::Shown;
use std::collections::BTreeMap;

/// By the part of a sheet (.xlsx, .xlsb), by its number in the workbook (.xls) or by its name (.ods).
pub(crate) type Notes = BTreeMap<String, SheetNotes>;

/// The notes on one sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct SheetNotes {
    /// The first address that no sheet has, as the file writes it. The reader would wrap it round to some other cell.
    pub(crate) off_grid: Option<String>,
    /// Errors that formulas have as values, in the order of the file; the reader passes over them (.xlsb).
    pub(crate) errors: Vec<(u32, u32, String)>,
    /// Cells that hold a formula which the reader does not tell of.
    pub(crate) formulas: Vec<(u32, u32)>,
    /// Cells given more than once, where the reader hides it.
    pub(crate) repeated: Vec<(u32, u32)>,
    /// Rows and columns that are hidden.
    pub(crate) hidden: Hidden,
    /// Numbers of which the screen shows another, in order (.xls, .xlsb, .ods).
    pub(crate) shown: Vec<(u32, u32, Shown)>,
    /// Merged cells (.ods, .xlsb).
    pub(crate) merged: Vec<CellRange>,
}

impl SheetNotes {
    /// Keeps the first address off the grid.
    pub(crate) fn note_off_grid(&mut self, text: &str) {
        self.off_grid.get_or_insert_with(|| text.to_owned());
    }

    /// Puts what was noted by cell in order, to be found again.
    pub(crate) fn sort(&mut self) {
        self.formulas.sort_unstable();
        self.shown.sort_by_key(|(row, column, _)| (*row, *column));
    }

    /// What the screen shows of the number in a cell, once the notes are in order.
    pub(crate) fn find_shown(&self, place: (u32, u32)) -> Shown {
        let found = self.shown.binary_search_by_key(&place, |(row, column, _)| (*row, *column));
        found.map_or(Shown::Itself, |at| self.shown[at].2)
    }

    /// Whether there is anything to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.off_grid.is_none()
            && self.errors.is_empty()
            && self.formulas.is_empty()
            && self.repeated.is_empty()
            && self.hidden.is_empty()
            && self.shown.is_empty()
            && self.merged.is_empty()
    }
}
