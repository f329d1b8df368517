//! The cells that a line for a list takes.

use crate::entry::Entry;
use crate::foreign::{Foreign, Row, Says};

/// Where a line stands: number of the file and of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sheet {
    /// Number of the file.
    pub file: usize,
    /// Number of the sheet.
    pub sheet: usize,
}

/// Every cell of a line that says something: row, column, and what it says. Dashes say nothing.
pub fn spots<'a>(entry: &Entry, files: &'a [Foreign], at: Sheet) -> Vec<(u32, u32, &'a Says)> {
    let sheet = &files[at.file].sheets[at.sheet];
    let mut spots = Vec::new();
    for area in &entry.cells {
        for row in sheet.between(area.top, area.bottom).iter().filter(|row| entry.rows.holds(row)) {
            let cells = row.cells.iter().filter(|cell| (area.left..=area.right).contains(&cell.column));
            let counts = cells.filter(|cell| says_something(&cell.says) && !is_left_out(entry, row, cell.column));
            spots.extend(counts.map(|cell| (row.row, cell.column, &cell.says)));
        }
    }
    spots
}

/// Whether anything but a dash stands there.
pub fn says_something(says: &Says) -> bool {
    !matches!(says, Says::Words(_)) || says.words().is_some()
}

fn is_left_out(entry: &Entry, row: &Row, column: u32) -> bool {
    entry.left_out.iter().any(|area| area.contains(row.row, column))
}
