//! Every figure of the data: what it is, as delivered and as used, who answers for it, where it comes from, and what is known
//! of it beside its amount.
//!
//! From this sheet and the list of members the data can be had again: a workbook that comes back is compared with a fresh one
//! made from them.

use super::pen::Pen;
use super::style::Look;
use super::{Canvas, figure, frame, heading, looks as looks_of_draw};
use crate::book::block::{Block, Role};
use crate::book::{BLANK, BlockId};
use crate::stored;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sg3_calc::{Evidence, Origin, Status};
use sg3_lang::model::Owner;
use sg3_workbook::write::cells;

/// Headings and widths.
const COLUMNS: [(&str, f64); 15] = [
    ("Figure", LABEL),
    ("Members", MEMBERS),
    ("Name", 38.0),
    ("Unit", 13.0),
    ("As delivered", 13.0),
    ("In use", 13.0),
    ("Requested from", 10.0),
    ("Layer", 13.0),
    ("Location", ORIGIN),
    ("Status", 18.0),
    ("Lower bound", 12.0),
    ("Upper bound", 12.0),
    ("Source or method", WORDS),
    ("Reason for confidentiality", WORDS),
    ("Comment", WORDS),
];

const LABEL: f64 = 32.0;

const MEMBERS: f64 = 34.0;

const WORDS: f64 = 30.0;

/// At least; places with long names need more.
const ORIGIN: f64 = 24.0;

const MOST_OF_ORIGIN: f64 = 90.0;

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
    page.set_column_width(0, 3.0)?;
    for (column, (_, width)) in (1..).zip(COLUMNS) {
        page.set_column_width(column, width)?;
    }
    page.set_column_width(stored::ORIGIN, width_of_origins(canvas))?;
    // what is known beside the amounts is on pages of its own, with the names of the figures again
    page.set_print_fit_to_pages(2, 0).set_repeat_columns(0, 2)?.set_repeat_rows(0, stored::FIRST - 1)?;
    let mut pen = Pen { canvas, page };
    pen.heading(stored::FIRST - 1, 1, &COLUMNS.map(|(heading, _)| heading))?;
    let mut row = stored::FIRST;
    for id in bases(canvas) {
        row = input(&mut pen, row, id)?;
    }
    pen.page.autofilter(stored::FIRST - 1, 1, row.max(stored::FIRST + 1) - 1, COLUMNS.len() as u16)?;
    Ok(())
}

/// Nothing stands beside most of them that would keep a longer one from going on over the next page.
fn width_of_origins(canvas: &Canvas) -> f64 {
    let origins = canvas.material.inputs.origins.iter().flatten().flatten();
    let longest = origins.map(|origin| origin.to_string().chars().count()).max().unwrap_or(0);
    (longest as f64 * 0.95 + 2.0).clamp(ORIGIN, MOST_OF_ORIGIN)
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
    for cell in 0..block.cells() {
        let row = first + cell as u32;
        let place = crate::lower::table::place_in(&block.shape, cell);
        words(pen.page, canvas, row, block, &place, cell)?;
        height(pen, row, block, &place, cell)?;
        figure::value(canvas, pen.page, (row, stored::DELIVERED), block, block.values[cell])?;
        let column = block.across.map_or(0, |axis| place[axis]);
        let text = canvas.cell(live, block.row_of(&place), column);
        figure::formula(pen.page, (row, stored::DELIVERED + 1), &text, live.values[cell])?;
    }
    looks(pen, first, block, live)?;
    Ok(first + block.cells() as u32)
}

fn words(
    page: &mut Worksheet,
    canvas: &Canvas,
    row: u32,
    block: &Block,
    place: &[usize],
    cell: usize,
) -> Result<(), XlsxError> {
    let quantity = block.quantity.expect("an input is a quantity");
    let keys = (0..place.len()).map(|axis| canvas.key(block.axes[axis].dimension, place[axis]));
    let keys = keys.collect::<Vec<_>>().join(", ");
    let origin = canvas.material.inputs.origin(quantity, cell);
    cells::plain(page, row, 0, Look::Given.letter())?;
    cells::plain(page, row, 1, &block.title)?;
    cells::plain(page, row, 2, &labels(canvas, block, place))?;
    cells::plain(page, row, stored::NAME, &stored::name(&canvas.material.model.quantity(quantity).name, &keys))?;
    cells::plain(page, row, 4, &heading::unit_of(canvas, block, place))?;
    cells::plain(page, row, 7, owner(canvas, block))?;
    cells::plain(page, row, 8, layer(origin, block.values[cell]))?;
    cells::plain(page, row, stored::ORIGIN, &origin.map_or_else(String::new, ToString::to_string))
}

