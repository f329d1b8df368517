//! The workbook in plain data: sheets of blocks, and which cell holds what. Nothing here computes, prints or draws.
//!
//! A block is an array of cells: one axis may go across, all others go down, outermost first. Blocks are made by
//! `lower`, placed by `arrange`, evaluated by `evaluate`, and drawn by `draw`.
//!
//! [`Book::of_quantity`] says which block holds a quantity. Its member (i, j, ...) stands on sheet `place.sheet` after the
//! [`PAGES_BEFORE`](crate::PAGES_BEFORE) others, in row `place.row` + [`Block::row_of`], and in column `place.column` + its
//! position along the axis that goes across.

pub(crate) mod blank;
mod block;
mod block_sheet;
mod check_blocks;
mod columns;
mod counterfactual_title;
pub(crate) mod formula;
mod heading_rows;
mod id;
pub(crate) mod member_numbers;
mod member_range;
mod place;
pub(crate) mod stored_layout;

pub use block::{Block, Role};
pub use block_sheet::BlockSheet;
pub use id::BlockId;
pub use place::BlockPlace;

pub(crate) use block::Content;
pub(crate) use block_sheet::Purpose;
pub(crate) use check_blocks::CheckBlocks;
pub(crate) use columns::SheetColumns;
pub(crate) use counterfactual_title::CounterfactualTitle;
pub(crate) use id::{BASE, CounterfactualId};
pub(crate) use member_range::MemberRange;

use sg3_lang::model::{DimensionId, QuantityId};

/// Everything that is drawn, and where.
#[derive(Debug, Default)]
pub struct Book {
    /// Sheets of blocks, in order of calculation.
    pub sheets: Vec<BlockSheet>,
    /// Blocks, in order of making.
    pub blocks: Vec<Block>,
    /// The base case, then each set of replacements that a `with` of the model asks for.
    pub(crate) counterfactuals: Vec<CounterfactualTitle>,
    /// Dimensions whose members are listed on the sheet Members.
    pub(crate) lists: Vec<MemberRange>,
    /// How many formulas its workbook has, those around the blocks included.
    pub formulas: usize,
    /// Columns that all sheets share.
    pub(crate) columns: SheetColumns,
    /// The cell that counts replaced figures on which members that are left out depend.
    pub(crate) guard: Option<BlockId>,
    /// Whether its figures are those of its own formulas, since no run has them: they differ from a run's in the last digits.
    pub(crate) evaluated_alone: bool,
    /// Checks, in the order of the results.
    pub(crate) checks: Vec<CheckBlocks>,
}

impl Book {
    /// The block of an id.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }

    /// The same, to be filled in.
    pub(crate) fn block_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.0 as usize]
    }

    /// Every block with its id.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..self.blocks.len() as u32).map(BlockId)
    }

    /// The block of a quantity in the base case that formulas read.
    pub fn of_quantity(&self, quantity: QuantityId) -> Option<BlockId> {
        self.block_ids().find(|id| {
            let block = self.block(*id);
            block.quantity == Some(quantity)
                && block.counterfactual == BASE
                && matches!(block.role, Role::InUse | Role::Quantity)
        })
    }

    /// What the members that are left out come to, in order; nothing where all are there.
    pub fn figures_of_others(&self) -> impl Iterator<Item = f64> {
        self.blocks.iter().filter(|block| block.role == Role::Others).flat_map(|block| block.values.iter().copied())
    }

    /// Where the members of a dimension are listed; nothing if no formula and no user needs them.
    pub(crate) fn list(&self, dimension: DimensionId) -> Option<&MemberRange> {
        self.lists.iter().find(|list| list.dimension == dimension)
    }
}
