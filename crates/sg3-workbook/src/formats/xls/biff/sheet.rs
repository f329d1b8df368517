//! One sheet of an old workbook: the rectangle around its cells and the text in them.

use super::formula::text_bound;
use super::records::{Record, Records, word};
use super::{BEGIN, Book, END, EXTENT, Totals};
use crate::address::address;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::sieve::Seen;
use crate::{hidden, limits};

/// What was found in one sheet.
#[derive(Default)]
pub(crate) struct Found {
    pub notes: SheetNotes,
    /// Where records announce an extent.
    pub extents: Vec<usize>,
}

/// First and last row and column of cells of one sort.
#[derive(Default)]
struct Rectangle {
    bounds: Option<[u64; 4]>,
}

impl Rectangle {
    fn take_in(&mut self, row: u64, column: u64) {
        let [top, bottom, left, right] = self.bounds.unwrap_or([row, row, column, column]);
        self.bounds = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
    }

    fn places(&self) -> u64 {
        self.bounds.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }
}

/// Walks one sheet up to its end, as the reader does.
pub(crate) fn examine(bytes: &[u8], book: &Book, totals: &mut Totals) -> Result<Found, Refusal> {
    let mut walk = Walk {
        book,
        totals,
        found: Found::default(),
        values: Rectangle::default(),
        formulas: Rectangle::default(),
        seen: Seen::default(),
        hidden: hidden::Seen::default(),
    };
    let mut depth = 0usize;
    for record in Records::of(bytes) {
        let record = record?;
        walk.count()?;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts lie within the sheet as a sheet of their own.
            _ if depth > 1 => {}
            _ => walk.record(&record)?,
        }
    }
    walk.total()
}

struct Walk<'a> {
    book: &'a Book,
    totals: &'a mut Totals,
    found: Found,
    values: Rectangle,
    formulas: Rectangle,
    seen: Seen,
    hidden: hidden::Seen,
}

impl Walk<'_> {
    /// Sheets may begin at one place all of them; the steps are counted together.
    fn count(&mut self) -> Result<(), Refusal> {
        self.totals.records += 1;
        let many = self.totals.records > 2 * limits::FILE_BYTES as u64 / 4;
        if many { Err(Refusal::hostile("the sheets of the workbook share their cells")) } else { Ok(()) }
    }

    fn record(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        match record.kind {
            EXTENT => self.found.extents.push(record.at),
            0x0203 | 0x0205 | 0x027E => self.cell(record, 0)?,
            0x0204 | 0x00D6 => self.cell(record, 3 * record.body.len() as u64)?,
            0x0207 => self.text(3 * record.body.len() as u64)?,
            0x00FD => self.shared(record)?,
            0x00BD => self.row(record)?,
            0x0006 => self.formula(record)?,
            0x0208 => self.hidden_row(record.body),
            0x007D => self.hidden_columns(record.body),
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, record: &Record<'_>, text: u64) -> Result<(), Refusal> {
        let (Some(row), Some(column)) = (word(record.body, 0), word(record.body, 2)) else { return Err(short()) };
        self.place(row, column)?;
        self.text(text)
    }

    fn place(&mut self, row: u16, column: u16) -> Result<(), Refusal> {
        self.values.take_in(row.into(), column.into());
        if !self.seen.first_time(row.into(), column.into()) && self.found.notes.repeated.len() < limits::FINDINGS {
            self.found.notes.repeated.push((row.into(), column.into()));
        }
        self.fits(row, column)
    }

    fn fits(&self, row: u16, column: u16) -> Result<(), Refusal> {
        let places = self.totals.places + self.values.places() + self.formulas.places();
        if places <= limits::PLACES {
            return Ok(());
        }
        let message =
            format!("the sheets up to this cell would contain {places} cells; at most {} are read", limits::PLACES);
        Err(Refusal::too_large(message).at(&address(row.into(), column.into())))
    }

    fn text(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.totals.text += bytes;
        let long = self.totals.text > limits::COPIED_TEXT;
        if long { Err(Refusal::too_large("the cells contain more than 64 MiB of repeated text")) } else { Ok(()) }
    }

    fn shared(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let index =
            record.body.get(6..10).and_then(|four| four.first_chunk::<4>()).map(|four| u32::from_le_bytes(*four));
        let length = index.and_then(|index| self.book.strings.get(index as usize)).copied().unwrap_or(0);
        self.cell(record, length.into())
    }

    /// Several numbers side by side; the last two bytes hold the last column.
    fn row(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let last = record.body.len().checked_sub(2).and_then(|at| word(record.body, at));
        let (Some(row), Some(first), Some(last)) = (word(record.body, 0), word(record.body, 2), last) else {
            return Err(short());
        };
        if first > last || record.body.len() != 6 + 6 * (usize::from(last - first) + 1) {
            return Err(short());
        }
        (first..=last).try_for_each(|column| self.place(row, column))
    }

    fn formula(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        self.cell(record, 0)?;
        let (Some(row), Some(column)) = (word(record.body, 0), word(record.body, 2)) else { return Err(short()) };
        self.formulas.take_in(row.into(), column.into());
        self.found.notes.formulas.push((row.into(), column.into()));
        self.fits(row, column)?;
        let tokens = record.body.get(22..).unwrap_or_default();
        if word(record.body, 20).is_some_and(|count| usize::from(count) > limits::XLS_FORMULA_BYTES) {
            return Err(
                Refusal::hostile("a formula is longer than Excel allows").at(&address(row.into(), column.into()))
            );
        }
        let tokens = &tokens[..tokens.len().min(limits::XLS_FORMULA_BYTES)];
        self.text(text_bound(tokens, self.book.longest_name))
    }

    /// What is known of a row: its number, and among other marks whether it is hidden.
    fn hidden_row(&mut self, body: &[u8]) {
        const HIDDEN: u16 = 0x20;
        let is_hidden = word(body, 12).is_some_and(|marks| marks & HIDDEN != 0);
        if let (true, Some(row)) = (is_hidden, word(body, 0)) {
            self.hidden.hide_rows(row.into(), row.into());
        }
    }

    /// What is known of some columns: the first, the last, and among other marks whether they are hidden.
    fn hidden_columns(&mut self, body: &[u8]) {
        const HIDDEN: u16 = 1;
        let is_hidden = word(body, 8).is_some_and(|marks| marks & HIDDEN != 0);
        if let (true, Some(first), Some(last)) = (is_hidden, word(body, 0), word(body, 2)) {
            self.hidden.hide_columns(first.into(), last.into());
        }
    }

    fn total(mut self) -> Result<Found, Refusal> {
        self.found.notes.hidden = self.hidden.into_hidden();
        self.totals.places += self.values.places() + self.formulas.places();
        Ok(self.found)
    }
}

fn short() -> Refusal {
    Refusal::damaged("a cell of the sheet has the wrong length")
}
