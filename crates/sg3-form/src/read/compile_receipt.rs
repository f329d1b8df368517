//! What was received, for whoever sent it: what the form says of itself, rows read, scale and currency as understood,
//! control totals.

use crate::layout::key;
use crate::read::control_totals;
use crate::read::cover_facts::read_submission_facts;
use crate::read::reading::Reading;
use crate::read::receipt::{Receipt, SheetReceipt};
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use sg3_calc::Origin;
use sg3_lang::day;
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;

/// Writes the receipt, and tells of totals that disagree.
pub(crate) fn compile_receipt(reading: &mut Reading, blocks: &[(&Page, Block)]) -> Receipt {
    let (facts, currency) = collect_facts(blocks);
    let mut totals = control_totals::sum_inputs(reading);
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::TOTALS) {
        block.rows(page).iter().for_each(|row| control_totals::compare_totals(reading, page, block, row, &mut totals));
    }
    let submission = read_submission_facts(reading, blocks);
    Receipt {
        facts,
        submission,
        currency,
        sheets: count_sheets(reading, blocks),
        totals,
        signatures: collect_signatures(blocks),
    }
}

fn collect_facts(blocks: &[(&Page, Block)]) -> (Vec<(String, String)>, Option<String>) {
    const OF_THE_FORM: [&str; 7] = ["model", "owner", "form", "layout", "language", "library", key::YEARS];
    let mut facts = Vec::new();
    let mut currency = None;
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::COVER) {
        for row in block.rows(page) {
            let key = row
                .text_or_code(block.column)
                .filter(|key| !key.starts_with(key::MARK) && !OF_THE_FORM.contains(&&**key));
            let (Some(key), Some(text)) = (key, display_cell(block, row, key::VALUE)) else { continue };
            if key == "currency" {
                currency = Some(text.clone());
            }
            let label = block.position(key::LABEL).and_then(|position| row.text_or_code(position));
            facts.push((label.unwrap_or(key), text));
        }
    }
    (facts, currency)
}

/// What a column of a table about the form says in a row, as people would write it.
fn display_cell(block: &Block, row: &PageRow, column: &str) -> Option<String> {
    let cell = row.cell(block.position(column)?)?;
    match cell.content {
        Content::Date(day) => Some(day::write(day)),
        _ => cell.text_or_code(),
    }
}

fn collect_signatures(blocks: &[(&Page, Block)]) -> Vec<(String, String, String)> {
    let mut signatures = Vec::new();
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::SIGNATURES) {
        signatures.extend(block.data_rows(page).filter_map(|row| read_signature(block, row)));
    }
    signatures
}

fn read_signature(block: &Block, row: &PageRow) -> Option<(String, String, String)> {
    let date = display_cell(block, row, "date").unwrap_or_default();
    Some((display_cell(block, row, key::LABEL)?, display_cell(block, row, key::VALUE)?, date))
}

fn count_sheets(reading: &Reading, blocks: &[(&Page, Block)]) -> Vec<SheetReceipt> {
    let mut pages: Vec<&Page> = blocks.iter().map(|(page, _)| *page).collect();
    pages.dedup_by_key(|page| page.number);
    pages.iter().map(|page| count_sheet(reading, page)).filter(|receipt| receipt.values > 0).collect()
}

fn count_sheet(reading: &Reading, page: &Page) -> SheetReceipt {
    let here = reading.layer.values.iter().filter_map(|datum| match &datum.origin {
        Origin::Cell { sheet, row, .. } if *sheet == page.name => Some((*row, datum.quantity)),
        _ => None,
    });
    let here: Vec<(u32, QuantityId)> = here.collect();
    let has_amounts = here.iter().any(|(_, input)| reading.is_scaled(*input));
    let mut rows: Vec<u32> = here.iter().map(|(row, _)| *row).collect();
    // Values come row by row, so the first pass leaves little to sort: of a table of 60 columns one row in sixty.
    rows.dedup();
    rows.sort_unstable();
    rows.dedup();
    SheetReceipt {
        sheet: page.name.to_string(),
        rows: rows.len(),
        values: here.len(),
        scale: has_amounts.then(|| reading.sheet_scale(page)),
    }
}
