//! Above a block: its title, its formula in words, the members across. Beside it: labels, numbers of members, units.

use super::canvas::Canvas;
use super::cell_formats::{apply_formats, one_column};
use super::cell_style::CellStyle;
use super::evidence::{HEADINGS, evidence_column, has_evidence};
use super::row_units::row_unit;
use super::widths::{LABEL_WIDTH, VALUE_WIDTH};
use super::writer::{Worksheet, XlsxError};
use crate::book::{Block, BlockPlace, Role, SheetColumns};
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

/// Draws what is around the values of a block.
pub(super) fn draw_heading(canvas: &Canvas, sheet: &mut Worksheet, block: &Block) -> Result<(), XlsxError> {
    let Some(place) = block.place else { return Ok(()) };
    if block.across.is_none() && matches!(block.role, Role::Delivered | Role::Override) {
        return Ok(());
    }
    if draw_title(canvas, sheet, block, place)? < place.row {
        draw_member_headings(canvas, sheet, block, place)?;
    }
    draw_row_labels(canvas, sheet, block, place)
}

/// Title and formula, where there is room for them; gives the row after.
fn draw_title(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, place: BlockPlace) -> Result<u32, XlsxError> {
    let mut row = place.top;
    if block.has_title() && place.top < place.row {
        cells::write_text(sheet, row, SheetColumns::LABEL, &title(canvas, block), &canvas.styles.subtitle)?;
        row += 1;
    }
    for line in &block.description {
        let (line, style) = match block.role {
            Role::InUse => (line.clone(), &canvas.styles.hint),
            _ => (format!("= {line}"), &canvas.styles.words),
        };
        cells::write_text(sheet, row, SheetColumns::LABEL, &line, style)?;
        row += 1;
    }
    Ok(row)
}

fn title(canvas: &Canvas, block: &Block) -> String {
    let name = block.quantity.map(|id| canvas.material.model.quantity(id).name.to_string());
    match (block.role, name) {
        (Role::Delivered, _) => canvas.translate("As delivered"),
        (Role::Override, _) => canvas.translate("Your figures, which replace those delivered"),
        (Role::Part | Role::Iteration | Role::Others, Some(name)) => format!("{} ({name})", canvas.title(block)),
        _ => canvas.title(block),
    }
}

/// The row above the values: the dimensions that go down, and the members across with their numbers below them.
fn draw_member_headings(
    canvas: &Canvas,
    sheet: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
) -> Result<(), XlsxError> {
    let styles = &canvas.styles;
    let columns = canvas.book.columns;
    let row = if block.across.is_some() { place.row - 2 } else { place.row - 1 };
    for column in SheetColumns::LABEL..=columns.opening() {
        sheet.write_blank(row, column, &styles.heading)?;
    }
    let labels: Vec<String> = block.down().map(|axis| axis_label(canvas, block, axis)).collect();
    cells::write_text(sheet, row, SheetColumns::LABEL, &labels.join(" · "), &styles.heading_of_words)?;
    for axis in block.down() {
        cells::write_text(sheet, row, block.number_column(axis), &canvas.translate("No."), &styles.heading)?;
    }
    if block.axes.is_empty() {
        cells::write_text(sheet, row, SheetColumns::LABEL, &canvas.translate("Figure"), &styles.heading_of_words)?;
    }
    cells::write_text(sheet, row, columns.unit(), &canvas.translate("Unit"), &styles.heading_of_words)?;
    match block.across {
        None => draw_value_headings(canvas, sheet, block, row)?,
        Some(across) => draw_members_across(canvas, sheet, block, place, across)?,
    }
    draw_evidence_headings(canvas, sheet, block, row)
}

