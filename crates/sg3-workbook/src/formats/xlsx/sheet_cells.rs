//! The cells of an .xlsx sheet as its part has them: plain data between examining and reading.

use super::text_pool::TextPool;
use crate::cell_range::CellRange;
use crate::refusal::Refusal;
use std::collections::BTreeMap;

/// Cells and strings by the key of their part.
#[derive(Default)]
pub(crate) struct ExtractedParts {
    pub(crate) sheets: BTreeMap<String, SheetCells>,
    pub(crate) strings: BTreeMap<String, TextPool>,
}

/// A sheet as its part has it; what texts and formats mean stands in other parts.
#[derive(Debug, Default)]
pub(crate) struct SheetCells {
    /// Cells that hold something, in the order of the file.
    pub(crate) cells: Vec<ExtractedCell>,
    /// Texts of cells and formulas.
    pub(crate) texts: TextPool,
    /// Formulas, each with the number of its cell, in order.
    pub(crate) formulas: Vec<(usize, ExtractedFormula)>,
    /// Merged cells.
    pub(crate) merged: Vec<CellRange>,
    /// The greatest number of a format that a cell has.
    pub(crate) greatest_format: u32,
    /// What ended the sheet early.
    pub(crate) damage: Option<Refusal>,
}

/// A cell that holds something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ExtractedCell {
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) value: ExtractedValue,
}

/// The value of a cell, before shared strings and formats say what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ExtractedValue {
    /// A number, which its format may make a date.
    Number { value: f64, format: u32 },
    /// A shared string, by number.
    Shared(u32),
    /// A text of the sheet, by number.
    Text(u32),
    /// A date or a duration as ISO 8601 writes them, by number of its text.
    IsoDate(u32),
    /// A truth value.
    YesNo(bool),
    /// An error, by number of its text.
    Error(u32),
    /// A formula without a value.
    Nothing,
}

/// The format of a cell that names none.
pub(crate) const NO_FORMAT: u32 = u32::MAX;

/// A formula, by number of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtractedFormula {
    /// As written.
    Own(u32),
    /// As written, and by its number for other cells too, from the first cell that it is for.
    Shared { number: u64, start: (u32, u32), text: u32 },
    /// Of a number, written for another cell.
    Derived(u64),
}
