//! A sheet: title, prose, blocks, widths, panes, print.

use super::frame::Frame;
use super::pen::{Comes, Pen};
use super::{Canvas, block, control, frame, heading};
use crate::arrange::HEAD;
use crate::book::block::Role;
use crate::book::{Columns, Purpose, Sheet};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Columns of values that paragraphs go over.
const PROSE: u16 = 4;

/// Width of the column that says what a row is.
pub const LABEL_WIDTH: f64 = 44.0;

/// Width of a column of values.
pub const VALUE_WIDTH: f64 = 13.0;

const NUMBER_WIDTH: f64 = 5.0;

const UNIT_WIDTH: f64 = 14.0;

const OPENING_WIDTH: f64 = 9.0;

/// Draws a sheet of blocks.
pub fn draw(canvas: &Canvas, number: usize, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let (name, title) = (&*sheet.name, &*sheet.title);
    frame::draw(canvas, page, Frame { name, title, colour: tab(sheet.purpose), panes: (HEAD - 1, first), pages: 0 })?;
    ways_out(canvas, number, sheet, page)?;
    prose(canvas, sheet, page)?;
    for id in &sheet.blocks {
        let own = canvas.book.block(*id);
        heading::draw(canvas, page, own)?;
        block::draw(canvas, page, *id)?;
        debug_assert_eq!(own.place.map(|place| place.sheet), Some(number));
    }
    for (first, last, is_folded) in helpers(canvas, sheet) {
        match is_folded {
            true => page.group_rows_collapsed(first, last)?,
            false => page.group_rows(first, last)?,
        };
    }
    frame::word_on_checks(canvas, page, sheet.end, Columns::LABEL)?;
    widths(canvas, sheet, page)
}

/// Rows of parts of formulas that follow each other; steps towards a solution are many, and folded away.
fn helpers(canvas: &Canvas, sheet: &Sheet) -> Vec<(u32, u32, bool)> {
    let mut groups: Vec<(u32, u32, bool)> = Vec::new();
    for (position, id) in sheet.blocks.iter().enumerate() {
        let block = canvas.book.block(*id);
        let is_helper = matches!(block.role, Role::Part | Role::Pass | Role::Number);
        let Some(place) = block.place.filter(|_| is_helper) else { continue };
        let next = sheet.blocks.get(position + 1).and_then(|next| canvas.book.block(*next).place);
        // with the blank row below, so that what is folded leaves nothing behind
        let last = next.map_or(sheet.end, |next| next.top).max(place.top + 1) - 1;
        let is_folded = block.role == Role::Pass;
        match groups.last_mut() {
            Some(group) if group.1 + 1 == place.top && group.2 == is_folded => group.1 = last,
            _ => groups.push((place.top, last, is_folded)),
        }
    }
    groups
}

/// Beside the word on the checks: links to where one steers, and how many figures here are the user's own.
fn ways_out(canvas: &Canvas, number: usize, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let mut pen = Pen { canvas, page };
    pen.link(1, canvas.book.columns.unit(), "Map!A1", "→ Map")?;
    pen.link(1, first, "Results!A1", "→ Results")?;
    if sheet.purpose == Purpose::Inputs {
        pen.words(1, first + 1, "Your figures:", &canvas.styles.source)?;
        let text = control::counted(canvas, number);
        pen.formula((1, first + 2), &text, Comes::Number(0.0), &canvas.styles.count)?;
        canvas.styles.show_change(pen.page, (1, first + 2))?;
    }
    Ok(())
}

fn prose(canvas: &Canvas, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let columns = canvas.book.columns;
    let width = LABEL_WIDTH + NUMBER_WIDTH * f64::from(columns.numbers) + UNIT_WIDTH + VALUE_WIDTH * f64::from(PROSE);
    for (row, paragraph) in (HEAD..).zip(&sheet.prose) {
        page.merge_range(row, Columns::LABEL, row, canvas.book.columns.first() + PROSE - 1, "", &canvas.styles.prose)?;
        cells::text(page, row, Columns::LABEL, paragraph, &canvas.styles.prose)?;
        page.set_row_height(row, 13.5 * cells::lines(paragraph, width) as f64 + 3.0)?;
    }
    Ok(())
}

fn widths(canvas: &Canvas, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let columns = canvas.book.columns;
    page.set_column_width(Columns::MARK, 3)?;
    page.set_column_width(Columns::LABEL, LABEL_WIDTH)?;
    for column in 0..columns.numbers {
        page.set_column_width(Columns::NUMBERS + column, NUMBER_WIDTH)?;
    }
    page.set_column_width(columns.unit(), UNIT_WIDTH)?;
    let opens = sheet.blocks.iter().any(|id| canvas.book.block(*id).opening.is_some());
    page.set_column_width(columns.opening(), if opens { OPENING_WIDTH } else { 2.0 })?;
    page.set_column_range_width(columns.first(), columns.first() + 80, VALUE_WIDTH)?;
    Ok(())
}

fn tab(purpose: Purpose) -> u32 {
    match purpose {
        Purpose::Inputs => 0xE0_B0_00,
        Purpose::Calculations => 0x1F_2A_44,
        Purpose::World(_) => 0x8A_8A_8A,
    }
}
