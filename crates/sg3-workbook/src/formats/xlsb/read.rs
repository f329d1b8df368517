//! Sheets whose reader gives one cell after another (.xlsb).

use crate::bytes::Bytes;
use crate::cell::{Cell, Content};
use crate::formats::defence::defended;
use crate::formula::Formula;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::sieve::Sieve;
use calamine::{Xlsb, XlsbError};
use std::io::Cursor;

/// Hands on the cells of an .xlsb sheet. Of formulas it is known only that they are there: the reader's text of them can be made
/// to grow without bound.
pub(crate) fn sheet<F: FnMut(Cell)>(
    book: &mut Xlsb<Cursor<Bytes>>,
    name: &str,
    mut notes: SheetNotes,
    sieve: &mut Sieve<'_, F>,
) -> Result<(), Refusal> {
    notes.formulas.sort_unstable();
    let formula = |place| notes.formulas.binary_search(&place).is_ok().then(Formula::unread);
    let mut reader = defended(|| book.worksheet_cells_reader(name))?;
    while let Some(cell) =
        defended(|| reader.next_cell().map_err(|e: XlsbError| e)).map_err(|refusal| sieve.after_last(refusal))?
    {
        let (row, column) = cell.get_position();
        sieve.take(Cell {
            row,
            column,
            content: Content::of_ref(cell.get_value().clone()),
            formula: formula((row, column)),
        })?;
    }
    // Errors of formulas are passed over by the reader.
    for (row, column, text) in &notes.errors {
        sieve.take(Cell {
            row: *row,
            column: *column,
            content: Content::Error(text.clone()),
            formula: formula((*row, *column)),
        })?;
    }
    Ok(())
}
