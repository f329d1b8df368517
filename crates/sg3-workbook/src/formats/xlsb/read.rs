//! Sheets of a binary workbook, whose reader gives one cell after another.

use crate::cell::{Cell, Content};
use crate::cell_sink::CellSink;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::catch_panic::catch_panic;
use crate::formula::Formula;
use crate::notes::SheetNotes;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use calamine::Xlsb;
use std::io::Cursor;

/// Hands on the cells of an .xlsb sheet. Of formulas it is known only that they are there: the reader's text of them can be made
/// to grow without bound.
pub(crate) fn read_sheet<F: FnMut(Cell)>(
    book: &mut Xlsb<Cursor<SharedBytes>>,
    name: &str,
    mut notes: SheetNotes,
    sink: &mut CellSink<'_, F>,
) -> Result<(), Refusal> {
    notes.sort();
    let mut reader = catch_panic(|| book.worksheet_cells_reader(name))?;
    while let Some(cell) = catch_panic(|| reader.next_cell()).map_err(|refusal| sink.locate_after_last(refusal))? {
        let (row, column) = cell.get_position();
        sink.take(Cell {
            row,
            column,
            content: Content::of_ref(cell.get_value().clone()),
            formula: find_formula(&notes, (row, column)),
            shown: notes.find_shown((row, column)),
        })?;
    }
    // Errors of formulas are passed over by the reader.
    for (row, column, text) in &notes.errors {
        sink.take(Cell {
            row: *row,
            column: *column,
            content: Content::Error(text.clone()),
            formula: find_formula(&notes, (*row, *column)),
            shown: Shown::Itself,
        })?;
    }
    Ok(())
}

fn find_formula(notes: &SheetNotes, place: (u32, u32)) -> Option<Formula> {
    notes.formulas.binary_search(&place).is_ok().then(Formula::unread)
}
