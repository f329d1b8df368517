//! The cells of an .xlsx sheet, taken along while the guard examines its part: what was examined is what is read, and no part is
//! gone through twice.
//!
//! `gather` takes them from the elements, `plain` from the bytes where they are written as nearly all programs do.

use crate::area::Area;
use crate::refusal::Refusal;
use crate::texts::Texts;

/// A sheet as its part has it; what texts and formats mean stands in other parts.
#[derive(Debug, Default)]
pub(crate) struct SheetCells {
    /// Cells that hold something, in the order of the file.
    pub cells: Vec<HeldCell>,
    /// Texts of cells and formulas.
    pub texts: Texts,
    /// Formulas, each with the number of its cell, in order.
    pub formulas: Vec<(usize, HeldFormula)>,
    /// Merged cells.
    pub merged: Vec<Area>,
    /// The greatest number of a format that a cell has.
    pub formats: u32,
    /// What ended the sheet early.
    pub damage: Option<Refusal>,
}

/// A cell that holds something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HeldCell {
    pub row: u32,
    pub column: u32,
    pub holds: Holds,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Holds {
    /// A number, which its format may make a date.
    Number { value: f64, format: u32 },
    /// A shared string, by number.
    Shared(u32),
    /// A text of the sheet, by number.
    Text(u32),
    /// A day or a duration as ISO 8601 writes them, by number of its text.
    Day(u32),
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
pub(crate) enum HeldFormula {
    /// As written.
    Own(u32),
    /// As written, and by its number for other cells too, from the first cell that it is for.
    Shared { number: u64, start: (u32, u32), text: u32 },
    /// Of a number, written elsewhere.
    Derived(u64),
}
