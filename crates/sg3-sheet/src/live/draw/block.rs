//! The values of a block: figures, room, formulas with the values they come to.

use super::{Canvas, choice, evidence, figure, style::Look};
use crate::live::book::{Block, BlockId, Content, Place, Role};
use crate::live::formula::Formula;
use crate::live::print::Printer;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_lang::model::DimensionId;

/// Draws the values of a block.
pub fn draw(canvas: &Canvas, page: &mut Worksheet, id: BlockId) -> Result<(), XlsxError> {
    let block = canvas.book.block(id);
    let Some(place) = block.place else { return Ok(()) };
    let look = Look::of(canvas.material.model, block);
    let by_row = has_units_by_row(canvas, block);
    let mut format = canvas.styles.cell(canvas.material.model, block, look, &block.values);
    let numbered = |dimension: DimensionId| canvas.material.model.dimension(dimension).is_numbered();
    let mut printer = Printer::new(canvas.book, id, &numbered);
    choice::offer(canvas, page, block)?;
    for row in 0..block.rows() {
        if by_row {
            let cells = (0..block.columns()).map(|column| block.values[block.cell_of(&block.place_of(row, column))]);
            format = canvas.styles.cell(canvas.material.model, block, look, &cells.collect::<Vec<_>>());
        }
        opening(canvas, page, block, place, row, &mut printer, &format)?;
        for column in 0..block.columns() {
            let at = block.place_of(row, column);
            let cell = block.cell_of(&at);
            let (sheet_row, sheet_column) = (place.row + row as u32, place.column + column as u16);
            match (&block.content, block.formula(cell)) {
                (Content::Room, _) => {
                    page.write_blank(sheet_row, sheet_column, &format)?;
                }
                (_, Some(formula)) => {
                    let text = printer.cell(formula, &at);
                    figure::formula(page, (sheet_row, sheet_column), &text, block.values[cell], &format)?;
                }
                _ => figure::value(canvas, page, (sheet_row, sheet_column), block, block.values[cell], &format)?,
            }
        }
        if has_evidence(block) {
            evidence::beside(canvas, page, block, row)?;
        }
    }
    Ok(())
}

/// Whether rows are counted in units of their own, so that each has decimals of its own.
fn has_units_by_row(canvas: &Canvas, block: &Block) -> bool {
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
    format: &Format,
) -> Result<(), XlsxError> {
    let Some(formula) = &block.opening else { return Ok(()) };
    let at = block.place_of(row, 0);
    let cell = (place.row + row as u32, canvas.book.columns.opening());
    match formula {
        Formula::Number(number) => {
            page.write_number_with_format(cell.0, cell.1, *number, format)?;
            Ok(())
        }
        formula => {
            let text = printer.cell(formula, &at);
            figure::formula(page, cell, &text, block.opening_values.get(row).copied().unwrap_or(f64::NAN), format)
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
