//! The options of the model: what is in force, what was delivered, and where to choose otherwise.

use super::columns::{LABEL, VALUE};
use crate::book::{Block, BlockId, Role};
use crate::draw::cached_value::CachedValue;
use crate::draw::canvas::Canvas;
use crate::draw::member_label::displayed;
use crate::draw::pen::Pen;
use crate::draw::writer::XlsxError;
use sg3_lang::model::{Kind, Members};
use sg3_workbook::write::text;

/// Draws them from a row on, and gives the row after.
pub(super) fn draw_options(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let options: Vec<BlockId> = options(canvas).collect();
    if options.is_empty() {
        return Ok(top);
    }
    pen.write_words(top, LABEL, "Options", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Option", "In force", "As delivered", "", "To choose"])?;
    let mut row = top + 2;
    for id in options {
        draw_option(pen, row, id)?;
        row += 1;
    }
    Ok(row)
}

/// Inputs without axes that choose.
pub(super) fn options(canvas: &Canvas) -> impl Iterator<Item = BlockId> {
    let model = canvas.material.model;
    model.inputs().filter(|(_, quantity, _)| quantity.axes.is_empty()).filter_map(move |(id, quantity, _)| {
        let chooses = match quantity.kind {
            Kind::Member(dimension) => matches!(model.dimension(dimension).members, Members::Listed(_)),
            Kind::YesNo => true,
            _ => false,
        };
        canvas.book.of_quantity(id).filter(|block| chooses && canvas.book.block(*block).place.is_some())
    })
}

fn draw_option(pen: &mut Pen, row: u32, id: BlockId) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(id);
    pen.write_words(row, LABEL, &block.title, &canvas.styles.label)?;
    let (text, cached) = in_force(canvas, block);
    let words = if let CachedValue::Text(words) = &cached { words.clone() } else { String::new() };
    pen.write_formula((row, VALUE), &text, cached, &canvas.styles.answer_words)?;
    pen.write_verbatim(row, VALUE + 1, &words, &canvas.styles.label)?;
    let lines = text::count_lines(&words, 17.0).max(text::count_lines(&block.title, 50.0));
    pen.page.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    let entry = canvas
        .book
        .blocks
        .iter()
        .find(|other| other.role == Role::Override && other.part_of == Some(id) && other.place.is_some());
    match entry {
        Some(entry) => pen.write_link(row, VALUE + 3, &canvas.cell(entry, 0, 0).replace('$', ""), "→ choose here"),
        None => Ok(()),
    }
}

/// The word of the option in force: a formula, and what it evaluates to.
fn in_force(canvas: &Canvas, block: &Block) -> (String, CachedValue) {
    let (cell, value) = (canvas.cell(block, 0, 0), block.values[0]);
    if matches!(block.kind, Kind::Member(_)) {
        return displayed(canvas, block, &cell, value);
    }
    let cached = match value {
        1.0 => CachedValue::Text(canvas.translate_briefly("yes")),
        0.0 => CachedValue::Text(canvas.translate_briefly("no")),
        _ => CachedValue::Number(f64::NAN),
    };
    (format!("IF({cell}=1,\"yes\",\"no\")"), cached)
}
