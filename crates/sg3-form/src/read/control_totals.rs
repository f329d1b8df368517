//! Sums of what was read, held against those that the form gives and those that the signatory gives.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::read::receipt::Total;
use crate::read::source_cell::SourceCell;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use crate::values::scale::Scale;
use sg3_calc::present::unit;
use sg3_calc::{Origin, Value};
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;

/// Totals that differ by less than this share are the same: what a spreadsheet rounds when it adds up.
const SAME: f64 = 1e-9;

pub(crate) fn sum_inputs(reading: &Reading) -> Vec<Total> {
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
pub(crate) fn compare_totals(reading: &mut Reading, page: &Page, block: &Block, row: &PageRow, totals: &mut [Total]) {
    let Some(key) = row.words(block.column) else { return };
    let (name, model) =
        key.split_once(sg3_workbook::csv::MODEL).map_or((&*key, None), |(name, model)| (name, Some(model)));
    if !reading.is_shared_input(name, model) {
        return;
    }
    let Some(total) = totals.iter_mut().find(|total| total.name == *name) else { return };
    let scale = find_scale(reading, name);
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
        let cell: SourceCell = reading.cell(page, row.row, position);
        reading.messages.add(cell.warning("wrong-value", message, help));
    }
}

/// The scale of the sheet where an input was read.
pub(crate) fn find_scale(reading: &Reading, name: &str) -> Scale {
    let input = reading.model.find_quantity(name).filter(|input| reading.is_scaled(*input));
    let datum = input.and_then(|input| reading.layer.values.iter().find(|datum| datum.quantity == input));
    match datum.map(|datum| &datum.origin) {
        Some(Origin::Cell { sheet, .. }) => reading.sheets.get(sheet).copied().unwrap_or_default(),
        _ => Scale::Units,
    }
}
