//! What the rows of a result are called.

use crate::book::Block;
use crate::draw::canvas::Canvas;

/// Axes down the rows whose members the title does not say: those of several members.
pub(super) fn axes_of_rows(block: &Block) -> impl Iterator<Item = usize> {
    block.down().filter(|axis| block.shape[*axis] > 1)
}

/// The members of a row, outermost axis first; the title of the result where that says all of them.
pub(super) fn row_label(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let labels = canvas.labels(block, axes_of_rows(block), place);
    if labels.is_empty() { block.title.clone() } else { labels }
}
