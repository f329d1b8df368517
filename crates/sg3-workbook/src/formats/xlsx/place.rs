//! Where the next cell is, counted along where the file leaves addresses out.

use crate::address::{COLUMNS, ROWS, parse_address, parse_row};
use crate::notes::SheetNotes;

/// The row and column that come next.
#[derive(Default)]
pub(crate) struct Next {
    row: u32,
    column: u32,
}

impl Next {
    /// A row begins; the number that it has.
    pub fn row(&mut self, written: Option<&str>, notes: &mut SheetNotes) -> u32 {
        match written.map(|text| (text, parse_row(text))) {
            Some((_, Some(row))) => self.row = row,
            Some((text, None)) => notes.note_off_grid(&format!("row {text}")),
            None => {}
        }
        self.row
    }

    pub fn end_of_row(&mut self) {
        (self.row, self.column) = (self.row.saturating_add(1), 0);
    }

    /// The place of a cell; nothing if no sheet has it.
    pub fn cell(&mut self, written: Option<&str>, notes: &mut SheetNotes) -> Option<(u32, u32)> {
        let place = match written {
            None => Some((self.row, self.column)).filter(|(row, column)| *row < ROWS && *column < COLUMNS),
            Some(text) => parse_address(text),
        };
        match place {
            Some((_, column)) => self.behind(column),
            None => {
                self.behind(self.column);
                notes.note_off_grid(written.unwrap_or(&format!("row {}", u64::from(self.row) + 1)));
            }
        }
        place
    }

    /// A cell of this column was.
    pub fn behind(&mut self, column: u32) {
        self.column = column.saturating_add(1);
    }
}
