//! The members of all dimensions: numbers, words, keys. Formulas that mean a member read its number here.

use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_frame};
use super::writer::{Worksheet, XlsxError};
use crate::book::MemberRange;
use crate::book::stored_layout::members::{KEY, LABEL, NUMBER, NUMBER_HEADING, SHEET, UNIT, WORD};
use sg3_workbook::write::cells;
use sg3_workbook::write::palette::TAB_REFERENCE;

/// Draws the sheet Members: one list for each dimension.
pub(super) fn draw_members(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let frame = SheetFrame { name: SHEET, title: "Members", colour: TAB_REFERENCE, panes: (2, 0), pages: 0 };
    draw_frame(canvas, page, frame)?;
    for list in &canvas.book.lists {
        draw_headings(canvas, page, list)?;
        for position in 0..list.count as usize {
            draw_member(canvas, page, list, position)?;
        }
    }
    page.set_column_width(0, 3)?.set_column_width(NUMBER, 7)?;
    page.set_column_width(WORD, 44)?
        .set_column_width(KEY, 28)?
        .set_column_width(LABEL, 44)?
        .set_column_width(UNIT, 14)?;
    Ok(())
}

fn draw_headings(canvas: &Canvas, page: &mut Worksheet, list: &MemberRange) -> Result<(), XlsxError> {
    let dimension = canvas.material.model.dimension(list.dimension);
    for (column, heading) in [
        (NUMBER, NUMBER_HEADING),
        (WORD, &*dimension.label),
        (KEY, "Key"),
        (LABEL, "Label, if the key is used in the workbook"),
    ] {
        cells::write_text(page, list.first_row - 1, column, &canvas.translate(heading), &canvas.styles.heading)?;
    }
    if (0..list.count as usize).any(|position| unit_of_data(canvas, list, position).is_some()) {
        cells::write_text(page, list.first_row - 1, UNIT, &canvas.translate("Unit"), &canvas.styles.heading)?;
    }
    Ok(())
}

/// What a member is counted in, where its list and the unit are from the data: without it the workbook could not be read again.
fn unit_of_data<'c>(canvas: &'c Canvas, list: &MemberRange, position: usize) -> Option<&'c str> {
    let is_from_data = canvas.material.model.dimension(list.dimension).is_from_data();
    canvas.material.inputs.members_of(list.dimension).units[position].as_deref().filter(|_| is_from_data)
}

fn draw_member(canvas: &Canvas, page: &mut Worksheet, list: &MemberRange, position: usize) -> Result<(), XlsxError> {
    let row = list.first_row + position as u32;
    let number = canvas.numbers.number(list.dimension, position);
    page.write_number_with_format(row, NUMBER, number, &canvas.styles.number)?;
    let word = canvas.choice_label(list.dimension, position);
    cells::write_text(page, row, WORD, word, &canvas.styles.label)?;
    cells::write_text(page, row, KEY, canvas.key(list.dimension, position), &canvas.styles.unit)?;
    if let Some(unit) = unit_of_data(canvas, list, position) {
        cells::write_text(page, row, UNIT, unit, &canvas.styles.unit)?;
    }
    let label = canvas.label(list.dimension, position);
    cells::write_text(page, row, LABEL, if label == word { "" } else { label }, &canvas.styles.unit)
}
