//! Above a block: its title, its formula in words, the members across. Beside it: labels, numbers of members, units.

use super::style::Look;
use super::{Canvas, block, evidence, looks, page};
use crate::book::block::{Block, Role};
use crate::book::{Columns, Place};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::present::unit;
use sg3_lang::Unit;
use sg3_lang::model::Kind;
use sg3_workbook::write::cells;

/// Draws what is around the values of a block.
pub fn draw(canvas: &Canvas, sheet: &mut Worksheet, block: &Block) -> Result<(), XlsxError> {
    let Some(place) = block.place else { return Ok(()) };
    if block.across.is_none() && matches!(block.role, Role::Base | Role::Override) {
        return Ok(());
    }
    let above = (place.row - place.top) as usize;
    let mut row = place.top;
    if block.has_title() && above > 0 {
        cells::text(sheet, row, Columns::LABEL, &title(canvas, block), &canvas.styles.subtitle)?;
        row += 1;
    }
    for line in &block.words {
        let (line, style) = match block.role {
            Role::Live => (line.clone(), &canvas.styles.hint),
            _ => (format!("= {line}"), &canvas.styles.words),
        };
        cells::text(sheet, row, Columns::LABEL, &line, style)?;
        row += 1;
    }
    if row < place.row {
        members(canvas, sheet, block, place)?;
    }
    rows(canvas, sheet, block, place)
}

fn title(canvas: &Canvas, block: &Block) -> String {
    let name = block.quantity.map(|id| canvas.material.model.quantity(id).name.to_string());
    match (block.role, name) {
        (Role::Base, _) => "As delivered".to_owned(),
        (Role::Override, _) => "Your figures, which replace those delivered".to_owned(),
        (Role::Part | Role::Pass, Some(name)) => format!("{} ({name})", block.title),
        _ => block.title.clone(),
    }
}

fn members(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let styles = &canvas.styles;
    let columns = canvas.book.columns;
    let row = if block.across.is_some() { place.row - 2 } else { place.row - 1 };
    for column in Columns::LABEL..=columns.opening() {
        sheet.write_blank(row, column, &styles.heading)?;
    }
    let labels: Vec<String> = block.down().map(|axis| axis_label(canvas, block, axis)).collect();
    cells::text(sheet, row, Columns::LABEL, &labels.join(" · "), &styles.heading_of_words)?;
    for axis in block.down() {
        cells::text(sheet, row, block.number_column(axis), "No.", &styles.heading)?;
    }
    if block.axes.is_empty() {
        cells::text(sheet, row, Columns::LABEL, "Figure", &styles.heading_of_words)?;
    }
    cells::text(sheet, row, columns.unit(), "Unit", &styles.heading_of_words)?;
    let Some(across) = block.across else { return values(canvas, sheet, block, row) };
    if block.opening.is_some() {
        cells::text(sheet, row, columns.opening(), "Before", &styles.heading)?;
    }
    let across_labels = (0..block.shape[across]).map(|position| canvas.label(block.axes[across].dimension, position));
    let lines = across_labels.map(|label| cells::lines(label, page::VALUE_WIDTH - 1.0)).max().unwrap_or(1);
    sheet.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    for position in 0..block.shape[across] {
        let column = place.column + position as u16;
        let dimension = block.axes[across].dimension;
        cells::text(sheet, row, column, canvas.label(dimension, position), &styles.heading)?;
        sheet.write_number_with_format(
            place.heading_row(),
            column,
            canvas.number(dimension, position),
            &styles.heading_number,
        )?;
    }
    evidence_heading(canvas, sheet, block, row)
}

/// Above the words on status and origin.
fn evidence_heading(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, row: u32) -> Result<(), XlsxError> {
    let Some(place) = block.place.filter(|_| block::has_evidence(block)) else { return Ok(()) };
    for (column, heading) in (evidence::column(block, place)..).zip(evidence::HEADINGS) {
        cells::text(sheet, row, column, heading, &canvas.styles.heading_of_words)?;
    }
    Ok(())
}

/// What people call an axis: its dimension; where an alias tells two axes apart, that too.
fn axis_label(canvas: &Canvas, block: &Block, axis: usize) -> String {
    let axis = &block.axes[axis];
    let dimension = canvas.material.model.dimension(axis.dimension);
    match axis.name == dimension.name {
        true => dimension.label.clone(),
        false => format!("{} ({})", dimension.label, axis.name),
    }
}

fn values(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, row: u32) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let headings: &[&str] = match block.role {
        Role::Live => &["Used", "As delivered", "Your figure"],
        _ => &["Value"],
    };
    for (column, heading) in (first..).zip(headings) {
        cells::text(sheet, row, column, heading, &canvas.styles.heading)?;
    }
    evidence_heading(canvas, sheet, block, row)
}

fn rows(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let look = Look::of(canvas.material.model, block);
    for number in 0..block.rows() {
        let row = place.row + number as u32;
        let at = block.place_of(number, 0);
        cells::plain(sheet, row, Columns::MARK, look.letter())?;
        let label = if block.has_title() { canvas.row_label(block, &at) } else { String::new() };
        let label = if label.is_empty() { &block.title } else { &label };
        let lines = cells::lines(label, page::LABEL_WIDTH - 1.0);
        if lines > 1 {
            sheet.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
        }
        cells::plain(sheet, row, Columns::LABEL, label)?;
        for axis in block.down() {
            sheet.write_number(row, block.number_column(axis), canvas.number(block.axes[axis].dimension, at[axis]))?;
        }
        cells::plain(sheet, row, canvas.book.columns.unit(), &unit_of(canvas, block, &at))?;
    }
    row_looks(canvas, sheet, block, place)
}

fn row_looks(canvas: &Canvas, sheet: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let styles = &canvas.styles;
    let label = if block.has_title() { &styles.label } else { &styles.strong_label };
    let around = [(Columns::MARK, &styles.mark), (Columns::LABEL, label), (canvas.book.columns.unit(), &styles.unit)];
    let numbers = block.down().map(|axis| (block.number_column(axis), &styles.number));
    let all = around.into_iter().chain(numbers).map(|(column, format)| (looks::column(column), format));
    looks::over(sheet, place.row..place.row + block.rows() as u32, &all.collect::<Vec<_>>())
}

/// The unit of a row.
pub fn unit_of(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let is_own = matches!(block.role, Role::Live | Role::Base | Role::Override | Role::Quantity | Role::Pass);
    let Some(quantity) = block.quantity.filter(|_| is_own) else { return String::new() };
    let model = canvas.material.model;
    // an axis that goes across may have no members at all
    let of_axis = |axis: usize| {
        let units = &canvas.material.inputs.members_of(block.axes[block.keys + axis].dimension).units;
        units.get(place[block.keys + axis])?.as_deref().map(Unit::named)
    };
    match model.quantity(quantity).kind {
        Kind::Member(_) | Kind::YesNo => String::new(),
        _ => unit::of_place(model, model.quantity(quantity), &of_axis),
    }
}
