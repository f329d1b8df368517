//! Words: units, dimensions, and every name with what it stands for.

use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_frame};
use super::pen::Pen;
use super::writer::{Worksheet, XlsxError};
use crate::book::stored_layout::members;
use sg3_calc::present::unit;
use sg3_lang::model::{Owner, Quantity, QuantityId, Role};
use sg3_workbook::write::palette::TAB_REFERENCE;
use sg3_workbook::write::text;

const LABEL: u16 = 1;
/// Of the columns from the label on.
const WIDTHS: [f64; 5] = [46.0, 34.0, 18.0, 20.0, 52.0];

/// Draws the sheet Glossary: names, dimensions, units.
pub(super) fn draw_glossary(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (name, title) = ("Glossary", "Glossary");
    draw_frame(canvas, page, SheetFrame { name, title, colour: TAB_REFERENCE, panes: (2, 0), pages: 0 })?;
    page.set_column_width(0, 3.0)?;
    for (column, width) in (LABEL..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    let mut pen = Pen { canvas, page };
    let row = draw_names(&mut pen, 3)?;
    let row = draw_dimensions(&mut pen, row + 1)?;
    draw_units(&mut pen, row + 1)
}

fn draw_names(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let model = canvas.material.model;
    pen.write_words(top, LABEL, "Names", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Description", "Name in formulas", "Unit", "Origin", "Source and note"])?;
    let mut row = top + 2;
    for id in model.quantity_ids() {
        let Some(block) = canvas.book.of_quantity(id).map(|id| canvas.book.block(id)) else { continue };
        if block.place.is_none() {
            continue;
        }
        pen.write_link(row, LABEL, &canvas.top(block), &model.quantity(id).label)?;
        draw_name(pen, row, id)?;
        row += 1;
    }
    Ok(row)
}

/// What is known of a quantity, beside its label.
fn draw_name(pen: &mut Pen, row: u32, id: QuantityId) -> Result<(), XlsxError> {
    let model = pen.canvas.material.model;
    let quantity = model.quantity(id);
    let notes = [quantity.source.as_deref(), quantity.note.as_deref()];
    let notes = notes.into_iter().flatten().map(str::trim).collect::<Vec<_>>().join(" · ");
    let block = pen.canvas.book.of_quantity(id).map(|id| pen.canvas.display(pen.canvas.book.block(id)));
    let unit = unit::displayed(model, quantity, block.unwrap_or_default(), &|_| None);
    let unit = pen.canvas.translate_unit(&unit::in_currency(&unit, pen.canvas.currency()));
    let columns = [&*name_with_axes(quantity), &*unit, &*pen.canvas.translate(origin(quantity)), &*notes];
    for (column, words) in (LABEL + 1..).zip(columns) {
        pen.write_verbatim(row, column, words, &pen.canvas.styles.note)?;
    }
    let texts = [&*quantity.label].into_iter().chain(columns).zip(WIDTHS);
    let lines = texts.map(|(words, width)| text::count_lines(words, width - 1.0)).max().unwrap_or(1);
    pen.page.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
    Ok(())
}

/// `minutes[service, year]`.
fn name_with_axes(quantity: &Quantity) -> String {
    let axes: Vec<&str> = quantity.axes.iter().map(|axis| &*axis.name).collect();
    if axes.is_empty() { quantity.name.to_string() } else { format!("{}[{}]", quantity.name, axes.join(", ")) }
}

fn origin(quantity: &Quantity) -> &'static str {
    match &quantity.role {
        Role::Input(input) => match input.owner {
            Owner::Operator => "the operator",
            Owner::Regulator => "the regulator",
            Owner::Public => "a public source",
        },
        Role::Constant(_) => "the model",
        Role::Computed(_) if quantity.output => "a result",
        Role::Computed(_) => "a calculation",
        Role::Simultaneous(..) => "a system of equations",
    }
}

fn draw_dimensions(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(top, LABEL, "Dimensions", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Description", "Name in formulas", "Members"])?;
    let mut row = top + 2;
    for list in &canvas.book.lists {
        let dimension = canvas.material.model.dimension(list.dimension);
        let to = format!("{}!B{}", members::SHEET, list.first_row);
        pen.write_link(row, LABEL, &to, &dimension.label)?;
        let name = if dimension.anonymous { "options" } else { &*dimension.name };
        pen.write_verbatim(row, 2, name, &canvas.styles.note)?;
        pen.page.write_number_with_format(row, 3, f64::from(list.count), &canvas.styles.count)?;
        row += 1;
    }
    Ok(row)
}

fn draw_units(pen: &mut Pen, top: u32) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(top, LABEL, "Units", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Description", "Name in formulas"])?;
    for (row, (name, label)) in (top + 2..).zip(&canvas.material.model.units) {
        pen.write_words(row, LABEL, label, &canvas.styles.note)?;
        pen.write_verbatim(row, 2, name, &canvas.styles.note)?;
    }
    Ok(())
}
