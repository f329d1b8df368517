//! Above a block: its title, its formula in words, the members across. Beside it: labels, numbers of members, units.

use super::{Canvas, style::Look};
use crate::layout::{Slot, unit};
use crate::live::book::{Block, Columns, Place, Role};
use crate::template::draw as cells;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Draws what is around the values of a block.
pub fn draw(canvas: &Canvas, page: &mut Worksheet, block: &Block) -> Result<(), XlsxError> {
    let Some(place) = block.place else { return Ok(()) };
    if block.across.is_none() && matches!(block.role, Role::Base | Role::Override) {
        return Ok(());
    }
    let above = (place.row - place.top) as usize;
    let mut row = place.top;
    if block.has_title() && above > 0 {
        cells::text(page, row, Columns::LABEL, &title(canvas, block), &canvas.styles.subtitle)?;
        row += 1;
    }
    for line in &block.words {
        cells::text(page, row, Columns::LABEL, &format!("= {line}"), &canvas.styles.words)?;
        row += 1;
    }
    if row < place.row {
        members(canvas, page, block, place)?;
    }
    rows(canvas, page, block, place)
}

fn title(canvas: &Canvas, block: &Block) -> String {
    let name = block.quantity.map(|id| canvas.material.model.quantity(id).name.to_string());
    match (block.role, name) {
        (Role::Base, _) => "As delivered".to_owned(),
        (Role::Override, _) => "Your figures, used where not blank".to_owned(),
        (Role::Part | Role::Pass, Some(name)) => format!("{} ({name})", block.title),
        _ => block.title.clone(),
    }
}

fn members(canvas: &Canvas, page: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let styles = &canvas.styles;
    let columns = canvas.book.columns;
    let row = if block.across.is_some() { place.row - 2 } else { place.row - 1 };
    for column in Columns::LABEL..=columns.opening() {
        page.write_blank(row, column, &styles.heading)?;
    }
    for axis in block.down() {
        if block.down().next() == Some(axis) {
            let labels: Vec<&str> =
                block.down().map(|axis| &*canvas.material.model.dimension(block.axes[axis].dimension).label).collect();
            cells::text(page, row, Columns::LABEL, &labels.join(" · "), &styles.heading)?;
        }
        cells::text(page, row, block.number_column(axis), "No.", &styles.heading)?;
    }
    if block.axes.is_empty() {
        cells::text(page, row, Columns::LABEL, "Figure", &styles.heading)?;
    }
    cells::text(page, row, columns.unit(), "Unit", &styles.heading)?;
    let Some(across) = block.across else { return values(canvas, page, block, row) };
    if block.opening.is_some() {
        cells::text(page, row, columns.opening(), "Before", &styles.heading)?;
    }
    for position in 0..block.shape[across] {
        let column = place.column + position as u16;
        let dimension = block.axes[across].dimension;
        cells::text(page, row, column, canvas.label(dimension, position), &styles.heading)?;
        page.write_number_with_format(
            place.heading_row(),
            column,
            canvas.number(dimension, position),
            &styles.heading_number,
        )?;
    }
    Ok(())
}

fn values(canvas: &Canvas, page: &mut Worksheet, block: &Block, row: u32) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let headings: &[&str] = match block.role {
        Role::Live => &["Used", "As delivered", "Your figure", "From"],
        _ => &["Value"],
    };
    for (column, heading) in (first..).zip(headings) {
        cells::text(page, row, column, heading, &canvas.styles.heading)?;
    }
    Ok(())
}

fn rows(canvas: &Canvas, page: &mut Worksheet, block: &Block, place: Place) -> Result<(), XlsxError> {
    let look = Look::of(canvas.material.model, block);
    for number in 0..block.rows() {
        let row = place.row + number as u32;
        let at = block.place_of(number, 0);
        cells::text(page, row, Columns::MARK, look.letter(), &canvas.styles.mark)?;
        let (label, style) = match block.has_title() {
            true => (canvas.row_label(block, &at), &canvas.styles.label),
            false => (block.title.clone(), &canvas.styles.strong_label),
        };
        let label = if label.is_empty() { block.title.clone() } else { label };
        cells::text(page, row, Columns::LABEL, &label, style)?;
        for axis in block.down() {
            let number = canvas.number(block.axes[axis].dimension, at[axis]);
            page.write_number_with_format(row, block.number_column(axis), number, &canvas.styles.number)?;
        }
        cells::text(page, row, canvas.book.columns.unit(), &unit_of(canvas, block, &at), &canvas.styles.unit)?;
    }
    Ok(())
}

/// The unit of a row.
pub fn unit_of(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let is_own = matches!(block.role, Role::Live | Role::Base | Role::Override | Role::Quantity | Role::Pass);
    let Some(quantity) = block.quantity.filter(|_| is_own) else { return String::new() };
    let model = canvas.material.model;
    let own = &block.axes[block.keys..];
    let slots = (0..own.len()).map(Slot::Row).collect();
    let ask = crate::layout::Ask { quantity, place: slots };
    let keys: Vec<_> = own
        .iter()
        .enumerate()
        .map(|(axis, of)| canvas.material.inputs.members_of(of.dimension).keys[place[block.keys + axis]].clone())
        .collect();
    match model.quantity(quantity).kind {
        sg3_lang::model::Kind::Member(_) | sg3_lang::model::Kind::YesNo => String::new(),
        _ => unit::of_cell(model, &ask, Some(&keys)),
    }
}
