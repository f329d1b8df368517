//! The sheet of what stood outside the form when it came back: rows and remarks of the operator's own, kept word for word.

use super::Form;
use super::finding_marks::Marks;
use crate::layout::key;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Name of the sheet.
pub const NAME: &str = "Outside the form";

const FIRST: u32 = 4;

const WORDS: &str = "These cells of the submitted workbook are not requested by the form. They are kept here unchanged and were not used.";

/// Draws the sheet.
pub fn draw(form: &Form, marks: &Marks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(form.brief(NAME))?.set_screen_gridlines(false);
    sheet.set_right_to_left(form.language.is_right_to_left());
    cells::text(sheet, 0, 0, key::TITLE, &form.styles.key)?;
    cells::text(sheet, 0, 1, &form.say(NAME), &form.styles.title)?;
    cells::text(sheet, 1, 0, key::TITLE, &form.styles.key)?;
    cells::text(sheet, 1, 1, &form.tell(WORDS), &form.styles.quiet)?;
    cells::text(sheet, FIRST - 2, 0, &format!("{}{}", sg3_workbook::csv::CORNER, key::OUTSIDE), &form.styles.key)?;
    cells::text(sheet, FIRST - 1, 0, key::HEADING, &form.styles.key)?;
    for (column, heading) in (1..).zip(["Location in the submission", "Content"]) {
        cells::text(sheet, FIRST - 1, column, &form.say(heading), &form.styles.heading)?;
    }
    for (row, stray) in (FIRST..).zip(&marks.strays) {
        cells::text(sheet, row, 1, &stray.at, &form.styles.label)?;
        cells::text(sheet, row, 2, &stray.text, &form.styles.paragraph())?;
    }
    sheet.set_column_width(1, 30)?.set_column_width(2, 90)?.set_column_hidden(0)?.set_row_hidden(FIRST - 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_freeze_panes(FIRST, 0)?;
    Ok(())
}
