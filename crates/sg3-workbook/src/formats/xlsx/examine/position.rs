//! Where the next cell is, counted along where the file leaves addresses out.

use crate::address::{COLUMNS, ROWS, parse_address, parse_row};
use crate::notes::SheetNotes;

/// The row and column that come next.
#[derive(Default)]
pub(crate) struct NextPosition {
    row: u32,
    column: u32,
}

impl NextPosition {
    /// Begins a row and says its number.
    pub(crate) fn begin_row(&mut self, written: Option<&str>, notes: &mut SheetNotes) -> u32 {
        match written.map(|text| (text, parse_row(text))) {
            Some((_, Some(row))) => self.row = row,
            Some((text, None)) => notes.note_off_grid(&format!("row {text}")),
            None => {}
        }
        self.row
    }

    pub(crate) fn end_row(&mut self) {
        (self.row, self.column) = (self.row.saturating_add(1), 0);
    }

    /// Says where a cell is; nothing if no sheet has the place.
    pub(crate) fn place_cell(&mut self, written: Option<&str>, notes: &mut SheetNotes) -> Option<(u32, u32)> {
        let place = match written {
            None => Some((self.row, self.column)).filter(|(row, column)| *row < ROWS && *column < COLUMNS),
            Some(text) => parse_address(text),
        };
        if let Some((_, column)) = place {
            self.move_behind(column);
        } else {
            self.move_behind(self.column);
            notes.note_off_grid(written.unwrap_or(&format!("row {}", u64::from(self.row) + 1)));
        }
        place
    }

    /// Goes on behind a cell of this column.
    pub(crate) fn move_behind(&mut self, column: u32) {
        self.column = column.saturating_add(1);
    }
}
