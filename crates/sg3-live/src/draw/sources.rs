//! Every figure of the data: what it is, as delivered and as used, who answers for it, where it comes from, and what is known
//! of it beside its amount.
//!
//! From this sheet and the list of members the data can be had again: a workbook that comes back is compared with a fresh one
//! made from them.

use super::canvas::Canvas;
use super::cell::{write_formula, write_value};
use super::cell_formats::{apply_formats, one_column};
use super::cell_style::CellStyle;
use super::frame::{SheetFrame, draw_frame};
use super::pen::Pen;
use super::row_units::row_unit;
use super::writer::{Format, Worksheet, XlsxError};
use crate::book::blank::BLANK;
use crate::book::stored_layout::sources::{DELIVERED, EVIDENCE, FIRST_ROW, NAME, ORIGIN, SHEET, figure_name};
use crate::book::{Block, BlockId, Role};
use sg3_calc::place_in;
use sg3_calc::{Evidence, Origin, Status};
use sg3_lang::model::{Owner, QuantityId};
use sg3_workbook::write::cells;
use sg3_workbook::write::palette::TAB_REFERENCE;
use sg3_workbook::write::text;

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
    ("Location", ORIGIN_WIDTH),
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
const ORIGIN_WIDTH: f64 = 24.0;
const MOST_OF_ORIGIN: f64 = 90.0;

/// Draws the sheet Sources: one row for each figure of the data.
pub(super) fn draw_sources(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let frame = SheetFrame { name: SHEET, title: "Sources", colour: TAB_REFERENCE, panes: (FIRST_ROW, 2), pages: 0 };
    draw_frame(canvas, page, frame)?;
    page.set_column_width(0, 3.0)?;
    for (column, (_, width)) in (1..).zip(COLUMNS) {
        page.set_column_width(column, width)?;
    }
    page.set_column_width(ORIGIN, width_of_origins(canvas))?;
    // what is known beside the amounts is on pages of its own, with the names of the figures again
    page.set_print_fit_to_pages(2, 0).set_repeat_columns(0, 2)?.set_repeat_rows(0, FIRST_ROW - 1)?;
    let mut pen = Pen { canvas, page };
    pen.write_heading(FIRST_ROW - 1, 1, &COLUMNS.map(|(heading, _)| heading))?;
    let mut row = FIRST_ROW;
    for id in delivered_blocks(canvas) {
        row = draw_input(&mut pen, row, id)?;
    }
    pen.page.autofilter(FIRST_ROW - 1, 1, row.max(FIRST_ROW + 1) - 1, COLUMNS.len() as u16)?;
    Ok(())
}

/// Nothing stands beside most of them that would keep a longer one from going on over the next page.
fn width_of_origins(canvas: &Canvas) -> f64 {
    let origins = canvas.material.inputs.origins.iter().enumerate();
    let origins = origins
        .flat_map(|(id, cells)| (0..cells.len()).filter_map(move |cell| canvas.origin(QuantityId(id as u32), cell)));
    let longest = origins.map(|origin| origin.to_string().chars().count()).max().unwrap_or(0);
    (longest as f64 * 0.95 + 2.0).clamp(ORIGIN_WIDTH, MOST_OF_ORIGIN)
}

/// Figures as delivered, in the order of the model.
fn delivered_blocks(canvas: &Canvas) -> Vec<BlockId> {
    let mut blocks: Vec<BlockId> = canvas.book.block_ids().filter(|id| is_delivered(canvas.book.block(*id))).collect();
    blocks.sort_by_key(|id| canvas.book.block(*id).quantity);
    blocks
}

fn is_delivered(block: &Block) -> bool {
    block.role == Role::Delivered && block.place.is_some()
}

fn draw_input(pen: &mut Pen, first: u32, id: BlockId) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(id);
    let in_use = canvas.book.block(block.part_of.expect("figures as delivered stand beside those in use"));
    for cell in 0..block.cells() {
        let row = first + cell as u32;
        let place = place_in(&block.shape, cell);
        draw_words(pen.page, canvas, row, block, &place, cell)?;
        set_height(pen, row, block, &place, cell)?;
        write_value(canvas, pen.page, (row, DELIVERED), block, cell)?;
        let column = block.across.map_or(0, |axis| place[axis]);
        let text = canvas.cell(in_use, block.row_of(&place), column);
        write_formula(canvas, pen.page, (row, DELIVERED + 1), &text, in_use.values[cell])?;
    }
    format_input(pen, first, block, in_use)?;
    Ok(first + block.cells() as u32)
}

