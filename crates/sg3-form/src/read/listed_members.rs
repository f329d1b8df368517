//! Members that the filler lists, read before any value.

use crate::layout::column::Holds;
use crate::layout::table::{Open, Rows, Table};
use crate::read::codes;
use crate::read::codes::Codes;
use crate::read::open_rows::{data_rows, is_filled, position};
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use crate::values::text::fold;
use sg3_calc::MemberEntry;
use sg3_lang::model::DimensionId;

/// Reads the members of all dimensions that the workbook lists, before any value.
pub fn members(reading: &mut Reading, blocks: &[(&Page, Block)]) {
    for (page, block) in blocks {
        let listing = reading.index.table(block).and_then(|(_, table)| Some((table, table.lists()?)));
        if let Some((table, dimension)) = listing {
            list(reading, page, block, table, dimension);
            if codes::is_referred_to(reading, dimension) {
                reading.matchers.add(dimension, &reading.layer.members);
            }
        }
    }
}

fn list(reading: &mut Reading, page: &Page, block: &Block, table: &Table, dimension: DimensionId) {
    let columns = reading.index.columns(block);
    let Some(code) = position(&columns, &Holds::Code(0)) else { return };
    let is_numbered = table.rows == Rows::Open(Open::Numbered(dimension));
    let written = || data_rows(page, block).filter_map(|row| row.words(code)).map(|code| fold(&code)).collect();
    let mut codes = Codes::of(block.rows(page).len());
    reading.rows.reserve(block.rows(page).len());
    for row in data_rows(page, block).filter(|row| is_filled(row, &columns, is_numbered)) {
        let cell = reading.cell(page, row.row, code);
        let key = match is_numbered {
            true => Some(codes.number(reading, row.words(code), &cell, dimension, &written)),
            false => codes.code(reading, row.words(code), &cell),
        };
        let Some(key) = key else { continue };
        if let Some(taken) = &mut reading.taken {
            taken.insert((page.number, row.row, code));
        }
        reading.rows.insert((page.number, row.row), key.clone());
        let words = |holds| position(&columns, &holds).and_then(|position| row.words(position));
        let label = words(Holds::Label(0)).unwrap_or_else(|| key.to_string());
        let unit = words(Holds::Unit);
        reading.layer.members.push(MemberEntry { dimension, key, label, unit, origin: cell.origin() });
    }
}
