//! Tables in a sheet of the source: what stands above, which columns hold figures, which say what a row is.

use super::lexicon::Lexicon;
use super::table::SourceTable;
use super::{columns, heads};
use crate::source::row::{SourceRow, has_figures};
use crate::source::sheet::SourceSheet;

/// A run of rows under one head.
struct Block<'a> {
    titles: Vec<&'a SourceRow>,
    heads: Vec<&'a SourceRow>,
    body: Vec<&'a SourceRow>,
}

/// All tables of a sheet, from top to bottom.
pub(crate) fn find_tables(number: usize, sheet: &SourceSheet, lexicon: &Lexicon) -> Vec<SourceTable> {
    let mut tables: Vec<SourceTable> = Vec::new();
    for block in split_blocks(sheet) {
        let found = columns::split_bands(number, &block.body, lexicon);
        for mut table in found {
            let inherited = tables.last().map(|above| above.heads.clone()).unwrap_or_default();
            heads::fill_heads(sheet, &block.heads, &mut table.heads, &inherited);
            table.titles = block.titles.iter().filter_map(|row| title_text(row)).collect();
            super::totals::mark_totals(sheet, &mut table, lexicon);
            tables.push(table);
        }
    }
    tables
}

/// The rows right below, where figures would be.
fn rows_below(sheet: &SourceSheet, position: usize) -> &[SourceRow] {
    &sheet.rows[position + 1..(position + 4).min(sheet.rows.len())]
}

fn title_text(row: &SourceRow) -> Option<String> {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.value.text()).collect();
    Some(texts.join(" ")).filter(|text| text.chars().count() <= 300)
}

/// Rows in order, cut where a new head begins.
fn split_blocks(sheet: &SourceSheet) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut waiting: Vec<&SourceRow> = Vec::new();
    for (position, row) in sheet.rows.iter().enumerate() {
        if !has_figures(row) || heads::are_years(row, rows_below(sheet, position)) {
            waiting.push(row);
            continue;
        }
        let below = &sheet.rows[position..(position + 12).min(sheet.rows.len())];
        let heads = heads::find_head(sheet, &waiting, below);
        let sections = waiting.split_off(heads.end);
        let gap = sections
            .last()
            .or(waiting.last())
            .or(blocks.last().and_then(|block| block.body.last()))
            .map_or(0, |above| row.row - above.row);
        match blocks.last_mut() {
            Some(block) if heads.is_empty() && gap <= 2 && waiting.len() <= 2 => block.body.append(&mut waiting),
            _ => {
                let heads = waiting.split_off(heads.start);
                blocks.push(Block { titles: std::mem::take(&mut waiting), heads, body: sections });
            }
        }
        if let Some(block) = blocks.last_mut() {
            block.body.push(row);
        }
    }
    blocks
}
