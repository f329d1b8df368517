//! What all sheets share: title, the outcome of the checks, widths, panes, print.

use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::check_summary::check_summary;
use super::pen::Pen;
use super::writer::{Color, ConditionalFormatText, ConditionalFormatTextRule, Format, Worksheet, XlsxError};
use crate::book::SheetColumns;
use crate::book::stored_layout::{HEAD, WorkbookVersion, checks};
use sg3_workbook::write::cells;
use sg3_workbook::write::palette::{FAILS, LACKS_DATA};

const A4: u8 = 9;
/// What stands before the outcome of the checks where mistakes were found in the data; About lists them.
const INCOMPLETE: &str = "INCOMPLETE: errors in the data (see About). ";

/// The same where a figure is replaced on which members depend that the workbook leaves out.
const NOT_VALID: &str = "NOT VALID: members that this workbook leaves out depend on a figure of yours. ";

/// A sheet before anything particular is on it.
pub(super) struct SheetFrame<'t> {
    /// What its tab says.
    pub(super) name: &'t str,
    /// What its first row says.
    pub(super) title: &'t str,
    /// The colour of its tab, as `0xRRGGBB`.
    pub(super) colour: u32,
    /// The first row and column that move.
    pub(super) panes: (u32, u16),
    /// Pages from top to bottom; 0 for as many as it takes.
    pub(super) pages: u16,
}

/// Names the sheet and draws its head and foot.
pub(super) fn draw_frame(canvas: &Canvas, page: &mut Worksheet, frame: SheetFrame) -> Result<(), XlsxError> {
    page.set_name(canvas.sheet_name(frame.name))?.set_screen_gridlines(false).set_tab_color(Color::RGB(frame.colour));
    page.set_right_to_left(canvas.right_to_left);
    cells::write_text(page, 0, SheetColumns::LABEL, &canvas.translate(frame.title), &canvas.styles.title)?;
    page.set_row_height(0, 26)?;
    draw_check_summary(canvas, page, 1, SheetColumns::LABEL)?;
    page.set_freeze_panes(frame.panes.0, frame.panes.1)?;
    set_print(canvas, page, frame.pages)?;
    page.group_symbols_above(true);
    Ok(())
}

/// The outcome of all checks, in its colour.
pub(super) fn draw_check_summary(
    canvas: &Canvas,
    page: &mut Worksheet,
    row: u32,
    column: u16,
) -> Result<(), XlsxError> {
    let cached = check_summary(canvas);
    let incomplete = incomplete_note(canvas);
    let incomplete_text = if incomplete.is_empty() { String::new() } else { format!("\"{incomplete}\"&") };
    let text = format!("{}{incomplete_text}{}", not_valid_text(canvas), checks::SUMMARY);
    let cached = CachedValue::Text(canvas.translate_briefly(&incomplete) + &cached.written());
    Pen { canvas, page }.write_formula((row, column), &text, cached, &canvas.styles.flag)?;
    let words =
        [("CHECKS FAIL: ", FAILS), (INCOMPLETE, FAILS), (NOT_VALID, FAILS), ("Checks not evaluated: ", LACKS_DATA)];
    for (words, colour) in words {
        let words = canvas.translate_briefly(words);
        let format = Format::new().set_bold().set_font_color(Color::RGB(colour));
        let rule = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::Contains(words.trim_end().to_owned()))
            .set_format(format);
        page.add_conditional_format(row, column, row, column, &rule)?;
    }
    Ok(())
}

/// What stands before everything where a figure is replaced on which members depend that the workbook leaves out.
fn not_valid_text(canvas: &Canvas) -> String {
    let Some(guard) = canvas.book.guard else { return String::new() };
    format!("IF({}>0,\"{NOT_VALID}\",\"\")&", canvas.cell(canvas.book.block(guard), 0, 0))
}

/// What stands before the outcome of the checks where mistakes were found in the data; About lists them.
fn incomplete_note(canvas: &Canvas) -> String {
    let is_incomplete = !canvas.provenance.mistakes.is_empty() && canvas.material.version != WorkbookVersion::First;
    if is_incomplete { INCOMPLETE.to_owned() } else { String::new() }
}

fn set_print(canvas: &Canvas, page: &mut Worksheet, pages: u16) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, pages).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    page.set_repeat_rows(0, HEAD - 2)?;
    page.set_footer(cells::format_footer(&canvas.material.model.title));
    Ok(())
}
