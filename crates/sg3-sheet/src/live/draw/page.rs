//! A sheet: title, prose, blocks, widths, panes, print.

use super::{Canvas, block, heading};
use crate::live::arrange::HEAD;
use crate::live::book::{Columns, Purpose, Role, Sheet};
use crate::template::draw as cells;
use rust_xlsxwriter::{Color, Worksheet, XlsxError};

const A4: u8 = 9;
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
    page.set_name(&sheet.name)?.set_screen_gridlines(false).set_tab_color(tab(sheet.purpose));
    cells::text(page, 0, Columns::LABEL, &sheet.title, &canvas.styles.title)?;
    page.set_row_height(0, 24)?;
    prose(canvas, sheet, page)?;
    for id in &sheet.blocks {
        let own = canvas.book.block(*id);
        heading::draw(canvas, page, own)?;
        block::draw(canvas, page, *id)?;
        debug_assert_eq!(own.place.map(|place| place.sheet), Some(number));
        if matches!(own.role, Role::Part | Role::Pass | Role::Number)
            && let Some(place) = own.place
            && own.rows() > 0
        {
            page.group_rows(place.top, place.row + own.rows() as u32 - 1)?;
        }
    }
    widths(canvas, sheet, page)?;
    let columns = canvas.book.columns;
    page.set_freeze_panes(HEAD - 1, columns.first())?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    page.set_repeat_rows(0, HEAD - 2)?;
    let words = cells::clip(&canvas.material.model.title.replace('&', "&&"), 120);
    page.set_footer(format!("&L&8{words}&C&8&A&R&8&P / &N"));
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

fn tab(purpose: Purpose) -> Color {
    Color::RGB(match purpose {
        Purpose::Inputs => 0xE0_B0_00,
        Purpose::Calculations => 0x1F_2A_44,
        Purpose::World(_) => 0x8A_8A_8A,
    })
}
