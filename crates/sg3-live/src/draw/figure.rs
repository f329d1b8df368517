//! One cell, without looks where there are many of them: see [`looks`](super::looks).

use super::Canvas;
use crate::book::block::{Block, Role};
use crate::book::{BLANK, NOT_COUNTED};
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use sg3_lang::model::Kind;
use sg3_workbook::write::cells;

/// What spreadsheets bear, in letters.
const LONGEST: usize = 8_192;

/// Writes a formula with the value it comes to.
pub fn formula(page: &mut Worksheet, (row, column): (u32, u16), text: &str, value: f64) -> Result<(), XlsxError> {
    let result = match value {
        value if value.is_nan() => "#N/A".to_owned(),
        BLANK => NOT_COUNTED.to_owned(),
        value => written(value),
    };
    assert!(text.len() < LONGEST, "formulas are divided before they become so long: {text}");
    page.write_formula(row, column, Formula::new(text).set_result(result))?;
    Ok(())
}

/// Writes a figure as it was delivered; a dash if there was none.
pub fn delivered(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    if value.is_finite() {
        page.write_number_with_format(row, column, value, format)?;
        return Ok(());
    }
    cells::text(page, row, column, NOT_COUNTED, format)
}

/// Writes a figure that is not calculated; nothing for one left blank.
pub fn value(
    canvas: &Canvas,
    page: &mut Worksheet,
    (row, column): (u32, u16),
    block: &Block,
    value: f64,
) -> Result<(), XlsxError> {
    if value == BLANK {
        return Ok(());
    }
    match (&block.kind, block.role) {
        (Kind::YesNo, Role::Base) => cells::plain(page, row, column, if value == 1.0 { "yes" } else { "no" }),
        (Kind::Member(dimension), Role::Base) => {
            let members = canvas.material.inputs.members_of(*dimension);
            let position = (0..members.len()).find(|position| canvas.number(*dimension, *position) == value);
            cells::plain(page, row, column, position.map_or("", |position| canvas.word(*dimension, position)))
        }
        _ if value.is_nan() => {
            page.write_formula(row, column, Formula::new("NA()").set_result("#N/A"))?;
            Ok(())
        }
        _ => {
            page.write_number(row, column, value)?;
            Ok(())
        }
    }
}

/// All digits of a number.
fn written(value: f64) -> String {
    if value == 0.0 { "0".to_owned() } else { format!("{value:?}") }
}