fn draw_members_across(
    canvas: &Canvas,
    sheet: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
    across: usize,
) -> Result<(), XlsxError> {
    let (styles, row, dimension) = (&canvas.styles, place.row - 2, block.axes[across].dimension);
    if block.opening.is_some() {
        cells::write_text(sheet, row, canvas.book.columns.opening(), &canvas.translate("Before"), &styles.heading)?;
    }
    let labels = (0..block.shape[across]).map(|position| canvas.label(dimension, position));
    let lines = labels.map(|label| text::count_lines(label, VALUE_WIDTH - 1.0)).max().unwrap_or(1);
    sheet.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    for position in 0..block.shape[across] {
        let column = place.column + position as u16;
        cells::write_text(sheet, row, column, canvas.label(dimension, position), &styles.heading)?;
        let number = canvas.numbers.number(dimension, position);
        sheet.write_number_with_format(place.heading_row(), column, number, &styles.heading_number)?;
    }
    Ok(())
}

fn draw_evidence_headings(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, row: u32) -> Result<(), XlsxError> {
    let Some(place) = block.place.filter(|_| has_evidence(block)) else { return Ok(()) };
    for (column, heading) in (evidence_column(block, place)..).zip(HEADINGS) {
        cells::write_text(sheet, row, column, &canvas.translate(heading), &canvas.styles.heading_of_words)?;
    }
    Ok(())
}

/// What people call an axis: its dimension; where an alias tells two axes apart, that too.
fn axis_label(canvas: &Canvas, block: &Block, axis: usize) -> String {
    let axis = &block.axes[axis];
    let dimension = canvas.material.model.dimension(axis.dimension);
    if axis.name == dimension.name { dimension.label.clone() } else { format!("{} ({})", dimension.label, axis.name) }
}

fn draw_value_headings(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, row: u32) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let headings: &[&str] = match block.role {
        Role::InUse => &["Used", "As delivered", "Your figure"],
        _ => &["Value"],
    };
    for (column, heading) in (first..).zip(headings) {
        cells::write_text(sheet, row, column, &canvas.translate(heading), &canvas.styles.heading)?;
    }
    Ok(())
}

/// Beside each row: the letter of its style, its label, the numbers of its members, its unit.
fn draw_row_labels(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, place: BlockPlace) -> Result<(), XlsxError> {
    let style = CellStyle::of(canvas.material.model, block);
    for number in 0..block.rows() {
        let row = place.row + number as u32;
        let at = block.place_of(number, 0);
        cells::write_plain_text(sheet, row, SheetColumns::MARK, style.letter())?;
        draw_label(canvas, sheet, row, block, &at)?;
        for axis in block.down() {
            let number = canvas.numbers.number(block.axes[axis].dimension, at[axis]);
            sheet.write_number(row, block.number_column(axis), number)?;
        }
        cells::write_plain_text(sheet, row, canvas.book.columns.unit(), &row_unit(canvas, block, &at))?;
    }
    format_row_labels(canvas, sheet, block, place)
}

/// The members of a row; of a single figure its title.
fn draw_label(canvas: &Canvas, sheet: &mut Worksheet, row: u32, block: &Block, at: &[usize]) -> Result<(), XlsxError> {
    let label = canvas.row_label(block, at);
    let label = if label.is_empty() { canvas.title(block) } else { label };
    let lines = text::count_lines(&label, LABEL_WIDTH - 1.0);
    if lines > 1 {
        sheet.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
    }
    cells::write_plain_text(sheet, row, SheetColumns::LABEL, &label)
}

fn format_row_labels(
    canvas: &Canvas,
    sheet: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
) -> Result<(), XlsxError> {
    let styles = &canvas.styles;
    let label = if block.has_title() { &styles.label } else { &styles.strong_label };
    let unit = canvas.book.columns.unit();
    let around = [(SheetColumns::MARK, &styles.mark), (SheetColumns::LABEL, label), (unit, &styles.unit)];
    let numbers = block.down().map(|axis| (block.number_column(axis), &styles.number));
    let all = around.into_iter().chain(numbers).map(|(column, format)| (one_column(column), format));
    apply_formats(sheet, place.row..place.row + block.rows() as u32, &all.collect::<Vec<_>>())
}
