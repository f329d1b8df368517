//! A table of the form: title, words, keys, headings, units, rows.

use super::size::Widths;
use super::validation::{self, Block};
use super::{Form, choice, draw, size, value};
use crate::layout::{Column, Holds, Open, Row, Rows, Table, key, words};
use rust_xlsxwriter::{Format, Note, Worksheet, XlsxError};
use sg3_lang::model::{DimensionId, QuantityId};
use std::sync::Arc;

/// Words below a title go over columns of this width together.
const WIDTH_OF_WORDS: f64 = 90.0;

/// Draws a table where the layout puts it.
pub fn draw(form: &Form, sheet: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    above(form, sheet, table, widths)?;
    heading(form, sheet, table)?;
    units(form, sheet, table)?;
    rows(form, sheet, table)?;
    rules(form, sheet, table)
}

fn above(form: &Form, sheet: &mut Worksheet, table: &Table, widths: &Widths) -> Result<(), XlsxError> {
    mark(form, sheet, table.top, key::TITLE)?;
    if !table.title.is_empty() {
        draw::text(sheet, table.top, 1, &table.title, &form.styles.subtitle)?;
        sheet.set_row_height(table.top, 20)?;
    }
    if let Some(row) = table.note_row() {
        mark(form, sheet, row, key::TITLE)?;
        words(form, sheet, row, &table.note, widths)?;
    }
    mark(form, sheet, table.key_row(), &format!("{}{}", key::CORNER, table.key))?;
    for (position, column) in columns(table) {
        draw::text(sheet, table.key_row(), position, &column.key, &form.styles.key)?;
    }
    sheet.set_row_hidden(table.key_row())?;
    Ok(())
}

/// Words below a title, over as many columns as they are legible in.
fn words(form: &Form, sheet: &mut Worksheet, row: u32, words: &str, widths: &Widths) -> Result<(), XlsxError> {
    let (last, width) = size::span(widths, 1, WIDTH_OF_WORDS);
    let format = form.styles.quiet.clone().set_italic().set_text_wrap();
    sheet.set_row_height(row, size::height(draw::lines(words, width)))?;
    match last {
        1 => draw::text(sheet, row, 1, words, &format),
        last => sheet.merge_range(row, 1, row, last, words, &format).map(|_| ()),
    }
}

fn heading(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    mark(form, sheet, table.heading_row(), key::HEADING)?;
    for (position, column) in columns(table) {
        head(form, sheet, table.heading_row(), position, column)?;
        if let Some(note) = note(form, table, column) {
            sheet.insert_note(table.heading_row(), position, &note)?;
        }
    }
    Ok(())
}

fn head(form: &Form, sheet: &mut Worksheet, row: u32, position: u16, column: &Column) -> Result<(), XlsxError> {
    match column.holds {
        Holds::Note => over_columns(sheet, row, position, &column.heading, &form.styles.heading),
        Holds::Single(_) | Holds::Values(_) => {
            draw::text(sheet, row, position, &column.heading, &form.styles.heading_of_values())
        }
        _ => draw::text(sheet, row, position, &column.heading, &form.styles.heading),
    }
}

fn over_columns(sheet: &mut Worksheet, row: u32, first: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(row, first, row, first + size::COLUMNS_OF_NOTES - 1, words, format)?;
    Ok(())
}

/// What there is to know about a column, unless it stands below the title already.
fn note(form: &Form, table: &Table, column: &Column) -> Option<Note> {
    let Holds::Values(ask) = &column.holds else { return None };
    let hint = words::hint(form.model, form.model.quantity(ask.quantity));
    let is_new = !hint.is_empty() && !table.note.starts_with(&hint);
    let height = 20 + 18 * draw::lines(&hint, 36.0) as u32;
    is_new.then(|| Note::new(draw::clip(&hint, 2_000)).add_author_prefix(false).set_width(240).set_height(height))
}

fn units(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let Some(row) = table.units_row() else { return Ok(()) };
    mark(form, sheet, row, key::UNITS)?;
    for (position, column) in columns(table) {
        draw::text(sheet, row, position, &column.unit, &form.styles.unit_below())?;
    }
    Ok(())
}

fn rows(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    match &table.rows {
        Rows::Fixed(rows) => {
            for (at, row) in (table.first_row()..).zip(rows) {
                mark(form, sheet, at, &row.key)?;
                fixed_row(form, sheet, table, at, row)?;
            }
        }
        Rows::Open(open) => {
            let given = given_rows(form, table, *open);
            for number in 0..choice::rows(form, table) {
                open_row(form, sheet, table, (table.first_row() + number, number), given.get(number as usize))?;
            }
        }
    }
    Ok(())
}

