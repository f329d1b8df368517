//! The sheet of what stood outside the form when it came back: rows and remarks of the operator's own, kept word for
//! word.

use crate::layout::{key, own_sheets};
use crate::write::context::FormContext;
use crate::write::finding_marks::FindingMarks;
use crate::write::form_cells;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

const FIRST: u32 = 4;
const WORDS: &str = "These cells of the submitted workbook are not requested by the form. They are kept here unchanged and were not used.";

/// Draws a row for each cell that was outside the form.
pub(crate) fn draw_unmatched(form: &FormContext, marks: &FindingMarks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    form_cells::begin_sheet(form, sheet, own_sheets::OUTSIDE)?;
    cells::write_text(sheet, 0, 0, key::TITLE, &form.styles.key)?;
    cells::write_text(sheet, 0, 1, &form.translate(own_sheets::OUTSIDE), &form.styles.title)?;
    cells::write_text(sheet, 1, 0, key::TITLE, &form.styles.key)?;
    cells::write_text(sheet, 1, 1, &form.translate_sentences(WORDS), &form.styles.quiet)?;
    cells::write_text(
        sheet,
        FIRST - 2,
        0,
        &format!("{}{}", sg3_workbook::csv::CORNER, key::OUTSIDE),
        &form.styles.key,
    )?;
    cells::write_text(sheet, FIRST - 1, 0, key::HEADING, &form.styles.key)?;
    for (column, heading) in (1..).zip(["Location in the submission", "Content"]) {
        cells::write_text(sheet, FIRST - 1, column, &form.translate(heading), &form.styles.heading)?;
    }
    for (row, cell) in (FIRST..).zip(&marks.unmatched) {
        cells::write_text(sheet, row, 1, &cell.at, &form.styles.label)?;
        cells::write_text(sheet, row, 2, &cell.text, &form.styles.paragraph())?;
    }
    sheet.set_column_width(1, 30)?.set_column_width(2, 90)?.set_column_hidden(0)?.set_row_hidden(FIRST - 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_freeze_panes(FIRST, 0)?;
    Ok(())
}
