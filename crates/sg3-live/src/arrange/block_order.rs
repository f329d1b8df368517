//! On which sheet a block is, and in which order there.

use crate::book::{BASE, BlockId, Book, Role};
use crate::lower::lowering::Lowering;
use sg3_calc::present::section;

/// The order of blocks: that of its fields, from the first to the last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BlockOrder {
    pub(super) sheet: SheetKey,
    section: usize,
    check: Option<u32>,
    quantity: u32,
    /// A block stands above its parts.
    rank: u8,
    block: u32,
}

/// Inputs, then calculations, then counterfactuals; each by heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SheetKey {
    Inputs(usize),
    Calculations(usize),
    Counterfactual(u32),
}

impl BlockOrder {
    /// Nothing for a block that belongs neither to a quantity nor to a check.
    pub(super) fn of(lowering: &Lowering, id: BlockId) -> Option<BlockOrder> {
        let owner = owner(&lowering.book, id);
        let block = lowering.book.block(owner);
        let model = lowering.material.model;
        let check = lowering.book.checks.iter().find(|check| check.holds == owner);
        let section = match (block.quantity, check) {
            (Some(quantity), _) => model.quantity(quantity).section,
            (None, Some(check)) => model.checks[check.check].section,
            (None, None) => return None,
        };
        let heading = section::head(model, section);
        let sheet = match (block.role, block.counterfactual) {
            (Role::InUse, _) => SheetKey::Inputs(heading),
            (_, BASE) => SheetKey::Calculations(heading),
            (_, counterfactual) => SheetKey::Counterfactual(counterfactual.0),
        };
        let rank = rank(lowering.book.block(id).role, id == owner);
        let check = check.map(|check| check.check as u32);
        Some(BlockOrder { sheet, section, check, quantity: block.quantity.map_or(0, |id| id.0), rank, block: id.0 })
    }
}

fn rank(role: Role, is_owner: bool) -> u8 {
    match role {
        Role::InUse | Role::Quantity | Role::Check if is_owner => 0,
        Role::Delivered => 1,
        Role::Override => 2,
        Role::Others => 3,
        Role::Number => 4,
        _ => 5,
    }
}

/// The block that a part, or a part of a part, is a part of.
fn owner(book: &Book, mut id: BlockId) -> BlockId {
    while let Some(part_of) = book.block(id).part_of {
        id = part_of;
    }
    id
}
