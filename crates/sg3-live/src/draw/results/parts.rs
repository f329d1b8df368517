//! What a result is made of: links to where it is worked out, and to the quantities that its formulas read.

use super::{LABEL, UNIT, VALUES};
use crate::book::BlockId;
use crate::book::block::Block;
use crate::draw::Canvas;
use crate::draw::pen::Pen;
use rust_xlsxwriter::XlsxError;
use sg3_workbook::write::cells;

/// More parts than this are not listed.
const MOST_PARTS: usize = 3;

/// Letters of the name of a part, over so many columns.
const LETTERS: usize = 26;

const APART: usize = 2;

/// Draws the links in a row.
pub fn draw(pen: &mut Pen, row: u32, block: &Block) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let place = block.place.expect("what is shown is arranged");
    let sheet = &canvas.book.sheets[place.sheet].name;
    pen.link(row, LABEL, &canvas.top(block), &format!("→ computed on {sheet}, row {}", place.row + 1))?;
    for (column, part) in (VALUES..).step_by(APART).zip(parts(canvas, block).into_iter().take(MOST_PARTS)) {
        let part = canvas.book.block(part);
        pen.link(row, column, &canvas.top(part), &format!("→ {}", cells::shorten(&part.title, LETTERS)))?;
    }
    pen.words(row, UNIT, "composed of", &canvas.styles.source)?;
    Ok(())
}

/// The quantities that its formulas read, those of its own parts included, once each.
fn parts(canvas: &Canvas, block: &Block) -> Vec<BlockId> {
    let mut found: Vec<BlockId> = Vec::new();
    let mut open: Vec<BlockId> = Vec::new();
    block.for_each_formula(&mut |formula| formula.for_each_block(&mut |id| open.push(id)));
    open.reverse();
    let mut seen = vec![false; canvas.book.blocks.len()];
    while let Some(id) = open.pop() {
        let part = canvas.book.block(id);
        if part.place.is_none() || std::mem::replace(&mut seen[id.0 as usize], true) || std::ptr::eq(part, block) {
            continue;
        }
        if part.quantity.is_some() && part.helps.is_none() {
            found.push(id);
        } else {
            part.for_each_formula(&mut |formula| formula.for_each_block(&mut |inner| open.push(inner)));
        }
    }
    found
}
