//! Every figure of the data: what it is, as delivered and as used, who answers for it, where it comes from.
//!
//! From this sheet and the list of members the data can be had again: a workbook that comes back is compared with a fresh one
//! made from them.

use super::pen::{Comes, Pen};
use super::{Canvas, figure, frame, heading, style::Look};
use crate::live::book::{BLANK, Block, BlockId, Role};
use crate::live::stored;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::Origin;
use sg3_lang::model::Owner;

const HEADINGS: [&str; 9] =
    ["Figure", "Members", "Name", "Unit", "As delivered", "In use", "Asked of", "Layer", "Where it stands"];

/// Draws the sheet.
pub fn draw(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let shape = frame::Frame {
        name: stored::SOURCES,
        title: "Sources",
        colour: 0x6A_6A_6A,
        panes: (stored::FIRST, 2),
        pages: 0,
    };
    frame::draw(canvas, page, shape)?;
    let widths = [3.0, 36.0, 28.0, 30.0, 13.0, 14.0, 14.0, 10.0, 14.0, 40.0];
    for (column, width) in (0..).zip(widths) {
        page.set_column_width(column, width)?;
    }
    let mut pen = Pen { canvas, page };
    pen.heading(stored::FIRST - 1, 1, &HEADINGS)?;
    let mut row = stored::FIRST;
    for id in bases(canvas) {
        row = input(&mut pen, row, id)?;
    }
    pen.page.autofilter(stored::FIRST - 1, 1, row.max(stored::FIRST + 1) - 1, HEADINGS.len() as u16)?;
    Ok(())
}

/// What the data say, in the order of the model.
fn bases(canvas: &Canvas) -> Vec<BlockId> {
    let is_base = |id: &BlockId| {
        let block = canvas.book.block(*id);
        block.role == Role::Base && block.place.is_some()
    };
    let mut bases: Vec<BlockId> = canvas.book.block_ids().filter(is_base).collect();
    bases.sort_by_key(|id| canvas.book.block(*id).quantity);
    bases
}

fn input(pen: &mut Pen, first: u32, id: BlockId) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(id);
    let live = canvas.book.block(block.helps.expect("what the data say stands beside what is used"));
    let given = canvas.styles.cell(canvas.material.model, block, Look::Given, &block.values);
    let used = canvas.styles.cell(canvas.material.model, live, Look::Calculation, &live.values);
    for cell in 0..block.cells() {
        let row = first + cell as u32;
        let place = crate::live::lower::place_in(&block.shape, cell);
        words(pen, row, block, &place, cell)?;
        figure::value(canvas, pen.page, (row, stored::DELIVERED), block, block.values[cell], &given)?;
        let column = block.across.map_or(0, |axis| place[axis]);
        let text = canvas.cell(live, block.row_of(&place), column);
        pen.formula((row, stored::DELIVERED + 1), &text, Comes::Number(live.values[cell]), &used)?;
    }
    if block.cells() > 0 {
        pen.link(first, 1, &canvas.top(live), &block.title)?;
    }
    Ok(first + block.cells() as u32)
}

fn words(pen: &mut Pen, row: u32, block: &Block, place: &[usize], cell: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let styles = &canvas.styles;
    let quantity = block.quantity.expect("an input is a quantity");
    let members =
        |text: &dyn Fn(usize) -> String, between: &str| (0..place.len()).map(text).collect::<Vec<_>>().join(between);
    let labels = members(&|axis| canvas.label(block.axes[axis].dimension, place[axis]).to_owned(), " · ");
    let keys = members(&|axis| canvas.key(block.axes[axis].dimension, place[axis]).to_owned(), ", ");
    pen.mark(row, Look::Given)?;
    pen.label(row, 1, &block.title, 36.0)?;
    pen.label(row, 2, &labels, 28.0)?;
    pen.words(row, stored::NAME, &stored::name(&canvas.material.model.quantity(quantity).name, &keys), &styles.unit)?;
    pen.words(row, 4, &heading::unit_of(canvas, block, place), &styles.unit)?;
    let origin = canvas.material.inputs.origin(quantity, cell);
    pen.words(row, 7, owner(canvas, block), &styles.unit)?;
    pen.words(row, 8, layer(origin, block.values[cell]), &styles.unit)?;
    pen.words(row, stored::ORIGIN, &origin.map_or_else(String::new, ToString::to_string), &styles.unit)
}

fn owner(canvas: &Canvas, block: &Block) -> &'static str {
    let input = block.quantity.and_then(|id| canvas.material.model.quantity(id).input());
    match input.map(|input| input.owner) {
        Some(Owner::Operator) => "operator",
        Some(Owner::Regulator) => "regulator",
        Some(Owner::Public) => "public source",
        None => "nobody: it is computed",
    }
}

/// What kind of data said it.
fn layer(origin: Option<&Origin>, value: f64) -> &'static str {
    match origin {
        Some(Origin::Cell { .. }) => "workbook",
        Some(Origin::Line { .. }) => "file",
        Some(Origin::Setting(_)) => "setting",
        Some(Origin::Default) => "model’s proposal",
        Some(Origin::Blank) => "blank",
        Some(Origin::Case) => "case",
        None if value.is_nan() || value == BLANK => "missing",
        None => "",
    }
}
