//! What the guard saw in passing and the reader will not tell.

use crate::area::Area;
use crate::hidden::Hidden;
use std::collections::{BTreeMap, VecDeque};

/// By the part of a sheet (.xlsx, .xlsb) or by its place in the workbook (.xls).
pub(crate) type Notes = BTreeMap<String, SheetNotes>;

/// Of one sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct SheetNotes {
    /// The first address that no sheet has, as the file writes it. The reader would wrap it round to some other cell.
    pub off_grid: Option<String>,
    /// Errors that the reader does not know (`#SPILL!`) or does not give at all, in the order of the file.
    pub errors: VecDeque<(u32, u32, String)>,
    /// Cells that hold a formula which the reader does not tell of.
    pub formulas: Vec<(u32, u32)>,
    /// Cells given more than once, where the reader hides it.
    pub repeated: Vec<(u32, u32)>,
    /// Rows and columns that are hidden.
    pub hidden: Hidden,
    /// Merged cells (.ods, .xlsb).
    pub merged: Vec<Area>,
}

impl SheetNotes {
    /// Keeps the first address off the grid.
    pub fn note_off_grid(&mut self, text: &str) {
        self.off_grid.get_or_insert_with(|| text.to_owned());
    }

    /// Whether there is anything to keep.
    pub fn is_empty(&self) -> bool {
        self.off_grid.is_none()
            && self.errors.is_empty()
            && self.formulas.is_empty()
            && self.repeated.is_empty()
            && self.hidden.is_empty()
            && self.merged.is_empty()
    }
}
