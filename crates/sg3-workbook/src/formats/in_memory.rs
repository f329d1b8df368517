//! Sheets that the reader has laid out in full when it opened the file (.xls, .ods).

use super::catch_panic::catch_panic;
use crate::cell::{Cell, Content};
use crate::cell_range::CellRange;
use crate::cell_sink::CellSink;
use crate::container::shared_bytes::SharedBytes;
use crate::formula::Formula;
use crate::notes::SheetNotes;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use calamine::{Data, Range, Reader, Xls};
use std::fmt::Display;
use std::io::Cursor;

/// The errors that every spreadsheet program has.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Hands on the cells of a sheet; then the formulas without a value.
pub(crate) fn read_sheet<B, F>(
    book: &mut B,
    name: &str,
    mut notes: SheetNotes,
    sink: &mut CellSink<'_, F>,
) -> Result<(), Refusal>
where
    B: Reader<Cursor<SharedBytes>>,
    B::Error: Display,
    F: FnMut(Cell),
{
    notes.sort();
    let values = catch_panic(|| book.worksheet_range(name))?;
    let formulas = SheetFormulas {
        texts: catch_panic(|| book.worksheet_formula(name))?,
        places: std::mem::take(&mut notes.formulas),
    };
    for (row, column, value) in list_cells(&values) {
        let formula = formulas.find((row, column));
        let content = read_content(value, formula.is_some());
        sink.take(Cell { row, column, content, formula, shown: notes.find_shown((row, column)) })?;
    }
    for (row, column) in formulas.list_places() {
        if values.get_value((row, column)).is_none_or(|value| *value == Data::Empty) {
            let formula = formulas.find((row, column));
            sink.take(Cell { row, column, content: Content::Empty, formula, shown: Shown::Itself })?;
        }
    }
    notes.repeated.iter().for_each(|(row, column)| sink.note_repeated(*row, *column));
    Ok(())
}

/// Merged cells of an .xls sheet.
pub(crate) fn list_merged(book: &Xls<Cursor<SharedBytes>>, name: &str) -> Vec<CellRange> {
    let ranges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let corners = ranges.into_iter().map(|range| (range.start, range.end));
    corners.map(|((top, left), (bottom, right))| CellRange { top, left, bottom, right }).collect()
}

/// In .ods the error of a formula is a text like any other.
fn read_content(value: &Data, has_formula: bool) -> Content {
    match value {
        Data::String(text) if has_formula && (ERRORS.contains(&text.as_str()) || text.starts_with("Err:")) => {
            Content::Error(text.clone())
        }
        _ => Content::of(value),
    }
}

/// Formulas by what the reader says and by what the intake saw; shared ones in .xls have no text.
struct SheetFormulas {
    texts: Range<String>,
    places: Vec<(u32, u32)>,
}

impl SheetFormulas {
    fn find(&self, place: (u32, u32)) -> Option<Formula> {
        match self.texts.get_value(place).filter(|text| !text.is_empty()) {
            Some(text) if text.starts_with("Unrecognised formula") => Some(Formula::unread()),
            Some(text) => Some(Formula::written(text, &[])),
            None => self.places.binary_search(&place).is_ok().then(Formula::unread),
        }
    }

    fn list_places(&self) -> Vec<(u32, u32)> {
        let mut places: Vec<_> = list_cells(&self.texts).map(|(row, column, _)| (row, column)).collect();
        places.extend(&self.places);
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The cells of a range that hold something, at their places in the sheet: a range counts from its own first cell.
fn list_cells<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32, &T)> {
    let (top, left) = range.start().unwrap_or_default();
    range.used_cells().map(move |(row, column, value)| (top + row as u32, left + column as u32, value))
}
