//! The rows of a table: those that the model knows, and room for those that the filler adds.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::table::{FormRow, FormTable, OpenRows, TableRows};
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::given::GivenRow;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::{annotations, choice, form_cells, head, rows_below, value};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_lang::model::QuantityId;
use sg3_workbook::write::cells;
use std::sync::Arc;

/// Draws every row of a table: known ones, those given, and those prepared for the filler.
pub(crate) fn draw_rows(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    shared: &SharedAnnotations,
) -> Result<(), XlsxError> {
    match &table.rows {
        TableRows::Fixed(rows) => (table.first_row()..)
            .zip(rows)
            .try_for_each(|(at, row)| draw_fixed_row(form, sheet, table, (at, shared), row)),
        TableRows::Open(open) => draw_open_rows(form, sheet, table, shared, *open),
    }
}

fn draw_fixed_row(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (at, shared): (u32, &SharedAnnotations),
    row: &FormRow,
) -> Result<(), XlsxError> {
    form_cells::draw_key(form, sheet, at, &row.key)?;
    let styles = &form.styles;
    let filled = FilledRow::of(form, table, shared, Some(row), &row.members);
    table.placed_columns().try_for_each(|(position, column)| match &column.content {
        ColumnContent::Label(axis) => cells::write_text(sheet, at, position, &row.labels[*axis], &styles.label),
        ColumnContent::Unit => {
            cells::write_text(sheet, at, position, &form.translate_unit(&row.unit, row.in_percent), &styles.unit)
        }
        ColumnContent::Note => head::merge_note_columns(sheet, at, position, &compose_note(form, row), &styles.note),
        ColumnContent::Code(axis) => cells::write_text(sheet, at, position, &row.members[*axis], &styles.label),
        ColumnContent::Scalar(_) | ColumnContent::Values(_) => {
            draw_asked(form, sheet, table, (at, position), column, Some(row), &row.members)
        }
        _ => annotations::draw_annotation(form, sheet, table, (at, position), column, &filled),
    })
}

/// What there is to know about the input of a row.
pub(crate) fn compose_note(form: &FormContext, row: &FormRow) -> String {
    row.asks.map(|input| form.hint(form.model.quantity(input))).unwrap_or_default()
}

fn draw_open_rows(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    shared: &SharedAnnotations,
    open: OpenRows,
) -> Result<(), XlsxError> {
    let given = form.list_rows(table);
    for number in 0..choice::count_drawn_rows(form, table) {
        let at = table.first_row() + number;
        match given.get(number as usize) {
            Some(row) => draw_given_row(form, sheet, table, (at, shared), row)?,
            None => draw_blank_row(form, sheet, table, at, &first_code(open, number))?,
        }
    }
    rows_below::prepare_rows_below(form, sheet, table)
}

fn draw_given_row(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (at, shared): (u32, &SharedAnnotations),
    row: &GivenRow,
) -> Result<(), XlsxError> {
    let words = &form.styles.words;
    let filled = FilledRow::of(form, table, shared, None, &row.members);
    table.placed_columns().try_for_each(|(position, column)| match &column.content {
        ColumnContent::Code(axis) => cells::write_text(sheet, at, position, &row.members[*axis], words),
        ColumnContent::Label(_) => cells::write_text(sheet, at, position, &row.label, words),
        ColumnContent::Unit => cells::write_text(sheet, at, position, &row.unit, words),
        ColumnContent::Note | ColumnContent::Scalar(_) => Ok(()),
        ColumnContent::Values(_) => draw_asked(form, sheet, table, (at, position), column, None, &row.members),
        _ => annotations::draw_annotation(form, sheet, table, (at, position), column, &filled),
    })
}

fn draw_blank_row(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    at: u32,
    code: &str,
) -> Result<(), XlsxError> {
    let words = &form.styles.words;
    table.placed_columns().try_for_each(|(position, column)| match &column.content {
        ColumnContent::Code(_) => cells::write_text(sheet, at, position, code, words),
        ColumnContent::Label(_) | ColumnContent::Unit => cells::write_text(sheet, at, position, "", words),
        ColumnContent::Note | ColumnContent::Scalar(_) => Ok(()),
        ColumnContent::Values(ask) => draw_blank(form, sheet, (at, position), ask.quantity),
        _ => annotations::draw_annotation(form, sheet, table, (at, position), column, &FilledRow::default()),
    })
}

/// Rows that are members have their number from the start.
fn first_code(open: OpenRows, number: u32) -> String {
    match open {
        OpenRows::Numbered(_) => (number + 1).to_string(),
        OpenRows::Listing(_) | OpenRows::Reference => String::new(),
    }
}

fn draw_blank(
    form: &FormContext,
    sheet: &mut Worksheet,
    (at, position): (u32, u16),
    input: QuantityId,
) -> Result<(), XlsxError> {
    cells::write_text(sheet, at, position, "", form.styles.entry(form.model.quantity(input), false))
}

fn draw_asked(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    at: (u32, u16),
    column: &FormColumn,
    row: Option<&FormRow>,
    members: &[Arc<str>],
) -> Result<(), XlsxError> {
    match table.input_at(column, row, members) {
        Some((input, place)) => value::draw_value(form, sheet, at, input, place),
        None => Ok(()),
    }
}
