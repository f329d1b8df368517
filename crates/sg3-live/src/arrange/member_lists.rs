//! Where the members of dimensions are listed: of those that a formula or a user needs.

use crate::book::MemberRange;
use crate::book::stored_layout::HEAD;
use crate::lower::lowering::Lowering;
use sg3_lang::model::{DimensionId, Kind};
use std::collections::BTreeSet;

pub(super) fn place_member_lists(lowering: &mut Lowering) {
    let mut row = HEAD;
    for dimension in used_dimensions(lowering) {
        let count = lowering.members(dimension).len() as u32;
        if count > 0 {
            lowering.book.lists.push(MemberRange { dimension, first_row: row + 1, count });
            row += count + 2;
        }
    }
}

fn used_dimensions(lowering: &Lowering) -> BTreeSet<DimensionId> {
    let mut used = lowering.listed.clone();
    for block in &lowering.book.blocks {
        used.extend(block.axes.iter().map(|axis| axis.dimension));
        if let Kind::Member(dimension) = block.kind {
            used.insert(dimension);
        }
    }
    used
}
