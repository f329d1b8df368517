//! What was received, for whoever sent it: what the form says of itself, rows read, scale and currency as understood, control totals.

use super::Reading;
use super::block::Block;
use super::grid::{Page, PageCell, PageRow};
use super::report::Cell;
use super::scale::Scale;
use crate::layout::key;
use sg3_calc::present::{day, unit};
use sg3_calc::{Origin, Value};
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;

/// Totals that differ by less than this share are the same: what a spreadsheet rounds when it adds up.
const SAME: f64 = 1e-9;

/// What was received.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Receipt {
    /// What the cover says, in order: label and words.
    pub facts: Vec<(String, String)>,
    /// The currency, if the cover names one.
    pub currency: Option<String>,
    /// Sheets of which anything was read, in order of the workbook.
    pub sheets: Vec<SheetReceipt>,
    /// Sums of inputs that add up, in order of definition.
    pub totals: Vec<Total>,
    /// Who signed: role, name, date.
    pub signatures: Vec<(String, String, String)>,
}

/// What was read of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReceipt {
    /// Its name as it is now.
    pub sheet: String,
    /// Rows of which anything was read.
    pub rows: usize,
    /// Values that were read.
    pub values: usize,
    /// In what its amounts of money were understood to be; nothing if it has none.
    pub scale: Option<Scale>,
}

/// The sum of an input as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Name of the input.
    pub name: String,
    /// What people see.
    pub label: String,
    /// The unit; where members differ, the places of their units.
    pub unit: String,
    /// Of all that was read, in the unit of the input, whatever the scale of the sheet.
    pub read: f64,
    /// What the form itself adds up to on its last sheet, when it was last saved.
    pub in_form: Option<f64>,
    /// What whoever signed says that it should be.
    pub own: Option<f64>,
}

/// Writes the receipt, and tells of totals that disagree.
pub fn receipt(reading: &mut Reading, blocks: &[(&Page, Block)]) -> Receipt {
    let (facts, currency) = facts(blocks);
    let mut totals = totals(reading);
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::TOTALS) {
        block.rows(page).iter().for_each(|row| compare(reading, page, block, row, &mut totals));
    }
    Receipt { facts, currency, sheets: sheets(reading, blocks), totals, signatures: signatures(blocks) }
}

fn facts(blocks: &[(&Page, Block)]) -> (Vec<(String, String)>, Option<String>) {
    const OF_THE_FORM: [&str; 5] = ["model", "owner", "form", "layout", "language"];
    let mut facts = Vec::new();
    let mut currency = None;
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::COVER) {
        for row in block.rows(page) {
            let key =
                row.words(block.column).filter(|key| !key.starts_with(key::MARK) && !OF_THE_FORM.contains(&&**key));
            let said = block.position(key::VALUE).and_then(|position| words(row.cell(position)?));
            let (Some(key), Some(said)) = (key, said) else { continue };
            if key == "currency" {
                currency = Some(said.clone());
            }
            let label = block.position(key::LABEL).and_then(|position| row.words(position));
            facts.push((label.unwrap_or(key), said));
        }
    }
    (facts, currency)
}

fn words(cell: &PageCell) -> Option<String> {
    match cell.content {
        Content::Date(day) => Some(day::written(day)),
        _ => cell.words(),
    }
}

fn signatures(blocks: &[(&Page, Block)]) -> Vec<(String, String, String)> {
    let of_block = |(page, block): &(&Page, Block)| {
        let at = |row: &PageRow, key: &str| block.position(key).and_then(|position| words(row.cell(position)?));
        let is_row = |row: &&PageRow| !row.has_text(block.column, |mark| mark.starts_with(key::MARK));
        let rows = block.rows(page).iter().filter(is_row);
        rows.filter_map(|row| Some((at(row, key::LABEL)?, at(row, key::VALUE)?, at(row, "date").unwrap_or_default())))
            .collect::<Vec<_>>()
    };
    blocks.iter().filter(|(_, block)| block.key == key::SIGNATURES).flat_map(of_block).collect()
}