fn fixed_row(form: &Form, sheet: &mut Worksheet, table: &Table, at: u32, row: &Row) -> Result<(), XlsxError> {
    let styles = &form.styles;
    for (position, column) in columns(table) {
        match &column.holds {
            Holds::Label(axis) => draw::text(sheet, at, position, &row.labels[*axis], &styles.label)?,
            Holds::Unit => draw::text(sheet, at, position, &row.unit, &styles.unit())?,
            Holds::Note => over_columns(sheet, at, position, &note_of(form, row), &styles.note())?,
            Holds::Code(axis) => draw::text(sheet, at, position, &row.members[*axis], &styles.label)?,
            Holds::Single(_) | Holds::Values(_) => {
                asked(form, sheet, table, (at, position), column, Some(row), &row.members)?
            }
        }
    }
    Ok(())
}

/// What there is to know about the input of a row.
pub fn note_of(form: &Form, row: &Row) -> String {
    row.asks.map(|input| words::hint(form.model, form.model.quantity(input))).unwrap_or_default()
}

/// What stands in a row that the filler would add.
struct Filled {
    members: Vec<Arc<str>>,
    label: String,
    unit: String,
}

fn given_rows(form: &Form, table: &Table, open: Open) -> Vec<Filled> {
    let listed = |dimension: DimensionId| form.given.members(dimension).into_iter();
    match open {
        Open::Listing(dimension) | Open::Numbered(dimension) => listed(dimension)
            .map(|entry| Filled {
                members: vec![entry.key.clone()],
                label: entry.label.clone(),
                unit: entry.unit.clone().unwrap_or_default(),
            })
            .collect(),
        Open::Reference => {
            let plain = |members| Filled { members, label: String::new(), unit: String::new() };
            form.given.rows(table).into_iter().map(plain).collect()
        }
    }
}

fn open_row(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (at, number): (u32, u32),
    filled: Option<&Filled>,
) -> Result<(), XlsxError> {
    let text = value::words(&form.styles.input);
    for (position, column) in columns(table) {
        match &column.holds {
            Holds::Code(axis) => {
                let code = filled.map(|filled| filled.members[*axis].to_string());
                let format =
                    if matches!(table.rows, Rows::Open(Open::Numbered(_))) { &form.styles.unit() } else { &text };
                draw::text(sheet, at, position, &code.unwrap_or_else(|| blank_code(table, number)), format)?;
            }
            Holds::Label(_) => draw::text(sheet, at, position, filled.map_or("", |filled| &filled.label), &text)?,
            Holds::Unit => draw::text(sheet, at, position, filled.map_or("", |filled| &filled.unit), &text)?,
            Holds::Note | Holds::Single(_) => {}
            Holds::Values(ask) => match filled {
                Some(filled) => asked(form, sheet, table, (at, position), column, None, &filled.members)?,
                None => blank(form, sheet, (at, position), ask.quantity)?,
            },
        }
    }
    Ok(())
}

/// Rows that are members have their number from the start.
fn blank_code(table: &Table, number: u32) -> String {
    match table.rows {
        Rows::Open(Open::Numbered(_)) => (number + 1).to_string(),
        _ => String::new(),
    }
}

fn blank(form: &Form, sheet: &mut Worksheet, (at, position): (u32, u16), input: QuantityId) -> Result<(), XlsxError> {
    draw::text(sheet, at, position, "", &value::looks(&form.styles.input, form.model.quantity(input)))
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

fn rules(form: &Form, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let first = table.first_row();
    let last = first + choice::rows(form, table).max(1) - 1;
    for (position, column) in columns(table) {
        let block = (first, last, position);
        match &column.holds {
            Holds::Values(ask) => {
                validation::values(form, sheet, block, form.model.quantity(ask.quantity), &column.unit)?
            }
            Holds::Single(_) => singles(form, sheet, table, position)?,
            Holds::Code(axis) if table.rows == Rows::Open(Open::Reference) => {
                validation::codes(form, sheet, block, table.axes[*axis].dimension)?
            }
            Holds::Code(_) | Holds::Label(_) | Holds::Unit | Holds::Note => {}
        }
    }
    Ok(())
}

fn singles(form: &Form, sheet: &mut Worksheet, table: &Table, position: u16) -> Result<(), XlsxError> {
    for (at, row) in (table.first_row()..).zip(table.fixed_rows()) {
        let block: Block = (at, at, position);
        if let Some(input) = row.asks {
            validation::values(form, sheet, block, form.model.quantity(input), &row.unit)?;
        }
    }
    Ok(())
}

/// Columns with where they stand; the first column of the sheet holds the keys.
fn columns(table: &Table) -> impl Iterator<Item = (u16, &Column)> {
    (1..).zip(&table.columns)
}

fn mark(form: &Form, sheet: &mut Worksheet, row: u32, key: &str) -> Result<(), XlsxError> {
    draw::text(sheet, row, 0, key, key_format(form))
}

fn key_format<'a>(form: &'a Form) -> &'a Format {
    &form.styles.key
}
