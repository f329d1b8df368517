//! In what the amounts of money of a sheet are given: units, thousands or millions, as its cover says.

use crate::language::choice;
use crate::layout::key;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use crate::values::scale::{Scale, SheetScales};
use crate::values::text::fold_case;

/// Reads the scales that the cover gives.
pub(crate) fn read_scales(reading: &mut Reading, blocks: &[(&Page, Block)]) -> SheetScales {
    let mut scales = SheetScales::new();
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::SCALES) {
        let Some(position) = block.position(key::VALUE) else { continue };
        for row in block.rows(page) {
            let Some(sheet) = row.text_or_code(block.column).filter(|mark| !mark.starts_with(key::MARK)) else {
                continue;
            };
            let Some(words) = row.text_or_code(position) else { continue };
            match Scale::ALL.into_iter().find(|scale| scale.label() == fold_case(&choice::to_english(&words))) {
                Some(scale) => drop(scales.insert(sheet, scale)),
                None => report_unknown_scale(reading, page, row.row, position, &words),
            }
        }
    }
    scales
}

fn report_unknown_scale(reading: &mut Reading, page: &Page, row: u32, position: u32, words: &str) {
    let message = format!("`{words}` is not a valid scale; amounts of the sheet were read as units");
    let cell = reading.cell(page, row, position);
    reading.messages.add(cell.error("wrong-form", message, "choose units, thousands or millions"));
}
