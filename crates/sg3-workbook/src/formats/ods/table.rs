//! One sheet of an OpenDocument workbook as the reader would lay it out.

use crate::address::{COLUMNS, ROWS, address};
use crate::area::Area;
use crate::hidden::Hidden;
use crate::refusal::Refusal;
use crate::{area, hidden, limits};
use std::borrow::Cow;

/// Running sizes of one sheet.
pub(crate) struct Table {
    name: String,
    /// Rows before the present one.
    above: u64,
    /// How often the present row stands.
    times: u64,
    /// Columns before the present cell.
    left: u64,
    /// Cells that the reader keeps before it repeats rows: in the rows above, and in the present one.
    kept: (u64, u64),
    filled: Option<Rectangle>,
    text: u64,
    /// How often the text of the present cell stands.
    copies: u64,
    /// Columns before the next one that is described.
    columns: u64,
    hidden: hidden::Seen,
    merged: Vec<Area>,
}

/// First and last row and column that hold something.
struct Rectangle {
    rows: (u64, u64),
    columns: (u64, u64),
}

impl Table {
    pub fn new(name: Option<Cow<'_, str>>) -> Table {
        let name = name.map_or_else(|| "?".to_owned(), Cow::into_owned);
        Table {
            name,
            above: 0,
            times: 0,
            left: 0,
            kept: (0, 0),
            filled: None,
            text: 0,
            copies: 0,
            columns: 0,
            hidden: hidden::Seen::default(),
            merged: Vec::new(),
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// A row begins that stands so many times.
    pub fn row(&mut self, times: u64, is_hidden: bool) {
        self.above = self.above.saturating_add(self.times);
        self.kept = (self.kept.0 + self.kept.1, 0);
        (self.times, self.left, self.copies) = (times, 0, 0);
        if let (true, Some((first, last))) = (is_hidden, run(self.above, times)) {
            self.hidden.hide_rows(first, last);
        }
    }

    /// Columns are described, so many alike.
    pub fn column(&mut self, times: u64, is_hidden: bool) {
        if let (true, Some((first, last))) = (is_hidden, run(self.columns, times)) {
            self.hidden.hide_columns(first, last);
        }
        self.columns = self.columns.saturating_add(times);
    }

    /// What is hidden, once all of it was seen.
    pub fn hidden(&mut self) -> Hidden {
        std::mem::take(&mut self.hidden).into_hidden()
    }

    /// The next cell is merged over so many rows and columns.
    pub fn merge(&mut self, (rows, columns): (u64, u64)) {
        let (Some((top, bottom)), Some((left, right))) = (run(self.above, rows), run(self.left, columns)) else {
            return;
        };
        if (rows > 1 || columns > 1) && self.merged.len() < area::MOST && left < COLUMNS {
            self.merged.push(Area { top, left, bottom, right: right.min(COLUMNS - 1) });
        }
    }

    /// Merged cells, once all were seen.
    pub fn merged(&mut self) -> Vec<Area> {
        std::mem::take(&mut self.merged)
    }

    /// A cell begins that stands so many times in its row.
    pub fn cell(&mut self, times: u64, filled: bool, length: u64) -> Result<(), Refusal> {
        self.copies = if filled { times.saturating_mul(self.times) } else { 0 };
        if filled {
            self.fill(times)?;
            self.text(length)?;
        }
        self.left = self.left.saturating_add(times);
        Ok(())
    }

    /// Text of the present cell.
    pub fn text(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(bytes.saturating_mul(self.copies));
        if self.text > limits::COPIED_TEXT { Err(self.too_much_text()) } else { Ok(()) }
    }

    fn fill(&mut self, times: u64) -> Result<(), Refusal> {
        let row = self.above.saturating_add(self.times).saturating_sub(1);
        let column = self.left.saturating_add(times) - 1;
        if row >= u64::from(ROWS) || column >= u64::from(COLUMNS) {
            let place = format!("row {}, column {}", row.saturating_add(1), column.saturating_add(1));
            return Err(Refusal::hostile("the sheet has a cell outside the grid").at(&place));
        }
        let new = Rectangle { rows: (self.above.min(row), row), columns: (self.left, column) };
        self.filled = Some(self.filled.take().map_or(Rectangle { ..new }, |old| old.around(&new)));
        self.kept.1 = column + 1;
        Ok(())
    }

    /// Places that the reader makes: the rectangle, or the rows as they are before they are repeated.
    pub fn places(&self) -> u64 {
        self.filled.as_ref().map_or(0, Rectangle::places).max(self.kept.0 + self.kept.1)
    }

    /// Bytes of text, each copy counted.
    pub fn copied_text(&self) -> u64 {
        self.text
    }

    pub fn too_much_text(&self) -> Refusal {
        Refusal::too_large("the cells contain more than 64 MiB of repeated text").in_sheet(&self.name)
    }

    pub fn too_wide(&self, places: u64) -> Refusal {
        let corner = self.filled.as_ref().map_or((0, 0), |r| (r.rows.1 as u32, r.columns.1 as u32));
        let message =
            format!("the sheets up to this cell would contain {places} cells; at most {} are read", limits::PLACES);
        Refusal::too_large(message).in_sheet(&self.name).at(&address(corner.0, corner.1))
    }
}

/// The first and the last of so many; nothing beyond any sheet.
fn run(before: u64, times: u64) -> Option<(u32, u32)> {
    let first = u32::try_from(before).ok().filter(|first| *first < ROWS)?;
    Some((first, u32::try_from(before.saturating_add(times).saturating_sub(1)).unwrap_or(ROWS - 1).min(ROWS - 1)))
}

impl Rectangle {
    fn around(self, other: &Rectangle) -> Rectangle {
        let span = |a: (u64, u64), b: (u64, u64)| (a.0.min(b.0), a.1.max(b.1));
        Rectangle { rows: span(self.rows, other.rows), columns: span(self.columns, other.columns) }
    }

    fn places(&self) -> u64 {
        (self.rows.1 - self.rows.0 + 1) * (self.columns.1 - self.columns.0 + 1)
    }
}
