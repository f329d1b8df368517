//! What all sheets share: title, the word on the checks, widths, panes, print.

use super::pen::Pen;
use super::{Canvas, checks};
use crate::arrange::HEAD;
use crate::book::Columns;
use rust_xlsxwriter::{Color, ConditionalFormatText, ConditionalFormatTextRule, Format, Worksheet, XlsxError};
use sg3_workbook::write::cells;

const A4: u8 = 9;

const FAILS: u32 = 0xB0_00_20;

const WAITS: u32 = 0x8A_5A_00;

/// A sheet before anything particular is on it.
pub struct Frame<'t> {
    /// On its tab.
    pub name: &'t str,
    /// Its heading.
    pub title: &'t str,
    /// Of its tab.
    pub colour: u32,
    /// The first row and column that move.
    pub panes: (u32, u16),
    /// Pages from top to bottom; 0 for as many as it takes.
    pub pages: u16,
}

/// Names the sheet and draws its head and foot.
pub fn draw(canvas: &Canvas, page: &mut Worksheet, frame: Frame) -> Result<(), XlsxError> {
    page.set_name(frame.name)?.set_screen_gridlines(false).set_tab_color(Color::RGB(frame.colour));
    page.set_right_to_left(canvas.right_to_left);
    cells::text(page, 0, Columns::LABEL, frame.title, &canvas.styles.title)?;
    page.set_row_height(0, 26)?;
    word_on_checks(canvas, page, 1, Columns::LABEL)?;
    page.set_freeze_panes(frame.panes.0, frame.panes.1)?;
    print(canvas, page, frame.pages)?;
    page.group_symbols_above(true);
    Ok(())
}

/// The one word on all checks, in its colour.
pub fn word_on_checks(canvas: &Canvas, page: &mut Worksheet, row: u32, column: u16) -> Result<(), XlsxError> {
    let comes = checks::word(canvas);
    Pen { canvas, page }.formula((row, column), checks::WORD, comes, &canvas.styles.flag)?;
    for (word, colour) in [("FAIL", FAILS), ("not evaluated", WAITS)] {
        let looks = Format::new().set_bold().set_font_color(Color::RGB(colour));
        let rule = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::Contains(word.to_owned()))
            .set_format(looks);
        page.add_conditional_format(row, column, row, column, &rule)?;
    }
    Ok(())
}

fn print(canvas: &Canvas, page: &mut Worksheet, pages: u16) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, pages).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    page.set_repeat_rows(0, HEAD - 2)?;
    page.set_footer(cells::footer(&canvas.material.model.title));
    Ok(())
}
