//! One cell, without a format where there are many of them: see `cell_formats`.

use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::writer::{Format, Formula, Worksheet, XlsxError};
use crate::book::blank::{BLANK, NOT_COUNTED};
use crate::book::{Block, Role};
use sg3_lang::model::Kind;
use sg3_workbook::write::cells;

/// The letters that a formula has in every spreadsheet program, at most.
const LONGEST: usize = 8_192;

/// Writes a formula with the value it evaluates to.
pub(super) fn write_formula(
    canvas: &Canvas,
    page: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    value: f64,
) -> Result<(), XlsxError> {
    let value = if value == BLANK { CachedValue::Text(NOT_COUNTED.to_owned()) } else { CachedValue::Number(value) };
    assert!(text.len() < LONGEST, "formulas are divided before they become so long: {text}");
    let text = canvas.translate_formula(text);
    page.write_formula(row, column, Formula::new(text).set_result(value.written()))?;
    Ok(())
}

/// Writes a figure as it was delivered; a dash if there was none.
pub(super) fn write_delivered(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    if value.is_finite() {
        page.write_number_with_format(row, column, value, format)?;
        return Ok(());
    }
    cells::write_text(page, row, column, NOT_COUNTED, format)
}

/// Writes a figure that is not calculated: nothing for one left blank, its text for one that could not be read.
pub(super) fn write_value(
    canvas: &Canvas,
    page: &mut Worksheet,
    (row, column): (u32, u16),
    block: &Block,
    cell: usize,
) -> Result<(), XlsxError> {
    let value = block.values[cell];
    if value == BLANK {
        return Ok(());
    }
    match (&block.kind, block.role) {
        (_, Role::Delivered) if value.is_nan() => write_withheld(canvas, page, (row, column), block, cell),
        (Kind::YesNo, Role::Delivered) => {
            let word = canvas.translate_briefly(if value == 1.0 { "yes" } else { "no" });
            cells::write_plain_text(page, row, column, &word)
        }
        (Kind::Member(dimension), Role::Delivered) => {
            let position = canvas.numbers.position(*dimension, value);
            cells::write_plain_text(
                page,
                row,
                column,
                position.map_or("", |position| canvas.choice_label(*dimension, position)),
            )
        }
        _ if value.is_nan() => write_missing(page, (row, column)),
        _ => {
            page.write_number(row, column, value)?;
            Ok(())
        }
    }
}

/// A delivered cell without a value that is not blank: the text that stood there, or that there is none.
fn write_withheld(
    canvas: &Canvas,
    page: &mut Worksheet,
    (row, column): (u32, u16),
    block: &Block,
    cell: usize,
) -> Result<(), XlsxError> {
    let text = block.quantity.and_then(|quantity| canvas.material.inputs.unreadable_text(quantity, cell));
    match text {
        Some(text) => cells::write_plain_text(page, row, column, text),
        None => write_missing(page, (row, column)),
    }
}

fn write_missing(page: &mut Worksheet, (row, column): (u32, u16)) -> Result<(), XlsxError> {
    page.write_formula(row, column, Formula::new("NA()").set_result("#N/A"))?;
    Ok(())
}
