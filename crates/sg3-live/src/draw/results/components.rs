//! What a result is made of: links to where it is computed, and to the quantities that its formulas read.

use super::columns::{LABEL, UNIT, VALUES};
use crate::book::{Block, BlockId};
use crate::draw::canvas::Canvas;
use crate::draw::pen::Pen;
use crate::draw::writer::XlsxError;
use sg3_workbook::write::text;

/// More components than this are not listed.
const MOST_COMPONENTS: usize = 3;
/// Letters of the title of a component, over so many columns.
const LETTERS: usize = 26;
const COLUMNS_APART: usize = 2;

/// Draws the links in a row.
pub(super) fn draw_components(pen: &mut Pen, row: u32, block: &Block) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let place = block.place.expect("what is shown is arranged");
    let sheet = &canvas.book.sheets[place.sheet].name;
    let words = [("sheet", &**sheet), ("row", &*(place.row + 1).to_string())];
    let words = canvas.material.language.fill("→ computed on {sheet}, row {row}", &words);
    pen.write_link(row, LABEL, &canvas.top(block), &words)?;
    for (column, component) in
        (VALUES..).step_by(COLUMNS_APART).zip(components(canvas, block).into_iter().take(MOST_COMPONENTS))
    {
        let component = canvas.book.block(component);
        pen.write_link(
            row,
            column,
            &canvas.top(component),
            &format!("→ {}", text::shorten(&component.title, LETTERS)),
        )?;
    }
    pen.write_words(row, UNIT, "composed of", &canvas.styles.source)?;
    Ok(())
}

/// The quantities that its formulas read, those of its own parts included, once each.
fn components(canvas: &Canvas, block: &Block) -> Vec<BlockId> {
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
        if part.quantity.is_some() && part.part_of.is_none() {
            found.push(id);
        } else {
            part.for_each_formula(&mut |formula| formula.for_each_block(&mut |inner| open.push(inner)));
        }
    }
    found
}
