//! Sums of what was read, held against those that the form gives and those that the signatory gives.

use crate::layout::key;
use crate::read::reading::Reading;
use crate::read::receipt::Total;
use crate::read::source_cell::SourceCell;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use crate::values::scale::Scale;
use sg3_calc::present::unit;
use sg3_calc::tolerance;
use sg3_calc::{Origin, Value};
use sg3_lang::model::Quantity;
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;

/// The sum of each input that adds up and of which any figure was read.
pub(crate) fn sum_inputs(reading: &Reading) -> Vec<Total> {
    let inputs = reading.model.inputs().filter(|(_, quantity, _)| unit::adds_up(quantity));
    inputs.filter_map(|(id, quantity, _)| sum_input(reading, id, quantity)).collect()
}

fn sum_input(reading: &Reading, id: QuantityId, quantity: &Quantity) -> Option<Total> {
    let here = reading.layer.values.iter().filter(|datum| datum.quantity == id);
    let numbers: Vec<f64> = here.filter_map(|datum| as_number(&datum.value)).collect();
    (!numbers.is_empty()).then(|| Total {
        name: quantity.name.to_string(),
        label: quantity.label.clone(),
        unit: quantity.unit().to_string(),
        read: numbers.iter().sum(),
        in_form: None,
        own: None,
    })
}

fn as_number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// Holds the totals of the last sheet against what was read.
pub(crate) fn compare_totals(reading: &mut Reading, page: &Page, block: &Block, row: &PageRow, totals: &mut [Total]) {
    let Some(key) = row.text_or_code(block.column) else { return };
    let (name, model) =
        key.split_once(sg3_workbook::csv::MODEL).map_or((&*key, None), |(name, model)| (name, Some(model)));
    if !reading.is_shared_input(name, model) {
        return;
    }
    let Some(total) = totals.iter_mut().find(|total| total.name == *name) else { return };
    let scale = find_scale(reading, name);
    total.in_form = read_total(block, row, key::VALUE).map(|number| scale.apply(number));
    total.own = read_total(block, row, "own").map(|number| scale.apply(number));
    // Where something was refused, the difference of the form's own total has its reason already.
    let in_form = total.in_form.filter(|_| !reading.messages.refused);
    for (key, given) in [(key::VALUE, in_form), ("own", total.own)] {
        let (Some(given), Some(position)) = (given, block.position(key)) else { continue };
        if tolerance::equal(given, total.read) != 1.0 {
            let who = if key == "own" { "the signed total is" } else { "the total in the form is" };
            let message = format!(
                "{who} {given} {}, but the imported figures sum to {}: {}",
                total.unit, total.read, total.label
            );
            let help = "check for figures that were not read, rows that the sum omits, or a workbook saved before it was recalculated";
            let cell: SourceCell = reading.cell(page, row.row, position);
            reading.messages.add(cell.warning("wrong-value", message, help));
        }
    }
}

fn read_total(block: &Block, row: &PageRow, column: &str) -> Option<f64> {
    match row.cell(block.position(column)?)?.content {
        Content::Number(number) => Some(number),
        _ => None,
    }
}

/// The scale of the sheet where an input was read.
pub(crate) fn find_scale(reading: &Reading, name: &str) -> Scale {
    let input = reading.model.find_quantity(name).filter(|input| reading.is_scaled(*input));
    let datum = input.and_then(|input| reading.layer.values.iter().find(|datum| datum.quantity == input));
    match datum.map(|datum| &datum.origin) {
        Some(Origin::Cell { sheet, .. }) => reading.sheet_scales.get(sheet).copied().unwrap_or_default(),
        _ => Scale::Units,
    }
}