fn draw_words(
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
    let origin = canvas.origin(quantity, cell);
    cells::write_plain_text(page, row, 0, CellStyle::Given.letter())?;
    cells::write_plain_text(page, row, 1, &block.title)?;
    cells::write_plain_text(page, row, 2, &labels(canvas, block, place))?;
    cells::write_plain_text(page, row, NAME, &figure_name(&canvas.material.model.quantity(quantity).name, &keys))?;
    cells::write_plain_text(page, row, 4, &row_unit(canvas, block, place))?;
    cells::write_plain_text(page, row, 7, &canvas.translate_briefly(owner(canvas, block)))?;
    cells::write_plain_text(page, row, 8, &canvas.translate_briefly(layer(origin.as_ref(), block.values[cell])))?;
    cells::write_plain_text(
        page,
        row,
        ORIGIN,
        &origin.map(|origin| canvas.origin_in_words(&origin)).unwrap_or_default(),
    )
}

/// The formats of all rows of an input, a link to it, and what is known of its figures.
fn format_input(pen: &mut Pen, first: u32, block: &Block, in_use: &Block) -> Result<(), XlsxError> {
    let (canvas, styles) = (pen.canvas, &pen.canvas.styles);
    let given = canvas.cell_format(block, CellStyle::Given, &block.values);
    let used = canvas.cell_format(in_use, CellStyle::Calculation, &in_use.values);
    let rows = first..first + block.cells() as u32;
    let columns = [
        (one_column(0), &styles.mark),
        (1..NAME, &styles.label),
        (NAME..DELIVERED, &styles.unit),
        (one_column(DELIVERED), &given),
        (one_column(DELIVERED + 1), &used),
        (DELIVERED + 2..EVIDENCE, &styles.unit),
    ];
    apply_formats(pen.page, rows.clone(), &columns)?;
    for (cell, row) in rows.clone().enumerate() {
        draw_evidence(pen, row, block, cell, &given)?;
    }
    if rows.is_empty() { Ok(()) } else { pen.write_link(first, 1, &canvas.top(in_use), &block.title) }
}

fn labels(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    canvas.labels(block, 0..place.len(), place)
}

/// What is known of a figure beside its amount; no cells where nothing is, which is so for most of many.
fn draw_evidence(pen: &mut Pen, row: u32, block: &Block, cell: usize, figures: &Format) -> Result<(), XlsxError> {
    let styles = &pen.canvas.styles;
    let Some(known) = evidence(pen.canvas, block, cell).cloned() else { return Ok(()) };
    let status = known.status.map_or("", Status::label);
    pen.write_verbatim(row, EVIDENCE, &pen.canvas.translate_briefly(status), &styles.unit)?;
    let (least, most) = known.range.unzip();
    for (column, value) in (EVIDENCE + 1..).zip([least, most]) {
        match value {
            Some(value) => pen.page.write_number_with_format(row, column, value, figures)?,
            None => pen.page.write_blank(row, column, &styles.unit)?,
        };
    }
    for (column, words) in (EVIDENCE + 3..).zip([known.source, known.confidential, known.comment]) {
        pen.write_verbatim(row, column, &words.unwrap_or_default(), &styles.label)?;
    }
    Ok(())
}

fn evidence<'c>(canvas: &'c Canvas, block: &Block, cell: usize) -> Option<&'c Evidence> {
    canvas.material.inputs.evidence(block.quantity?, cell)
}

/// A row is as high as its longest words.
fn set_height(pen: &mut Pen, row: u32, block: &Block, place: &[usize], cell: usize) -> Result<(), XlsxError> {
    let known = evidence(pen.canvas, block, cell);
    let texts = known.into_iter().flat_map(|known| [&known.source, &known.confidential, &known.comment]).flatten();
    let labels = labels(pen.canvas, block, place);
    let texts = texts.map(|words| (&**words, WORDS)).chain([(&*block.title, LABEL), (&*labels, MEMBERS)]);
    let lines = texts.map(|(words, width)| text::count_lines(words, width - 1.0)).max().unwrap_or(1);
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

/// The kind of data that it comes from.
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
