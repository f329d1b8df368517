//! Which block stands where: sheets by heading, blocks in the order of the model, parts below what they are parts of.

mod block_order;
mod member_lists;
mod new_sheet;
mod place_blocks;

use crate::book::stored_layout::PAGES;
use crate::book::{BlockId, SheetColumns};
use crate::lower::lowering::Lowering;
use block_order::{BlockOrder, SheetKey};

/// Puts every block on a sheet.
pub(crate) fn arrange(lowering: &mut Lowering) {
    let mut ordered: Vec<(BlockOrder, BlockId)> =
        reached(lowering).into_iter().filter_map(|id| Some((BlockOrder::of(lowering, id)?, id))).collect();
    ordered.sort();
    let deepest = lowering.book.blocks.iter().map(|block| block.down().count()).max().unwrap_or(0);
    lowering.book.columns = SheetColumns { numbers: deepest as u16 };
    member_lists::place_member_lists(lowering);
    let language = lowering.material.language;
    let pages = PAGES.iter().flat_map(|page| [(*page).to_owned(), language.translate_briefly(page)]);
    let mut names: Vec<String> = pages.collect();
    for blocks in ordered.chunk_by(|(one, _), (other, _)| one.sheet == other.sheet) {
        let key: &SheetKey = &blocks[0].0.sheet;
        let blocks = blocks.iter().map(|(_, block)| *block).collect();
        let sheet = new_sheet::new_sheet(lowering, key, blocks, &names);
        names.push(sheet.name.clone());
        place_blocks::place_blocks(&mut lowering.book, sheet);
    }
}

/// What is wanted, and what that reads: not what was tried and given up.
fn reached(lowering: &Lowering) -> Vec<BlockId> {
    let book = &lowering.book;
    let mut reached = vec![false; book.blocks.len()];
    let checks = book.checks.iter().flat_map(|check| [check.left, check.right, Some(check.holds)]).flatten();
    let mut open: Vec<BlockId> = lowering.wanted.iter().copied().chain(checks).chain(book.guard).collect();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut reached[id.0 as usize], true) {
            book.block(id).for_each_formula(&mut |formula| formula.for_each_block(&mut |block| open.push(block)));
        }
    }
    book.block_ids().filter(|id| reached[id.0 as usize]).collect()
}
