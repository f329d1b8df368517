//! One sheet of an old workbook: the rectangle around its cells and the text in them.

use super::formula::bound_text;
use super::globals::Globals;
use super::records::{BEGIN, BiffRecord, BiffRecords, END};
use super::totals::Totals;
use crate::address::format_address;
use crate::cell_sink::seen_cells::SeenCells;
use crate::container::little_endian::{read_u16, read_u32};
use crate::formats::extent::Extent;
use crate::hidden::collector::HiddenCollector;
use crate::limits;
use crate::notes::SheetNotes;
use crate::number_format::Shown;
use crate::refusal::Refusal;

/// Announces how far the cells of a sheet reach.
const EXTENT: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
/// The text that a formula has as its value.
const FORMULA_TEXT: u16 = 0x0207;
const NUMBER: u16 = 0x0203;
/// A number in four bytes.
const SHORT_NUMBER: u16 = 0x027E;
/// Several of them side by side.
const SHORT_NUMBERS: u16 = 0x00BD;
const YES_NO_OR_ERROR: u16 = 0x0205;
const TEXT: u16 = 0x0204;
const RICH_TEXT: u16 = 0x00D6;
const SHARED_TEXT: u16 = 0x00FD;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;

/// What was found in one sheet.
#[derive(Default)]
pub(crate) struct ExaminedSheet {
    pub(crate) notes: SheetNotes,
    /// Where records announce an extent.
    pub(crate) extents: Vec<usize>,
}

/// Walks one sheet up to its end, as the reader does.
pub(crate) fn examine_sheet(bytes: &[u8], globals: &Globals, totals: &mut Totals) -> Result<ExaminedSheet, Refusal> {
    let mut walk = Walk {
        globals,
        totals,
        examined: ExaminedSheet::default(),
        values: Extent::default(),
        formulas: Extent::default(),
        seen: SeenCells::default(),
        hidden: HiddenCollector::default(),
    };
    let mut depth = 0usize;
    for record in BiffRecords::of(bytes) {
        let record = record?;
        walk.totals.add_record()?;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts lie within the sheet as a sheet of their own.
            _ if depth > 1 => {}
            _ => walk.take_record(&record)?,
        }
    }
    walk.finish()
}

struct Walk<'a> {
    globals: &'a Globals,
    totals: &'a mut Totals,
    examined: ExaminedSheet,
    values: Extent,
    formulas: Extent,
    seen: SeenCells,
    hidden: HiddenCollector,
}