/// The looks of all rows of an input, a link to it, and what is known of its figures.
fn looks(pen: &mut Pen, first: u32, block: &Block, live: &Block) -> Result<(), XlsxError> {
    let (canvas, styles) = (pen.canvas, &pen.canvas.styles);
    let given = styles.cell(canvas.material.model, block, Look::Given, &block.values);
    let used = styles.cell(canvas.material.model, live, Look::Calculation, &live.values);
    let rows = first..first + block.cells() as u32;
    let delivered = stored::DELIVERED;
    let columns = [
        (looks_of_draw::column(0), &styles.mark),
        (1..stored::NAME, &styles.label),
        (stored::NAME..delivered, &styles.unit),
        (looks_of_draw::column(delivered), &given),
        (looks_of_draw::column(delivered + 1), &used),
        (delivered + 2..stored::EVIDENCE, &styles.unit),
    ];
    looks_of_draw::over(pen.page, rows.clone(), &columns)?;
    for (cell, row) in rows.clone().enumerate() {
        evidence(pen, row, block, cell, &given)?;
    }
    if rows.is_empty() { Ok(()) } else { pen.link(first, 1, &canvas.top(live), &block.title) }
}

fn labels(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let labels = (0..place.len()).map(|axis| canvas.label(block.axes[axis].dimension, place[axis]));
    labels.collect::<Vec<_>>().join(" · ")
}

/// What is known of a figure beside its amount; no cells where nothing is, which is so for most of many.
fn evidence(pen: &mut Pen, row: u32, block: &Block, cell: usize, figures: &Format) -> Result<(), XlsxError> {
    let styles = &pen.canvas.styles;
    let Some(known) = known(pen.canvas, block, cell).cloned() else { return Ok(()) };
    pen.words(row, stored::EVIDENCE, known.status.map_or("", Status::words), &styles.unit)?;
    let (least, most) = known.range.unzip();
    for (column, value) in (stored::EVIDENCE + 1..).zip([least, most]) {
        match value {
            Some(value) => pen.page.write_number_with_format(row, column, value, figures)?,
            None => pen.page.write_blank(row, column, &styles.unit)?,
        };
    }
    for (column, words) in (stored::EVIDENCE + 3..).zip([known.source, known.confidential, known.comment]) {
        pen.words(row, column, &words.unwrap_or_default(), &styles.label)?;
    }
    Ok(())
}

fn known<'c>(canvas: &'c Canvas, block: &Block, cell: usize) -> Option<&'c Evidence> {
    canvas.material.inputs.evidence(block.quantity?, cell)
}

/// A row is as high as its longest words.
fn height(pen: &mut Pen, row: u32, block: &Block, place: &[usize], cell: usize) -> Result<(), XlsxError> {
    let known = known(pen.canvas, block, cell);
    let said = known.into_iter().flat_map(|known| [&known.source, &known.confidential, &known.comment]).flatten();
    let labels = labels(pen.canvas, block, place);
    let texts = said.map(|words| (&**words, WORDS)).chain([(&*block.title, LABEL), (&*labels, MEMBERS)]);
    let lines = texts.map(|(words, width)| cells::lines(words, width - 1.0)).max().unwrap_or(1);
    if lines > 1 {
        pen.page.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
    }
    Ok(())
}

fn owner(canvas: &Canvas, block: &Block) -> &'static str {
    let input = block.quantity.and_then(|id| canvas.material.model.quantity(id).input());
    match input.map(|input| input.owner) {
        Some(Owner::Operator) => "operator",
        Some(Owner::Regulator) => "regulator",
        Some(Owner::Public) => "public source",
        None => "none: computed by the model",
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
