//! The values of a block: constants, cells to fill, formulas with the values they evaluate to.

use super::canvas::Canvas;
use super::cell::{write_formula, write_value};
use super::cell_formats::{apply_formats, one_column};
use super::cell_style::CellStyle;
use super::evidence::{draw_evidence, has_evidence};
use super::row_units::has_units_by_row;
use super::validation::add_validation;
use super::writer::{Worksheet, XlsxError};
use crate::book::formula::Formula;
use crate::book::{Block, BlockId, BlockPlace, Content};
use crate::print::printer::Printer;
use std::ops::Range;

/// Draws the values of a block.
pub(super) fn draw_block(canvas: &Canvas, page: &mut Worksheet, id: BlockId) -> Result<(), XlsxError> {
    let block = canvas.book.block(id);
    let Some(place) = block.place else { return Ok(()) };
    let mut printer = Printer::new(canvas.book, canvas.material.model, id);
    add_validation(canvas, page, block)?;
    for row in 0..block.rows() {
        draw_opening(canvas, page, block, place, row, &mut printer)?;
        for column in 0..block.columns() {
            let at = block.place_of(row, column);
            let cell = block.cell_of(&at);
            let (value, place) = (block.values[cell], (place.row + row as u32, place.column + column as u16));
            match (&block.content, block.formula(cell)) {
                (Content::Entry, _) => {}
                (_, Some(formula)) => write_formula(canvas, page, place, &printer.cell(formula, &at), value)?,
                _ => write_value(canvas, page, place, block, cell)?,
            }
        }
    }
    format_values(canvas, page, block, place)?;
    if has_evidence(block) { draw_evidence(canvas, page, block, place) } else { Ok(()) }
}

/// What stands before the first member of a row.
fn draw_opening(
    canvas: &Canvas,
    page: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
    row: usize,
    printer: &mut Printer,
) -> Result<(), XlsxError> {
    let cell = (place.row + row as u32, canvas.book.columns.opening());
    match &block.opening {
        None => Ok(()),
        Some(Formula::Number(number)) => page.write_number(cell.0, cell.1, *number).map(|_| ()),
        Some(formula) => {
            let text = printer.cell(formula, &block.place_of(row, 0));
            write_formula(canvas, page, cell, &text, block.opening_values.get(row).copied().unwrap_or(f64::NAN))
        }
    }
}

/// The format of all values; of each row by itself where each has decimals of its own.
fn format_values(canvas: &Canvas, page: &mut Worksheet, block: &Block, place: BlockPlace) -> Result<(), XlsxError> {
    if !has_units_by_row(canvas, block) {
        return format_rows(canvas, page, block, place, 0..block.rows(), &block.values);
    }
    (0..block.rows()).try_for_each(|row| format_rows(canvas, page, block, place, row..row + 1, &block.row_values(row)))
}

fn format_rows(
    canvas: &Canvas,
    page: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
    rows: Range<usize>,
    values: &[f64],
) -> Result<(), XlsxError> {
    let model = canvas.material.model;
    let format = canvas.cell_format(block, CellStyle::of(model, block), values);
    let rows = place.row + rows.start as u32..place.row + rows.end as u32;
    let opening = block.opening.iter().map(|_| one_column(canvas.book.columns.opening()));
    let values = place.column..place.column + block.columns() as u16;
    apply_formats(page, rows, &opening.chain([values]).map(|columns| (columns, &format)).collect::<Vec<_>>())
}
