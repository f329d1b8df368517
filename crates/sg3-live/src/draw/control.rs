//! The sheet to steer by: how many figures are the user's own, in which year and currency results are shown, the options, and
//! the results that matter.

mod columns;
mod display;
mod headline;
mod options;

use super::address;
use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_frame};
use super::override_count::count_cell;
use super::pen::Pen;
use super::results::result_table::ResultTable;
use super::writer::{Worksheet, XlsxError};
use crate::book::Purpose;
use crate::print::range::quoted_sheet;
use columns::{LABEL, LABEL_WIDTH, LIST, NAME, OVERRIDES_ROW, SCALE_ROW, VALUE};
use sg3_workbook::write::palette::TAB_CONTROL;

/// Draws the sheet Control: overrides, display, options, headlines, and links to the sheets of inputs.
pub(super) fn draw_control(canvas: &Canvas, tables: &[ResultTable], page: &mut Worksheet) -> Result<(), XlsxError> {
    let frame = SheetFrame { name: NAME, title: "Control", colour: TAB_CONTROL, panes: (2, 2), pages: 0 };
    draw_frame(canvas, page, frame)?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(VALUE, 30)?;
    page.set_column_range_width(3, 5, 17)?.set_column_width(6, 3)?.set_column_range_width(LIST, LIST + 1, 14)?;
    let mut pen = Pen { canvas, page };
    draw_overrides(&mut pen)?;
    let time = display::draw_display(&mut pen, tables)?;
    let row = options::draw_options(&mut pen, SCALE_ROW + 3)?;
    let row = headline::draw_headlines(&mut pen, row + 1, tables, time)?;
    draw_input_sheets(&mut pen, row + 1)
}

/// How many formulas the sheet has: counts of the user's own figures, the place of the year, options in force, and headlines.
pub(super) fn count_control_formulas(canvas: &Canvas, tables: &[ResultTable]) -> usize {
    let time = display::time(canvas, tables);
    let years = usize::from(time.is_some());
    let headlines = headline::count_formulas(canvas, tables, time.map(|(dimension, _)| dimension));
    1 + years + options::options(canvas).count() + headlines + input_sheets(canvas).count()
}

/// How many figures are the user's own: every sheet of inputs counts its own.
fn draw_overrides(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(OVERRIDES_ROW - 1, LABEL, "Your own figures", &canvas.styles.subtitle)?;
    pen.write_words(OVERRIDES_ROW, LABEL, "Delivered figures that are replaced", &canvas.styles.label)?;
    let counts: Vec<String> = input_sheets(canvas).map(|name| override_count(canvas, name)).collect();
    let text = if counts.is_empty() { "0".to_owned() } else { counts.join("+") };
    pen.write_formula((OVERRIDES_ROW, VALUE), &text, CachedValue::Number(0.0), &canvas.styles.count)?;
    canvas.styles.show_change(pen.page, (OVERRIDES_ROW, VALUE))?;
    pen.write_words(
        OVERRIDES_ROW,
        VALUE + 1,
        "clear these cells to restore the delivered figures",
        &canvas.styles.source,
    )
}

/// Names of the sheets of inputs.
fn input_sheets<'a>(canvas: &'a Canvas) -> impl Iterator<Item = &'a str> {
    let sheets = canvas.book.sheets.iter().filter(|sheet| sheet.purpose == Purpose::Inputs);
    sheets.map(|sheet| &*sheet.name)
}

/// Where a sheet of inputs counts the figures that replace others.
fn override_count(canvas: &Canvas, sheet: &str) -> String {
    let (row, column) = count_cell(canvas);
    format!("{}!{}", quoted_sheet(sheet), address::fixed(row, column))
}

/// The sheets of inputs with how many of their figures are the user's own.
fn draw_input_sheets(pen: &mut Pen, top: u32) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(top, LABEL, "Where figures can be replaced", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Sheet", "Your own figures"])?;
    for (row, name) in (top + 2..).zip(input_sheets(canvas)) {
        pen.write_link(row, LABEL, &format!("{}!A1", quoted_sheet(name)), name)?;
        let count = override_count(canvas, name);
        pen.write_formula((row, VALUE), &count, CachedValue::Number(0.0), &canvas.styles.count)?;
        canvas.styles.show_change(pen.page, (row, VALUE))?;
    }
    Ok(())
}