impl Walk<'_> {
    fn take_record(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        match record.kind {
            EXTENT => self.examined.extents.push(record.at),
            NUMBER | SHORT_NUMBER => {
                self.take_cell(record, 0)?;
                self.note_shown(record, 0);
            }
            YES_NO_OR_ERROR => self.take_cell(record, 0)?,
            TEXT | RICH_TEXT => self.take_cell(record, bound_utf8(record))?,
            FORMULA_TEXT => self.totals.add_text(bound_utf8(record))?,
            SHARED_TEXT => self.take_shared_text(record)?,
            SHORT_NUMBERS => self.take_numbers(record)?,
            FORMULA => self.take_formula(record)?,
            ROW => self.note_hidden_row(record.body),
            COLUMNS => self.note_hidden_columns(record.body),
            _ => {}
        }
        Ok(())
    }

    fn take_cell(&mut self, record: &BiffRecord<'_>, text: u64) -> Result<(), Refusal> {
        let (row, column) = read_place(record)?;
        self.add_place(row, column)?;
        self.totals.add_text(text)
    }

    fn add_place(&mut self, row: u16, column: u16) -> Result<(), Refusal> {
        self.values.include(row.into(), column.into());
        if !self.seen.insert(row.into(), column.into()) && self.examined.notes.repeated.len() < limits::FINDINGS {
            self.examined.notes.repeated.push((row.into(), column.into()));
        }
        self.check_places(row, column)
    }

    fn check_places(&self, row: u16, column: u16) -> Result<(), Refusal> {
        let places = self.totals.places + self.values.count_places() + self.formulas.count_places();
        if places <= limits::PLACES {
            return Ok(());
        }
        let message =
            format!("the sheets up to this cell would contain {places} cells; at most {} are read", limits::PLACES);
        Err(Refusal::too_large(message).at(&format_address(row.into(), column.into())))
    }

    fn take_shared_text(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let number = read_u32(record.body, 6);
        let length = number.and_then(|number| self.globals.strings.get(number as usize)).copied().unwrap_or(0);
        self.take_cell(record, length.into())
    }

    /// Several numbers side by side; the last two bytes hold the last column.
    fn take_numbers(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        let (row, first) = read_place(record)?;
        let last = record.body.len().checked_sub(2).and_then(|at| read_u16(record.body, at));
        let last = last.filter(|last| first <= *last).ok_or_else(refuse_short)?;
        if record.body.len() != 6 + 6 * (usize::from(last - first) + 1) {
            return Err(refuse_short());
        }
        for column in first..=last {
            self.add_place(row, column)?;
            self.note_shown(record, column - first);
        }
        Ok(())
    }

    /// Notes a number of which its format shows another: so many cells after the first of the record.
    fn note_shown(&mut self, record: &BiffRecord<'_>, after: u16) {
        let format = read_u16(record.body, 4 + 6 * usize::from(after)).unwrap_or(0);
        let shown = self.globals.shown.get(usize::from(format)).copied().unwrap_or_default();
        if let (true, Ok((row, column))) = (shown != Shown::Itself, read_place(record)) {
            self.examined.notes.shown.push((row.into(), u32::from(column) + u32::from(after), shown));
        }
    }

    fn take_formula(&mut self, record: &BiffRecord<'_>) -> Result<(), Refusal> {
        self.take_cell(record, 0)?;
        let (row, column) = read_place(record)?;
        self.formulas.include(row.into(), column.into());
        self.examined.notes.formulas.push((row.into(), column.into()));
        self.note_shown(record, 0);
        self.check_places(row, column)?;
        let tokens = record.body.get(22..).unwrap_or_default();
        if read_u16(record.body, 20).is_some_and(|count| usize::from(count) > limits::XLS_FORMULA_BYTES) {
            return Err(Refusal::hostile("a formula is longer than Excel allows")
                .at(&format_address(row.into(), column.into())));
        }
        let tokens = &tokens[..tokens.len().min(limits::XLS_FORMULA_BYTES)];
        self.totals.add_text(bound_text(tokens, self.globals.longest_name))
    }

    /// What is known of a row: its number, and among other flags whether it is hidden.
    fn note_hidden_row(&mut self, body: &[u8]) {
        const HIDDEN: u16 = 0x20;
        let is_hidden = read_u16(body, 12).is_some_and(|flags| flags & HIDDEN != 0);
        if let Some(row) = read_u16(body, 0).filter(|_| is_hidden) {
            self.hidden.hide_rows(row.into(), row.into());
        }
    }

    /// What is known of some columns: the first, the last, and among other flags whether they are hidden.
    fn note_hidden_columns(&mut self, body: &[u8]) {
        const HIDDEN: u16 = 1;
        let is_hidden = read_u16(body, 8).is_some_and(|flags| flags & HIDDEN != 0);
        let columns = read_u16(body, 0).zip(read_u16(body, 2));
        if let Some((first, last)) = columns.filter(|_| is_hidden) {
            self.hidden.hide_columns(first.into(), last.into());
        }
    }

    fn finish(mut self) -> Result<ExaminedSheet, Refusal> {
        self.examined.notes.hidden = self.hidden.into_hidden();
        self.totals.places += self.values.count_places() + self.formulas.count_places();
        Ok(self.examined)
    }
}

/// Row and column, with which every record of a cell begins.
fn read_place(record: &BiffRecord<'_>) -> Result<(u16, u16), Refusal> {
    let place = read_u16(record.body, 0).zip(read_u16(record.body, 2));
    place.ok_or_else(refuse_short)
}

/// A letter of one or two bytes takes three in UTF-8 at most.
fn bound_utf8(record: &BiffRecord<'_>) -> u64 {
    3 * record.body.len() as u64
}

fn refuse_short() -> Refusal {
    Refusal::damaged("a cell of the sheet has the wrong length")
}
