//! What a form asks for and the model does not: it is of another version.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};

const HELP: &str = "request the form of this version of the model";

/// Tells of a table, unless it is the one about the form itself.
pub(crate) fn report_unknown_table(reading: &mut Reading, page: &Page, block: &Block) {
    if reading.shared.is_some() || key::OF_THE_FORM.contains(&&*block.key) {
        return;
    }
    let cell = reading.cell(page, block.row, block.column);
    let message = format!("the model does not ask for this table, `{}`; it was not read", block.key);
    reading.messages.add(cell.warning("unknown-input", message, HELP));
}

/// Tells of columns with values; what is said beside values (`#status`) is not asked here.
pub(crate) fn report_unknown_columns(reading: &mut Reading, page: &Page, block: &Block) {
    if reading.shared.is_some() {
        return;
    }
    let known: Vec<u32> = reading.index.find_columns(block).iter().map(|known| known.position).collect();
    for (position, key) in &block.columns {
        let is_value = !key.starts_with(key::MARK) && !key.contains(key::EVIDENCE) && !known.contains(position);
        if is_value && block.rows(page).iter().any(|row| is_filled(row, block, *position)) {
            let message = format!("the model does not ask for this column, `{key}`; it was not read");
            reading.messages.add(reading.cell(page, block.row, *position).warning("unknown-input", message, HELP));
        }
    }
}

fn is_filled(row: &PageRow, block: &Block, position: u32) -> bool {
    let is_marked = row.has_text(block.column, |mark| mark.starts_with(key::MARK));
    !is_marked && row.is_filled(position)
}
