//! A sheet: title, prose, blocks, widths, panes, print.

use super::block::draw_block;
use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_check_summary, draw_frame};
use super::heading::draw_heading;
use super::override_count::{count_cell, count_formula};
use super::pen::Pen;
use super::widths::{LABEL_WIDTH, VALUE_WIDTH};
use super::writer::{Worksheet, XlsxError};
use crate::book::stored_layout::HEAD;
use crate::book::{BlockSheet, Purpose, Role, SheetColumns};
use sg3_workbook::write::cells;
use sg3_workbook::write::palette::{TAB_COUNTERFACTUALS, TAB_INPUTS, TAB_MODEL};
use sg3_workbook::write::text;

/// Columns of values that paragraphs go over.
const PROSE: u16 = 4;
const NUMBER_WIDTH: f64 = 5.0;
const UNIT_WIDTH: f64 = 14.0;
const OPENING_WIDTH: f64 = 9.0;

/// Draws a sheet of blocks.
pub(super) fn draw_block_sheet(
    canvas: &Canvas,
    number: usize,
    sheet: &BlockSheet,
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    draw_frame(
        canvas,
        page,
        SheetFrame {
            name: &sheet.name,
            title: &sheet.title,
            colour: tab_colour(sheet.purpose),
            panes: (HEAD - 1, first),
            pages: 0,
        },
    )?;
    draw_links(canvas, number, sheet, page)?;
    draw_prose(canvas, sheet, page)?;
    for id in &sheet.blocks {
        draw_heading(canvas, page, canvas.book.block(*id))?;
        draw_block(canvas, page, *id)?;
    }
    for (first, last, is_folded) in row_groups(canvas, sheet) {
        if is_folded {
            page.group_rows_collapsed(first, last)?;
        } else {
            page.group_rows(first, last)?;
        }
    }
    draw_check_summary(canvas, page, sheet.end, SheetColumns::LABEL)?;
    set_widths(canvas, sheet, page)
}

/// Rows of parts of formulas that follow each other; steps towards a solution are many, and folded away.
fn row_groups(canvas: &Canvas, sheet: &BlockSheet) -> Vec<(u32, u32, bool)> {
    let mut groups: Vec<(u32, u32, bool)> = Vec::new();
    for (position, id) in sheet.blocks.iter().enumerate() {
        let block = canvas.book.block(*id);
        let is_part = matches!(block.role, Role::Part | Role::Iteration | Role::Number | Role::Others);
        let Some(place) = block.place.filter(|_| is_part) else { continue };
        let next = sheet.blocks.get(position + 1).and_then(|next| canvas.book.block(*next).place);
        // with the blank row below, so that what is folded leaves nothing behind
        let last = next.map_or(sheet.end, |next| next.top).max(place.top + 1) - 1;
        let is_folded = block.role == Role::Iteration;
        match groups.last_mut() {
            Some(group) if group.1 + 1 == place.top && group.2 == is_folded => group.1 = last,
            _ => groups.push((place.top, last, is_folded)),
        }
    }
    groups
}

/// Beside the word on the checks: links to other sheets, and how many figures here are the user's own.
fn draw_links(canvas: &Canvas, number: usize, sheet: &BlockSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let first = canvas.book.columns.first();
    let mut pen = Pen { canvas, page };
    pen.write_link(1, canvas.book.columns.unit(), "Map!A1", "→ Map")?;
    pen.write_link(1, first, "Results!A1", "→ Results")?;
    if sheet.purpose == Purpose::Inputs {
        pen.write_words(1, first + 1, "Your figures:", &canvas.styles.source)?;
        let (cell, text) = (count_cell(canvas), count_formula(canvas, number));
        pen.write_formula(cell, &text, CachedValue::Number(0.0), &canvas.styles.count)?;
        canvas.styles.show_change(pen.page, cell)?;
    }
    Ok(())
}

fn draw_prose(canvas: &Canvas, sheet: &BlockSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let columns = canvas.book.columns;
    let width = LABEL_WIDTH + NUMBER_WIDTH * f64::from(columns.numbers) + UNIT_WIDTH + VALUE_WIDTH * f64::from(PROSE);
    for (row, paragraph) in (HEAD..).zip(&sheet.prose) {
        page.merge_range(
            row,
            SheetColumns::LABEL,
            row,
            canvas.book.columns.first() + PROSE - 1,
            "",
            &canvas.styles.prose,
        )?;
        let paragraph = canvas.translate_sentences(paragraph);
        cells::write_text(page, row, SheetColumns::LABEL, &paragraph, &canvas.styles.prose)?;
        page.set_row_height(row, 13.5 * text::count_lines(&paragraph, width) as f64 + 3.0)?;
    }
    Ok(())
}

fn set_widths(canvas: &Canvas, sheet: &BlockSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let columns = canvas.book.columns;
    page.set_column_width(SheetColumns::MARK, 3)?;
    page.set_column_width(SheetColumns::LABEL, LABEL_WIDTH)?;
    for column in 0..columns.numbers {
        page.set_column_width(SheetColumns::NUMBERS + column, NUMBER_WIDTH)?;
    }
    page.set_column_width(columns.unit(), UNIT_WIDTH)?;
    let opens = sheet.blocks.iter().any(|id| canvas.book.block(*id).opening.is_some());
    page.set_column_width(columns.opening(), if opens { OPENING_WIDTH } else { 2.0 })?;
    page.set_column_range_width(columns.first(), columns.first() + 80, VALUE_WIDTH)?;
    Ok(())
}

fn tab_colour(purpose: Purpose) -> u32 {
    match purpose {
        Purpose::Inputs => TAB_INPUTS,
        Purpose::Calculations => TAB_MODEL,
        Purpose::Counterfactual(_) => TAB_COUNTERFACTUALS,
    }
}
