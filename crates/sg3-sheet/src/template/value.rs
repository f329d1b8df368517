//! One cell to fill: its value if there is one, its proposal, its looks.

use super::{Form, draw};
use crate::layout::{members, proposal, unit};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use sg3_calc::Value;
use sg3_lang::model::{Kind, Quantity, QuantityId};
use std::sync::Arc;

/// Grouped by thousands from a thousand up; below that, as many decimals as there are.
const NUMBER: &str = "[>=1000]#,##0;[<=-1000]-#,##0;General";
const SHARE: &str = "0.0##%";
const DATE: &str = "yyyy-mm-dd";
const TEXT: &str = "@";

/// Writes a cell that asks for an input at a place.
pub fn draw(
    form: &Form,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    input: QuantityId,
    place: Box<[Arc<str>]>,
) -> Result<(), XlsxError> {
    let quantity = form.model.quantity(input);
    let proposed = proposal::at(form.model, quantity, &place);
    let given = form.given.value(input, place);
    let is_proposed = proposed.is_some() && given.is_none_or(|given| proposed.as_ref() == Some(given));
    let style = if is_proposed { &form.styles.proposed } else { &form.styles.input };
    let format = looks(style, quantity);
    match given.cloned().or(proposed) {
        Some(value) => write(form, sheet, (row, column), quantity, &value, &format),
        None => draw::text(sheet, row, column, "", &format),
    }
}

/// A style with the number format that the kind and unit of an input ask for.
pub fn looks(style: &Format, quantity: &Quantity) -> Format {
    let number_format = match &quantity.kind {
        Kind::Number(_) if unit::is_share(quantity) => SHARE,
        Kind::Number(_) => NUMBER,
        Kind::Date => DATE,
        Kind::YesNo | Kind::Member(_) => TEXT,
    };
    let is_words = number_format == TEXT;
    if is_words { words(style) } else { style.clone().set_num_format(number_format) }
}

/// A style for words: what is typed stays text.
pub fn words(style: &Format) -> Format {
    style.clone().set_num_format(TEXT).set_align(FormatAlign::Left).set_indent(1)
}

fn write(
    form: &Form,
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
        Value::YesNo(yes) => draw::text(sheet, row, column, if *yes { "yes" } else { "no" }, format),
        Value::Text(key) => {
            let word = members::word_of(form.model, quantity, key);
            draw::text(sheet, row, column, &word, format)
        }
        Value::NotAvailable(words) => draw::text(sheet, row, column, words, format),
    }
}
