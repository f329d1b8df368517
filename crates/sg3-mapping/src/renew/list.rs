//! Lines for lists, found again: their heads may have moved, and their rows are as many as there are now.

use super::{Search, later};
use crate::column::read::areas;
use crate::entry::Entry;
use crate::foreign::Sheet;
use crate::list::keys::Keys;
use crate::taken;
use crate::words::folded;
use sg3_workbook::Area;

/// Blank rows within a list.
const GAP: u32 = 4;

impl Search<'_> {
    /// The line where its list is now; nothing if it is not to be found.
    pub(crate) fn list_again(&self, entry: &Entry, fresh: &[Entry]) -> Option<Entry> {
        let file = taken::file(&entry.file, self.files, self.only).or_else(|| self.file_of(&entry.sheet))?;
        let sheet = self.sheet(file, &entry.sheet)?;
        let theirs = &self.files[file].sheets[sheet];
        let same = |other: &&Entry| other.figure == entry.figure && other.sheet == *theirs.name && !other.is_open();
        let proposed = fresh.iter().find(same);
        let again = Entry {
            file: self.files[file].name().to_owned(),
            sheet: theirs.name.to_string(),
            heading: later(&entry.heading, self.shift),
            ..entry.clone()
        };
        let found = match entry.label_at {
            Some(at) => below_head(&again, theirs, at)?,
            // A table with codes on two sides is known by its codes alone.
            None => Entry { cells: proposed?.cells.clone(), keys: proposed?.keys.clone(), ..again },
        };
        // Columns of keys may have moved by themselves.
        let keys = proposed.filter(|own| own.cells == found.cells && own.keys.len() == found.keys.len());
        let found = Entry { keys: keys.map_or(found.keys.clone(), |own| own.keys.clone()), ..found };
        Some(if found.cells == entry.cells { found } else { told(found, entry) })
    }
}

/// What has changed, for whoever looks at the line.
fn told(found: Entry, was: &Entry) -> Entry {
    let then = areas(&was.cells);
    let why = if was.why.is_empty() { format!("was {then}") } else { format!("was {then}; {}", was.why) };
    Entry { why, ..found }
}

/// The column below the same words, down to the last row of the list.
fn below_head(entry: &Entry, sheet: &Sheet, (row, column): (u32, u32)) -> Option<Entry> {
    let wanted = folded(entry.first_label());
    let is_it = |row: u32, column: u32| sheet.cell(row, column).is_some_and(|says| folded(&says.text()) == wanted);
    let places = sheet.rows.iter().flat_map(|own| own.cells.iter().map(|cell| (own.row, cell.column)));
    let nearest = places
        .filter(|(row, column)| is_it(*row, *column))
        .min_by_key(|(other, of)| (of.abs_diff(column), other.abs_diff(row)))?;
    let (down, right) = (i64::from(nearest.0) - i64::from(row), i64::from(nearest.1) - i64::from(column));
    let moved = |at: u32, by: i64| u32::try_from(i64::from(at) + by).ok();
    let area = entry.cells.first()?;
    let (top, left) = (moved(area.top, down)?, moved(area.left, right)?);
    let keys: Option<Vec<Keys>> = entry
        .keys
        .iter()
        .map(|keys| match keys {
            Keys::Column(column) => moved(*column, right).map(Keys::Column),
            Keys::Row(row) => moved(*row, down).map(Keys::Row),
        })
        .collect();
    let keys = keys?;
    let tells = keys.iter().find_map(|keys| match keys {
        Keys::Column(column) => Some(*column),
        Keys::Row(_) => None,
    });
    let bottom = last(sheet, entry, top, tells.unwrap_or(left));
    let cells = vec![Area { top, bottom, left, right: left + (area.right - area.left) }];
    Some(Entry { cells, keys, label_at: Some(nearest), ..entry.clone() })
}

/// The last row that counts before a gap.
fn last(sheet: &Sheet, entry: &Entry, top: u32, column: u32) -> u32 {
    let mut last = top;
    let mut filled = top;
    for row in sheet.between(top, sg3_workbook::ROWS - 1) {
        if row.row > filled + GAP {
            break;
        }
        filled = row.row;
        if row.cell(column).is_some() && entry.rows.holds(row) {
            last = row.row;
        }
    }
    last
}
