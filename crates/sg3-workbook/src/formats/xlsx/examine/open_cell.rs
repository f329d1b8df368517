//! Where in a sheet its elements are, and the cell that is open there.

use super::shared_formula::Sharing;
use super::value::ValueKind;
use crate::formats::xlsx::sheet_cells::{ExtractedFormula, ExtractedValue};

/// Where in the part the next element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Section {
    /// Before the cells.
    #[default]
    Front,
    /// Among rows and cells.
    Rows,
    /// In a cell.
    Cell,
    /// In its value.
    Value,
    /// In its formula.
    Formula,
    /// In the text that stands in the cell itself.
    Inline,
    /// Behind the cells, or behind what ended them.
    Back,
}

/// The cell that is open.
#[derive(Default)]
pub(crate) struct OpenCell {
    pub(crate) place: Option<(u32, u32)>,
    pub(crate) kind: ValueKind,
    pub(crate) format: u32,
    pub(crate) value: Option<ExtractedValue>,
    pub(crate) formula: Option<ExtractedFormula>,
    /// How its formula is shared with other cells.
    pub(crate) sharing: Option<Sharing>,
}
