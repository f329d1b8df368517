//! Five styles of cells, each with a letter for black-and-white print.

use crate::book::{Block, Role};
use sg3_lang::Model;
use sg3_lang::model::Role as QuantityRole;

/// What kind of cell it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellStyle {
    /// A figure from the data or the model.
    Given,
    /// Room for another figure.
    Entry,
    /// A figure that formulas compute on the way to a result.
    Calculation,
    /// A result of the model.
    Result,
    /// An answer of a check, or one of its sides.
    Check,
}

impl CellStyle {
    /// The letter in the first column.
    pub(super) fn letter(self) -> &'static str {
        match self {
            CellStyle::Given => "I",
            CellStyle::Entry => "O",
            CellStyle::Calculation => "C",
            CellStyle::Result => "R",
            CellStyle::Check => "K",
        }
    }

    /// What it is called.
    pub(super) fn label(self) -> &'static str {
        match self {
            CellStyle::Given => "Given",
            CellStyle::Entry => "Your own figure",
            CellStyle::Calculation => "Calculation",
            CellStyle::Result => "Result",
            CellStyle::Check => "Check",
        }
    }

    /// Of the cells of a block.
    pub(super) fn of(model: &Model, block: &Block) -> CellStyle {
        let quantity = block.quantity.map(|id| model.quantity(id));
        let is_constant = quantity.is_some_and(|quantity| matches!(quantity.role, QuantityRole::Constant(_)));
        match block.role {
            Role::Override => CellStyle::Entry,
            Role::Delivered | Role::Others | Role::Number => CellStyle::Given,
            Role::Check => CellStyle::Check,
            Role::Quantity if is_constant => CellStyle::Given,
            Role::Quantity if quantity.is_some_and(|quantity| quantity.output) => CellStyle::Result,
            _ => CellStyle::Calculation,
        }
    }
}
