//! Sheets that the reader has laid out in full when it opened the file (.xls, .ods).

use super::defence::defended;
use crate::area::Area;
use crate::bytes::Bytes;
use crate::cell::{Cell, Content, ERRORS};
use crate::formula::Formula;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::sieve::Sieve;
use calamine::{Data, Range, Reader, Xls};
use std::fmt::Display;
use std::io::Cursor;

/// Hands on the cells of a sheet; then the formulas without a value.
pub(crate) fn sheet<B, F>(
    book: &mut B,
    name: &str,
    mut notes: SheetNotes,
    sieve: &mut Sieve<'_, F>,
) -> Result<(), Refusal>
where
    B: Reader<Cursor<Bytes>>,
    B::Error: Display,
    F: FnMut(Cell),
{
    notes.formulas.sort_unstable();
    let values = defended(|| book.worksheet_range(name))?;
    let formulas = Formulas { texts: defended(|| book.worksheet_formula(name))?, places: notes.formulas };
    for (row, column, value) in placed(&values) {
        let formula = formulas.at((row, column));
        sieve.take(Cell { row, column, content: content(value, formula.is_some()), formula })?;
    }
    for (row, column) in formulas.places() {
        if values.get_value((row, column)).is_none_or(|value| *value == Data::Empty) {
            sieve.take(Cell { row, column, content: Content::Empty, formula: formulas.at((row, column)) })?;
        }
    }
    notes.repeated.iter().for_each(|(row, column)| sieve.repeated(*row, *column));
    Ok(())
}

/// Merged cells of an .xls sheet.
pub(crate) fn merged(book: &Xls<Cursor<Bytes>>, name: &str) -> Vec<Area> {
    let areas = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let area = |d: calamine::Dimensions| Area { top: d.start.0, left: d.start.1, bottom: d.end.0, right: d.end.1 };
    areas.into_iter().map(area).collect()
}

/// In .ods the error of a formula is a text like any other.
fn content(value: &Data, formula: bool) -> Content {
    match value {
        Data::String(text) if formula && (ERRORS.contains(&text.as_str()) || text.starts_with("Err:")) => {
            Content::Error(text.clone())
        }
        _ => Content::of(value),
    }
}

/// Formulas by what the reader says and by what the guard saw; shared ones in .xls have no text.
struct Formulas {
    texts: Range<String>,
    places: Vec<(u32, u32)>,
}

impl Formulas {
    fn at(&self, place: (u32, u32)) -> Option<Formula> {
        match self.texts.get_value(place).filter(|text| !text.is_empty()) {
            Some(text) if text.starts_with("Unrecognised formula") => Some(Formula::unread()),
            Some(text) => Some(Formula::written(text, &[])),
            None => self.places.binary_search(&place).is_ok().then(Formula::unread),
        }
    }

    fn places(&self) -> Vec<(u32, u32)> {
        let mut places: Vec<_> = placed(&self.texts).map(|(row, column, _)| (row, column)).collect();
        places.extend(&self.places);
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The cells of a range that hold something, at their places in the sheet: a range counts from its own first cell.
fn placed<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32, &T)> {
    let (top, left) = range.start().unwrap_or_default();
    range.used_cells().map(move |(row, column, value)| (top + row as u32, left + column as u32, value))
}
