//! What a formula is printed for: one cell of one block.

use crate::book::formula::{FoldRange, Formula};
use crate::book::{Block, BlockId, BlockPlace, Book};
use sg3_lang::Model;

/// Prints the formulas of one block.
pub(crate) struct Printer<'b> {
    pub(super) book: &'b Book,
    pub(super) model: &'b Model,
    pub(super) block: &'b Block,
    /// The cell, by its position along each axis of the block.
    pub(super) place: Vec<usize>,
    /// How far the fold that is printed goes along each of its axes.
    pub(super) fold: Vec<FoldRange>,
}

impl<'b> Printer<'b> {
    /// For a block that stands on a sheet.
    pub(crate) fn new(book: &'b Book, model: &'b Model, block: BlockId) -> Printer<'b> {
        Printer { book, model, block: book.block(block), place: Vec::new(), fold: Vec::new() }
    }

    /// The formula of a cell, without the equals sign.
    pub(crate) fn cell(&mut self, formula: &Formula, place: &[usize]) -> String {
        self.place = place.to_vec();
        self.number(formula).0
    }

    /// Where the block stands.
    pub(super) fn own_place(&self) -> BlockPlace {
        self.block.place.expect("blocks are arranged before they are printed")
    }

    /// What is printed within a fold.
    pub(super) fn within<T>(&mut self, ranges: &[FoldRange], print: impl FnOnce(&mut Self) -> T) -> T {
        let around = std::mem::replace(&mut self.fold, ranges.to_vec());
        let printed = print(self);
        self.fold = around;
        printed
    }
}
