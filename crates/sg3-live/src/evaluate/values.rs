//! The values of cells, each evaluated when first asked for.

use crate::book::blank::BLANK;
use crate::book::member_numbers::MemberNumbers;
use crate::book::{Block, BlockId, Book, Content};
use sg3_calc::place_in;
use std::cell::RefCell;

/// The values of cells that blocks hold, and those evaluated so far.
pub(crate) struct Values<'b> {
    pub(super) book: &'b Book,
    pub(super) numbers: &'b MemberNumbers,
    known: RefCell<Vec<Vec<Option<f64>>>>,
}

/// A place in a block, and in the fold that is gone along.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    pub(super) block: &'p Block,
    pub(super) place: &'p [usize],
    pub(super) bound: &'p [usize],
}

impl<'b> Values<'b> {
    /// Nothing is known yet but what blocks hold.
    pub(crate) fn new(book: &'b Book, numbers: &'b MemberNumbers) -> Values<'b> {
        Values { book, numbers, known: RefCell::new(vec![Vec::new(); book.blocks.len()]) }
    }

    /// The values of all cells of a block.
    pub(crate) fn block(&self, id: BlockId) -> Vec<f64> {
        (0..self.book.block(id).cells()).map(|cell| self.cell(id, cell)).collect()
    }

    /// What stands before the first member, row by row.
    pub(super) fn opening(&self, id: BlockId) -> Vec<f64> {
        let block = self.book.block(id);
        let Some(formula) = &block.opening else { return Vec::new() };
        (0..block.rows())
            .map(|row| self.formula(formula, At { block, place: &block.place_of(row, 0), bound: &[] }))
            .collect()
    }

    pub(super) fn cell(&self, id: BlockId, cell: usize) -> f64 {
        let block = self.book.block(id);
        if let Some(value) = block.values.get(cell) {
            return *value;
        }
        let number = id.0 as usize;
        if let Some(Some(value)) = self.known.borrow()[number].get(cell) {
            return *value;
        }
        let value = self.evaluate(block, cell);
        // not borrowed while it is evaluated, which may evaluate other cells
        let mut known = self.known.borrow_mut();
        known[number].resize(block.cells(), None);
        known[number][cell] = Some(value);
        value
    }

    fn evaluate(&self, block: &Block, cell: usize) -> f64 {
        match (&block.content, block.formula(cell)) {
            (Content::Constants | Content::Entry, _) => BLANK,
            (_, None) => f64::NAN,
            (_, Some(formula)) => {
                let place = place_in(&block.shape, cell);
                self.formula(formula, At { block, place: &place, bound: &[] })
            }
        }
    }
}
