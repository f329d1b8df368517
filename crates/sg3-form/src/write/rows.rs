//! The rows of a table: those that the model knows, and room for those that the filler adds.

use super::annotations::Filled;
use super::given::GivenRow;
use super::shared_annotations::Told;
use super::{Form, annotations, choice, draw as draw_of_write, head, value};
use crate::layout::column_content::{Column, Holds};
use crate::layout::{Open, Row, Rows, Table};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_lang::model::QuantityId;
use sg3_workbook::write::cells;
use std::sync::Arc;

/// Draws every row.
pub fn draw(form: &Form, sheet: &mut Worksheet, table: &Table, told: &Told) -> Result<(), XlsxError> {
    match &table.rows {
        Rows::Fixed(rows) => {
            (table.first_row()..).zip(rows).try_for_each(|(at, row)| fixed_row(form, sheet, table, (at, told), row))
        }
        Rows::Open(open) => open_rows(form, sheet, table, told, *open),
    }
}

fn fixed_row(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (at, told): (u32, &Told),
    row: &Row,
) -> Result<(), XlsxError> {
    draw_of_write::key(form, sheet, at, &row.key)?;
    let styles = &form.styles;
    let filled = Filled::of(form, table, told, Some(row), &row.members);
    table.columns().try_for_each(|(position, column)| match &column.holds {
        Holds::Label(axis) => cells::text(sheet, at, position, &row.labels[*axis], &styles.label),
        Holds::Unit => cells::text(sheet, at, position, &form.say(&row.unit), &styles.unit),
        Holds::Note => head::over_columns(sheet, at, position, &note_of(form, row), &styles.note),
        Holds::Code(axis) => cells::text(sheet, at, position, &row.members[*axis], &styles.label),
        Holds::Single(_) | Holds::Values(_) => {
            asked(form, sheet, table, (at, position), column, Some(row), &row.members)
        }
        _ => annotations::draw(form, sheet, table, (at, position), column, &filled),
    })
}

/// What there is to know about the input of a row.
pub fn note_of(form: &Form, row: &Row) -> String {
    row.asks.map(|input| form.hint(form.model.quantity(input))).unwrap_or_default()
}

fn open_rows(form: &Form, sheet: &mut Worksheet, table: &Table, told: &Told, open: Open) -> Result<(), XlsxError> {
    let given = form.given.rows(form.model, table);
    for number in 0..choice::rows(form, table) {
        let at = table.first_row() + number;
        match given.get(number as usize) {
            Some(row) => given_row(form, sheet, table, (at, told), row)?,
            None => blank_row(form, sheet, table, at, &first_code(open, number))?,
        }
    }
    Ok(())
}

fn given_row(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (at, told): (u32, &Told),
    row: &GivenRow,
) -> Result<(), XlsxError> {
    let words = &form.styles.words;
    let filled = Filled::of(form, table, told, None, &row.members);
    table.columns().try_for_each(|(position, column)| match &column.holds {
        Holds::Code(axis) => cells::text(sheet, at, position, &row.members[*axis], words),
        Holds::Label(_) => cells::text(sheet, at, position, &row.label, words),
        Holds::Unit => cells::text(sheet, at, position, &row.unit, words),
        Holds::Note | Holds::Single(_) => Ok(()),
        Holds::Values(_) => asked(form, sheet, table, (at, position), column, None, &row.members),
        _ => annotations::draw(form, sheet, table, (at, position), column, &filled),
    })
}

fn blank_row(form: &Form, sheet: &mut Worksheet, table: &Table, at: u32, code: &str) -> Result<(), XlsxError> {
    let words = &form.styles.words;
    table.columns().try_for_each(|(position, column)| match &column.holds {
        Holds::Code(_) => cells::text(sheet, at, position, code, words),
        Holds::Label(_) | Holds::Unit => cells::text(sheet, at, position, "", words),
        Holds::Note | Holds::Single(_) => Ok(()),
        Holds::Values(ask) => blank(form, sheet, (at, position), ask.quantity),
        _ => annotations::draw(form, sheet, table, (at, position), column, &Filled::default()),
    })
}

/// Rows that are members have their number from the start.
fn first_code(open: Open, number: u32) -> String {
    match open {
        Open::Numbered(_) => (number + 1).to_string(),
        Open::Listing(_) | Open::Reference => String::new(),
    }
}

fn blank(form: &Form, sheet: &mut Worksheet, (at, position): (u32, u16), input: QuantityId) -> Result<(), XlsxError> {
    cells::text(sheet, at, position, "", form.styles.entry(form.model.quantity(input), false))
}

fn asked(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    at: (u32, u16),
    column: &Column,
    row: Option<&Row>,
    members: &[Arc<str>],
) -> Result<(), XlsxError> {
    match table.asked(column, row, members) {
        Some((input, place)) => value::draw(form, sheet, at, input, place),
        None => Ok(()),
    }
}
