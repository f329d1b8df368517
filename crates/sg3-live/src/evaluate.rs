//! What every formula evaluates to: the values that a workbook shows before anything has recalculated it.
//!
//! Quantities of the base case have the engine's values; parts of formulas and counterfactuals are evaluated here from
//! those, with the engine's own kernels and tolerance.

mod cells;
mod fold;
mod formula;
mod operators;
mod reference;
pub(crate) mod values;

use crate::book::member_numbers::MemberNumbers;
use crate::book::{BlockId, Book};
use values::Values;

/// Fills in the values of every block that has none and stands on a sheet.
pub(crate) fn fill_values(book: &mut Book, numbers: &MemberNumbers) {
    let placed: Vec<BlockId> = book.block_ids().filter(|id| book.block(*id).place.is_some()).collect();
    let values = Values::new(book, numbers);
    let all: Vec<(Vec<f64>, Vec<f64>)> = placed.iter().map(|id| (values.block(*id), values.opening(*id))).collect();
    for (id, (values, opening)) in placed.into_iter().zip(all) {
        let block = book.block_mut(id);
        (block.values, block.opening_values) = (values, opening);
    }
}
