//! The options of the model: what is in force, what was delivered, and where to choose otherwise.

use super::{LABEL, VALUE};
use crate::book::BlockId;
use crate::book::block::{Block, Role};
use crate::draw::pen::{Comes, Pen};
use crate::draw::{Canvas, word};
use rust_xlsxwriter::XlsxError;
use sg3_lang::model::{Kind, Members};
use sg3_workbook::write::cells;

/// Draws them from a row on, and gives the row after.
pub fn draw(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let options: Vec<BlockId> = options(canvas).collect();
    if options.is_empty() {
        return Ok(top);
    }
    pen.words(top, LABEL, "Options", &canvas.styles.subtitle)?;
    pen.heading(top + 1, LABEL, &["Option", "In force", "As delivered", "", "To choose"])?;
    let mut row = top + 2;
    for id in options {
        option(pen, row, id)?;
        row += 1;
    }
    Ok(row)
}

/// Inputs without axes that choose.
fn options(canvas: &Canvas) -> impl Iterator<Item = BlockId> {
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

fn option(pen: &mut Pen, row: u32, id: BlockId) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(id);
    pen.words(row, LABEL, &block.title, &canvas.styles.label)?;
    let (text, comes) = in_force(canvas, block);
    let words = if let Comes::Words(words) = &comes { words.clone() } else { String::new() };
    pen.formula((row, VALUE), &text, comes, &canvas.styles.answer_words)?;
    pen.words(row, VALUE + 1, &words, &canvas.styles.label)?;
    let lines = cells::lines(&words, 17.0).max(cells::lines(&block.title, 50.0));
    pen.page.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    let room = canvas.book.block_ids().map(|other| canvas.book.block(other));
    let room = room.filter(|other| other.role == Role::Override && other.helps == Some(id));
    match room.into_iter().find(|other| other.place.is_some()) {
        Some(room) => pen.link(row, VALUE + 3, &canvas.cell(room, 0, 0).replace('$', ""), "→ choose here"),
        None => Ok(()),
    }
}

/// The word of the option in force: a formula, and what it comes to.
fn in_force(canvas: &Canvas, block: &Block) -> (String, Comes) {
    let (cell, value) = (canvas.cell(block, 0, 0), block.values[0]);
    let said = [(1.0, "yes"), (0.0, "no")].into_iter().find(|(answer, _)| *answer == value);
    match block.kind {
        Kind::Member(_) => word::shown(canvas, block, &cell, value),
        _ => {
            let comes = said.map_or(Comes::Number(f64::NAN), |(_, word)| Comes::Words(word.to_owned()));
            (format!("IF({cell}=1,\"yes\",\"no\")"), comes)
        }
    }
}
