//! Figures that the user put in place of others.

use crate::book::block::Role;
use crate::book::{BlockId, Book};
use crate::stored;
use sg3_calc::Inputs;
use sg3_lang::model::QuantityId;
use sg3_workbook::Cell;
use std::collections::HashMap;

/// A figure in the cell for another figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The input.
    pub quantity: QuantityId,
    /// Which of its cells, last axis fastest.
    pub cell: usize,
    /// The figure, members by position; nothing if it is not what the input takes.
    pub value: Option<f64>,
    /// What stands in the cell.
    pub words: String,
    /// Whether it stands in its own cell; else it was written over the figure delivered.
    pub is_beside: bool,
    /// The sheet.
    pub sheet: String,
    /// The cell of the sheet.
    pub at: String,
}

/// Cells of figures delivered and of room for others, by sheet, row and column as delivered.
pub type Rooms = HashMap<(usize, u32, u32), (BlockId, usize)>;

/// Every cell with a figure delivered, and for another figure.
pub fn rooms(book: &Book) -> Rooms {
    let mut rooms = Rooms::new();
    for id in book.block_ids() {
        let block = book.block(id);
        let Some(place) = block.place.filter(|_| matches!(block.role, Role::Override | Role::Base)) else { continue };
        for row in 0..block.rows() {
            for column in 0..block.columns() {
                let cell = block.cell_of(&block.place_of(row, column));
                rooms
                    .insert((place.sheet, place.row + row as u32, u32::from(place.column) + column as u32), (id, cell));
            }
        }
    }
    rooms
}

/// Reads a figure as the engine has it.
pub fn read(book: &Book, inputs: &Inputs, room: (BlockId, usize), is: &Cell, at: (&str, String)) -> Option<Own> {
    let block = book.block(room.0);
    let words = match &is.content {
        sg3_workbook::Content::Number(number) | sg3_workbook::Content::Date(number) => number.to_string(),
        sg3_workbook::Content::Text(text) | sg3_workbook::Content::Error(text) => text.clone(),
        sg3_workbook::Content::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        sg3_workbook::Content::Empty => String::new(),
    };
    Some(Own {
        quantity: block.quantity?,
        cell: room.1,
        value: stored::value(&is.content, &block.kind, inputs),
        words,
        is_beside: block.role == Role::Override,
        sheet: at.0.to_owned(),
        at: at.1,
    })
}
