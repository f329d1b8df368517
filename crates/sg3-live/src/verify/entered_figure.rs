//! Figures that the user entered in place of others.

use super::cell_value::cell_value;
use crate::book::{Block, BlockId, Book, Role};
use sg3_calc::Inputs;
use sg3_lang::model::QuantityId;
use sg3_workbook::{Cell, Content};
use std::collections::HashMap;

/// A figure in the cell for another figure, or written over the figure delivered.
#[derive(Debug, Clone, PartialEq)]
pub struct EnteredFigure {
    /// The input that it is a figure of.
    pub quantity: QuantityId,
    /// Which of its cells, last axis fastest.
    pub cell: usize,
    /// The figure, members by position; nothing if it is not what the input takes.
    pub value: Option<f64>,
    /// The text of the cell.
    pub words: String,
    /// Whether it stands in its own cell; else it was written over the figure delivered.
    pub is_beside: bool,
    /// The sheet, as the returned workbook calls it.
    pub sheet: String,
    /// The cell of the returned workbook.
    pub at: String,
}

/// Cells of figures delivered and for others, by sheet, row and column as delivered: the block, and which of its cells.
pub(super) type FigureCells = HashMap<(usize, u32, u32), (BlockId, usize)>;

/// Every cell with a figure delivered, and for another figure.
pub(super) fn figure_cells(book: &Book) -> FigureCells {
    let mut cells = FigureCells::new();
    for id in book.block_ids() {
        add_cells(book.block(id), id, &mut cells);
    }
    cells
}

fn add_cells(block: &Block, id: BlockId, cells: &mut FigureCells) {
    let Some(place) = block.place.filter(|_| matches!(block.role, Role::Override | Role::Delivered)) else { return };
    for row in 0..block.rows() {
        for column in 0..block.columns() {
            let cell = block.cell_of(&block.place_of(row, column));
            let at = (place.sheet, place.row + row as u32, u32::from(place.column) + column as u32);
            cells.insert(at, (id, cell));
        }
    }
}

/// Reads a figure as the engine has it.
pub(super) fn read_entered(
    book: &Book,
    inputs: &Inputs,
    (block, cell): (BlockId, usize),
    is: &Cell,
    (sheet, at): (&str, String),
) -> Option<EnteredFigure> {
    let block = book.block(block);
    Some(EnteredFigure {
        quantity: block.quantity?,
        cell,
        value: cell_value(&is.content, &block.kind, inputs),
        words: text(&is.content),
        is_beside: block.role == Role::Override,
        sheet: sheet.to_owned(),
        at,
    })
}

fn text(content: &Content) -> String {
    match content {
        Content::Number(number) | Content::Date(number) => number.to_string(),
        Content::Text(text) | Content::Error(text) => text.clone(),
        Content::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Content::Empty => String::new(),
    }
}