fn sheets(reading: &Reading, blocks: &[(&Page, Block)]) -> Vec<SheetReceipt> {
    let mut pages: Vec<&Page> = blocks.iter().map(|(page, _)| *page).collect();
    pages.dedup_by_key(|page| page.number);
    let receipt = |page: &&Page| {
        let here = reading.layer.values.iter().filter_map(|datum| match &datum.origin {
            Origin::Cell { sheet, row, .. } if *sheet == page.name => Some((*row, datum.quantity)),
            _ => None,
        });
        let here: Vec<(u32, QuantityId)> = here.collect();
        let has_amounts = here.iter().any(|(_, input)| reading.is_scaled(*input));
        let mut rows: Vec<u32> = here.iter().map(|(row, _)| *row).collect();
        rows.dedup();
        rows.sort_unstable();
        rows.dedup();
        SheetReceipt {
            sheet: page.name.to_string(),
            rows: rows.len(),
            values: here.len(),
            scale: has_amounts.then(|| reading.scale(page)),
        }
    };
    pages.iter().map(receipt).filter(|receipt| receipt.values > 0).collect()
}

fn totals(reading: &Reading) -> Vec<Total> {
    let inputs = reading.model.inputs().filter(|(_, quantity, _)| unit::adds_up(quantity));
    let total = |(id, quantity): (QuantityId, &sg3_lang::model::Quantity)| {
        let here = reading.layer.values.iter().filter(|datum| datum.quantity == id);
        let numbers: Vec<f64> = here
            .filter_map(|datum| match datum.value {
                Value::Number(number) => Some(number),
                _ => None,
            })
            .collect();
        (!numbers.is_empty()).then(|| Total {
            name: quantity.name.to_string(),
            label: quantity.label.clone(),
            unit: quantity.unit().to_string(),
            read: numbers.iter().sum(),
            in_form: None,
            own: None,
        })
    };
    inputs.filter_map(|(id, quantity, _)| total((id, quantity))).collect()
}

/// Holds the totals of the last sheet against what was read.
fn compare(reading: &mut Reading, page: &Page, block: &Block, row: &PageRow, totals: &mut [Total]) {
    let Some(key) = row.words(block.column) else { return };
    let (name, model) =
        key.split_once(sg3_workbook::csv::MODEL).map_or((&*key, None), |(name, model)| (name, Some(model)));
    if !reading.is_shared(name, model) {
        return;
    }
    let Some(total) = totals.iter_mut().find(|total| total.name == *name) else { return };
    let scale = scale_of(reading, name);
    let number = |key: &str| match row.cell(block.position(key)?)?.content {
        Content::Number(number) => Some(scale.apply(number)),
        _ => None,
    };
    (total.in_form, total.own) = (number(key::VALUE), number("own"));
    // where something was refused, the difference has its reason already
    let in_form = total.in_form.filter(|_| !reading.messages.refused);
    for (key, said) in [(key::VALUE, in_form), ("own", total.own)] {
        let differs = |said: &f64| (said - total.read).abs() > SAME * said.abs().max(total.read.abs());
        let (Some(said), Some(position)) = (said.filter(differs), block.position(key)) else { continue };
        let who = if key == "own" { "the signed total is" } else { "the total in the form is" };
        let message =
            format!("{who} {said} {}, but the imported figures sum to {}: {}", total.unit, total.read, total.label);
        let help = "check for figures that were not read, rows that the sum omits, or a workbook saved before it was recalculated";
        let cell: Cell = reading.cell(page, row.row, position);
        reading.messages.add(cell.warning("wrong-value", message, help));
    }
}

/// The scale of the sheet where an input was read.
pub(crate) fn scale_of(reading: &Reading, name: &str) -> Scale {
    let input = reading.model.find_quantity(name).filter(|input| reading.is_scaled(*input));
    let datum = input.and_then(|input| reading.layer.values.iter().find(|datum| datum.quantity == input));
    match datum.map(|datum| &datum.origin) {
        Some(Origin::Cell { sheet, .. }) => reading.sheets.get(sheet).copied().unwrap_or_default(),
        _ => Scale::Units,
    }
}
