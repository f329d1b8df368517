//! The members of all dimensions: numbers, words, keys. Formulas that mean a member read its number here.

use super::{Canvas, frame};
use crate::print::{LIST_NUMBER, LIST_WORD, LISTS};
use crate::stored::{LIST_KEY, LIST_LABEL};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Draws the sheet.
pub fn draw(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    frame::draw(
        canvas,
        page,
        frame::Frame { name: LISTS, title: "Members", colour: 0x6A_6A_6A, panes: (2, 0), pages: 0 },
    )?;
    for list in &canvas.book.lists {
        let dimension = canvas.material.model.dimension(list.dimension);
        let above = list.first_row - 1;
        for (column, heading) in [
            (LIST_NUMBER, "No."),
            (LIST_WORD, &*dimension.label),
            (LIST_KEY, "Key"),
            (LIST_LABEL, "Label, if the key is used in the workbook"),
        ] {
            cells::text(page, above, column, heading, &canvas.styles.heading)?;
        }
        let members = canvas.material.inputs.members_of(list.dimension);
        for position in 0..list.count as usize {
            let row = list.first_row + position as u32;
            let number = canvas.number(list.dimension, position);
            page.write_number_with_format(row, LIST_NUMBER, number, &canvas.styles.number)?;
            cells::text(page, row, LIST_WORD, canvas.word(list.dimension, position), &canvas.styles.label)?;
            cells::text(page, row, LIST_KEY, &members.keys[position], &canvas.styles.unit)?;
            let label = canvas.label(list.dimension, position);
            let label = if label == canvas.word(list.dimension, position) { "" } else { label };
            cells::text(page, row, LIST_LABEL, label, &canvas.styles.unit)?;
        }
    }
    page.set_column_width(0, 3)?.set_column_width(LIST_NUMBER, 7)?;
    page.set_column_width(LIST_WORD, 44)?.set_column_width(LIST_KEY, 28)?.set_column_width(LIST_LABEL, 44)?;
    Ok(())
}
