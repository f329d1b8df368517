//! One cell to fill: its value if there is one, its proposal, its looks.

use crate::write::context::FormContext;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_calc::Value;
use sg3_calc::present::{members, proposal};
use sg3_lang::model::{Quantity, QuantityId};
use sg3_workbook::write::cells;
use std::sync::Arc;

/// Writes a cell that asks for an input at a place.
pub(crate) fn draw_value(
    form: &FormContext,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    input: QuantityId,
    place: Box<[Arc<str>]>,
) -> Result<(), XlsxError> {
    let quantity = form.model.quantity(input);
    let mark = form.marks.as_ref().and_then(|marks| marks.record_drawn(sheet, (row, column), input, &place));
    if let Some(mark) = mark {
        mark.draw_note(sheet, (row, column))?;
    }
    let (value, is_proposed) = find_value(form, input, place);
    let format = form.styles.entry(quantity, is_proposed);
    let marked = mark.filter(|mark| mark.frame).map(|_| form.styles.marked(format));
    let format = marked.as_ref().unwrap_or(format);
    if let Some(words) = mark.and_then(|mark| mark.words.as_ref()) {
        return cells::write_text(sheet, row, column, words, format);
    }
    match value {
        Some(Value::Number(number)) => {
            let shown = form.scale_for_sheet(&sheet.name(), quantity, number);
            write_value(form, sheet, (row, column), quantity, &Value::Number(shown), format)
        }
        Some(value) => write_value(form, sheet, (row, column), quantity, &value, format),
        None => cells::write_text(sheet, row, column, "", format),
    }
}

/// What stands in the cell that asks for an input at a place, and whether the model proposes just that.
pub(crate) fn find_value(form: &FormContext, input: QuantityId, place: Box<[Arc<str>]>) -> (Option<Value>, bool) {
    let proposed = proposal::at(form.model, form.model.quantity(input), &place);
    let given = form.given.value(input, place);
    let is_proposed = proposed.is_some() && given.is_none_or(|given| proposed.as_ref() == Some(given));
    (given.cloned().or(proposed), is_proposed)
}

/// Writes a value of an input.
pub(crate) fn write_value(
    form: &FormContext,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    quantity: &Quantity,
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        Value::Number(number) | Value::Date(number) => {
            sheet.write_number_with_format(row, column, *number, format)?;
            Ok(())
        }
        Value::YesNo(yes) => {
            cells::write_text(sheet, row, column, &form.translate_briefly(if *yes { "yes" } else { "no" }), format)
        }
        Value::Text(key) => {
            let word = members::word_of(form.model, quantity, key);
            cells::write_text(sheet, row, column, &word, format)
        }
        Value::NotAvailable(words) | Value::Unreadable(words) => cells::write_text(sheet, row, column, words, format),
    }
}
