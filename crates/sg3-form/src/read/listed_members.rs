//! Members that the filler lists, read before any value.

use crate::layout::column::ColumnContent;
use crate::layout::table::{FormTable, OpenRows, TableRows};
use crate::read::codes;
use crate::read::codes::RowCodes;
use crate::read::index::KnownColumn;
use crate::read::open_rows::{find_position, is_filled};
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use crate::tables::grid::PageRow;
use crate::values::text::fold_case;
use sg3_calc::MemberEntry;
use sg3_lang::model::DimensionId;
use std::collections::HashSet;

/// Reads the members of all dimensions that the workbook lists, before any value.
pub(crate) fn read_members(reading: &mut Reading, blocks: &[(&Page, Block)]) {
    for (page, block) in blocks {
        let listing = reading.index.find_table(block).and_then(|(_, table)| Some((table, table.listed_dimension()?)));
        if let Some((table, dimension)) = listing {
            read_list(reading, page, block, table, dimension);
            if codes::is_referred_to(reading, dimension) {
                reading.matchers.add(dimension, &reading.layer.members);
            }
        }
    }
}

fn read_list(reading: &mut Reading, page: &Page, block: &Block, table: &FormTable, dimension: DimensionId) {
    let columns = reading.index.find_columns(block);
    let Some(code) = find_position(&columns, &ColumnContent::Code(0)) else { return };
    let is_numbered = table.rows == TableRows::Open(OpenRows::Numbered(dimension));
    let mut codes = RowCodes::of(block.rows(page).len());
    reading.listed_rows.reserve(block.rows(page).len());
    for row in block.data_rows(page).filter(|row| is_filled(row, &columns, is_numbered)) {
        let cell = reading.cell(page, row.row, code);
        let key = if is_numbered {
            let written = || list_codes(page, block, code);
            Some(codes.claim_number(reading, row.text_or_code(code), &cell, dimension, &written))
        } else {
            codes.claim_code(reading, row.text_or_code(code), &cell)
        };
        let Some(key) = key else { continue };
        reading.mark_read(page, row.row, code);
        reading.listed_rows.insert((page.number, row.row), key.clone());
        let label = read_about(&columns, row, &ColumnContent::Label(0)).unwrap_or_else(|| key.to_string());
        let unit = read_about(&columns, row, &ColumnContent::Unit);
        reading.layer.members.push(MemberEntry { dimension, key, label, unit, origin: cell.origin() });
    }
}

/// All codes that stand in a list, folded: a row without a number gets none of them.
fn list_codes(page: &Page, block: &Block, code: u32) -> HashSet<String> {
    block.data_rows(page).filter_map(|row| row.text_or_code(code)).map(|code| fold_case(&code)).collect()
}

fn read_about(columns: &[KnownColumn], row: &PageRow, content: &ColumnContent) -> Option<String> {
    row.text_or_code(find_position(columns, content)?)
}
