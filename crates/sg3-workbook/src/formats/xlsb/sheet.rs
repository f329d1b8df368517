//! A sheet of a binary workbook, before the reader sees it.

use super::records;
use super::records::{Biff12Record, refuse_short};
use crate::address::{COLUMNS, ROWS, format_address};
use crate::cell_range::CellRange;
use crate::hidden::collector::HiddenCollector;
use crate::limits;
use crate::notes::SheetNotes;
use crate::number_format::Shown;
use crate::refusal::Refusal;

const ROW: u16 = 0x0000;

// The kinds of cells: first those with a value, from `FORMULA_TEXT` on those with a formula.

const BLANK: u16 = 0x0001;
const SHORT_NUMBER: u16 = 0x0002;
const ERROR: u16 = 0x0003;
const YES_NO: u16 = 0x0004;
const NUMBER: u16 = 0x0005;
const SHARED_TEXT: u16 = 0x0007;
const FORMULA_TEXT: u16 = 0x0008;
const FORMULA_NUMBER: u16 = 0x0009;
const FORMULA_YES_NO: u16 = 0x000A;
const FORMULA_ERROR: u16 = 0x000B;
const COLUMN: u16 = 0x003C;
const MERGED: u16 = 0x00B0;
/// Where rows and columns say that they are hidden, and by which bit.
const ROW_HIDDEN: (usize, u8) = (11, 0x10);
const COLUMN_HIDDEN: (usize, u8) = (16, 0x01);

/// Checks a sheet and notes its formulas and errors, and what is hidden and merged.
pub(crate) fn examine_sheet(part: &str, bytes: &[u8], shown: &[Shown]) -> Result<SheetNotes, Refusal> {
    let (mut notes, mut row, mut hidden) = (SheetNotes::default(), 0, HiddenCollector::default());
    records::for_each(bytes, |record| {
        match record.kind {
            ROW => {
                row = read_row(&record, &mut notes)?;
                if has_bit(&record, ROW_HIDDEN) {
                    hidden.hide_rows(row, row);
                }
            }
            COLUMN if has_bit(&record, COLUMN_HIDDEN) => {
                if let (Some(first), Some(last)) = (record.read_number(0), record.read_number(4)) {
                    hidden.hide_columns(first, last);
                }
            }
            MERGED if notes.merged.len() < limits::MERGED_RANGES => notes.merged.extend(read_range(&record)),
            BLANK..=FORMULA_ERROR => take_cell(&record, row, shown, &mut notes)?,
            _ => {}
        }
        Ok(())
    })
    .map_err(|refusal| refusal.in_part(part))?;
    notes.hidden = hidden.into_hidden();
    Ok(notes)
}

fn has_bit(record: &Biff12Record<'_>, (byte, bit): (usize, u8)) -> bool {
    record.body.get(byte).is_some_and(|byte| byte & bit != 0)
}

/// Merged cells: first and last row, first and last column.
fn read_range(record: &Biff12Record<'_>) -> Option<CellRange> {
    let [top, bottom] = [record.read_number(0)?, record.read_number(4)?];
    let [left, right] = [record.read_number(8)?, record.read_number(12)?];
    let is_on_grid = top <= bottom && bottom < ROWS && left <= right && right < COLUMNS;
    is_on_grid.then_some(CellRange { top, left, bottom, right })
}

fn read_row(record: &Biff12Record<'_>, notes: &mut SheetNotes) -> Result<u32, Refusal> {
    let row = record.read_number(0).ok_or_else(refuse_short)?;
    if row >= ROWS {
        // The reader would take this for the end of the sheet.
        notes.note_off_grid(&format!("row {}", u64::from(row) + 1));
    }
    Ok(row)
}

fn take_cell(record: &Biff12Record<'_>, row: u32, shown: &[Shown], notes: &mut SheetNotes) -> Result<(), Refusal> {
    let column = record.read_number(0).ok_or_else(refuse_short)?;
    if !is_whole(record) {
        return Err(refuse_short());
    }
    if row >= ROWS || column >= COLUMNS {
        notes.note_off_grid(&format_address(row, column));
        return Ok(());
    }
    if record.kind >= FORMULA_TEXT {
        notes.formulas.push((row, column));
    }
    if matches!(record.kind, SHORT_NUMBER | NUMBER | FORMULA_NUMBER) {
        let shown = shown.get(read_format(record)).copied().filter(|shown| *shown != Shown::Itself);
        notes.shown.extend(shown.map(|shown| (row, column, shown)));
    }
    if record.kind == FORMULA_ERROR {
        notes.errors.push((row, column, describe_error(record.body[8])));
    }
    Ok(())
}

/// The number of the cell format, in three bytes.
fn read_format(record: &Biff12Record<'_>) -> usize {
    (record.read_number(4).unwrap_or(0) & 0x00FF_FFFF) as usize
}

/// Whether a record has as many bytes as the reader takes of a cell of its kind.
fn is_whole(record: &Biff12Record<'_>) -> bool {
    match record.kind {
        BLANK => record.has_bytes(8),
        SHORT_NUMBER | SHARED_TEXT => record.has_bytes(12),
        ERROR | YES_NO | FORMULA_ERROR | FORMULA_YES_NO => record.has_bytes(9),
        NUMBER | FORMULA_NUMBER => record.has_bytes(16),
        _ => record.has_text(8),
    }
}

fn describe_error(code: u8) -> String {
    let text = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#UNKNOWN!",
    };
    text.to_owned()
}
