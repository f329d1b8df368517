//! The years that a form was drawn for, as members that it lists.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use sg3_calc::{MemberEntry, Origin};
use sg3_lang::model::DimensionId;
use std::sync::Arc;

/// Lists every year of the form, with the row of the cover that names them.
pub(crate) fn list_years(reading: &mut Reading, blocks: &[(&Page, Block)]) {
    let origin = origin_of_years(reading, blocks);
    for (position, dimension) in reading.model.dimensions.iter().enumerate().filter(|(_, own)| own.is_proposed()) {
        let id = DimensionId(position as u32);
        let (first, last) = dimension.numbers().unwrap_or((0, -1));
        reading.layer.members.extend((first..=last).map(|number| {
            let key: Arc<str> = number.to_string().into();
            MemberEntry { dimension: id, label: key.to_string(), key, unit: None, origin: origin.clone() }
        }));
    }
}

/// The row that names the years; a form of a fixed period has none, and then it is the cover as a whole.
fn origin_of_years(reading: &Reading, blocks: &[(&Page, Block)]) -> Origin {
    let Some((page, block)) = blocks.iter().find(|(_, block)| block.key == key::COVER) else { return Origin::Blank };
    let rows = block.rows(page);
    let row = rows.iter().find(|row| row.text_or_code(block.column).as_deref() == Some(key::YEARS)).or(rows.first());
    let column = block.position(key::VALUE).unwrap_or(block.column);
    row.map_or(Origin::Blank, |row| reading.cell(page, row.row, column).origin())
}
