//! The sheet of words to choose from: options of inputs and members that the model lists.

use crate::layout::own_sheets;
use crate::write::choice_lists::{FIRST, list_column};
use crate::write::context::FormContext;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::present::members;
use sg3_calc::present::members::Known;
use sg3_workbook::write::cells;

/// Draws one column of words and one of codes for each list.
pub(crate) fn draw_choices(form: &FormContext, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&form.lists.name)?;
    sheet.set_right_to_left(form.language.is_right_to_left());
    sheet.set_screen_gridlines(false).set_column_width(0, 2)?;
    cells::write_text(sheet, 0, 1, &form.translate(own_sheets::LISTS), &form.styles.title)?;
    let words = "Entries allowed in cells with a list: the words, or the codes.";
    cells::write_text(sheet, 1, 1, &form.translate_sentences(words), &form.styles.quiet)?;
    for (position, (dimension, members)) in form.lists.lists.iter().enumerate() {
        draw_list(form, sheet, list_column(position), &form.model.dimension(*dimension).label, members)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(FIRST, 0)?;
    sheet.protect();
    Ok(())
}

fn draw_list(
    form: &FormContext,
    sheet: &mut Worksheet,
    column: u16,
    label: &str,
    members: &[Known],
) -> Result<(), XlsxError> {
    let words = members::list_words(members);
    let widest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0).max(label.chars().count());
    sheet.set_column_width(column, widest.clamp(14, 40) as f64 + 4.0)?;
    sheet.set_column_width(column + 1, 14)?.set_column_width(column + 2, 3)?;
    cells::write_text(sheet, FIRST - 1, column, label, &form.styles.heading)?;
    cells::write_text(sheet, FIRST - 1, column + 1, &form.translate("Code"), &form.styles.heading)?;
    for (row, (known, word)) in (FIRST..).zip(members.iter().zip(&words)) {
        cells::write_text(sheet, row, column, word, &form.styles.label)?;
        cells::write_text(sheet, row, column + 1, &known.key, &form.styles.unit)?;
    }
    Ok(())
}
