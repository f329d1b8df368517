//! The values of a block: figures, room, formulas with the values they come to.

use super::style::Look;
use super::{Canvas, choice, evidence, figure, looks as looks_of_draw};
use crate::book::block::{Block, Content, Role};
use crate::book::{BlockId, Place};
use crate::formula::Formula;
use crate::print::Printer;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_lang::model::DimensionId;
use std::ops::Range;

/// Draws the values of a block.
pub fn draw(canvas: &Canvas, page: &mut Worksheet, id: BlockId) -> Result<(), XlsxError> {
    let block = canvas.book.block(id);
    let Some(place) = block.place else { return Ok(()) };
    let numbered = |dimension: DimensionId| canvas.material.model.dimension(dimension).is_numbered();
    let mut printer = Printer::new(canvas.book, id, &numbered);
    choice::offer(canvas, page, block)?;
    for row in 0..block.rows() {
        opening(canvas, page, block, place, row, &mut printer)?;
        for column in 0..block.columns() {
            let at = block.place_of(row, column);
            let cell = block.cell_of(&at);
            let (value, place) = (block.values[cell], (place.row + row as u32, place.column + column as u16));
            match (&block.content, block.formula(cell)) {
                (Content::Room, _) => {}
                (_, Some(formula)) => figure::formula(page, place, &printer.cell(formula, &at), value)?,
                _ => figure::value(canvas, page, place, block, value)?,
            }
        }
    }
    looks(canvas, page, block, place)?;
    if has_evidence(block) { evidence::beside(canvas, page, block, place) } else { Ok(()) }
}

/// The looks of all values; of each row by itself where each has decimals of its own.
fn looks(canvas: &Canvas, page: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let look = Look::of(canvas.material.model, block);
    let mut stripe = |rows: Range<usize>, values: &[f64]| {
        let format = canvas.styles.cell(canvas.material.model, block, look, values);
        let rows = place.row + rows.start as u32..place.row + rows.end as u32;
        let opening = block.opening.iter().map(|_| looks_of_draw::column(canvas.book.columns.opening()));
        let values = place.column..place.column + block.columns() as u16;
        looks_of_draw::over(page, rows, &opening.chain([values]).map(|columns| (columns, &format)).collect::<Vec<_>>())
    };
    if !has_units_by_row(canvas, block) {
        return stripe(0..block.rows(), &block.values);
    }
    (0..block.rows()).try_for_each(|row| stripe(row..row + 1, &values_of(block, row)))
}

/// The values of a row.
pub fn values_of(block: &Block, row: usize) -> Vec<f64> {
    (0..block.columns()).map(|column| block.values[block.cell_of(&block.place_of(row, column))]).collect()
}

/// Whether rows are counted in units of their own, so that each has decimals of its own.
pub fn has_units_by_row(canvas: &Canvas, block: &Block) -> bool {
    let unit = block.quantity.map(|id| canvas.material.model.quantity(id).unit());
    unit.is_some_and(|unit| block.down().any(|axis| unit.depends_on(&block.axes[axis].name)))
}

fn opening(
    canvas: &Canvas,
    page: &mut Worksheet,
    block: &Block,
    place: Place,
    row: usize,
    printer: &mut Printer,
) -> Result<(), XlsxError> {
    let Some(formula) = &block.opening else { return Ok(()) };
    let cell = (place.row + row as u32, canvas.book.columns.opening());
    match formula {
        Formula::Number(number) => page.write_number(cell.0, cell.1, *number).map(|_| ()),
        formula => {
            let text = printer.cell(formula, &block.place_of(row, 0));
            figure::formula(page, cell, &text, block.opening_values.get(row).copied().unwrap_or(f64::NAN))
        }
    }
}

/// Whether status and origin stand beside its rows: those of what is used, or of what was delivered where that stands below.
pub fn has_evidence(block: &Block) -> bool {
    match block.role {
        Role::Live => block.across.is_none(),
        Role::Base => block.across.is_some(),
        _ => false,
    }
}
