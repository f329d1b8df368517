//! What a workbook says of itself on its first sheet.

use super::former;
use super::sheet_cells::{SheetCells, find_sheet};
use crate::book::stored_layout::about::{
    CURRENCY, DATA, DOCUMENTS, LABEL, LIBRARIES, MAPPINGS, MISTAKES, MODEL_LABEL, MODEL_ROW, PORTION, PROGRAM_ROW,
    SETTINGS, UNKNOWN, VALUE, WRITTEN_LABEL, WRITTEN_ROW,
};
use crate::book::stored_layout::{LANGUAGE_PROPERTY, MODEL_PROPERTY, VERSION_PROPERTY, WorkbookVersion, sources};
use crate::provenance::{Digest, NamedLibrary, Provenance};
use sg3_language::Language;
use sg3_workbook::Workbook;
use std::sync::Arc;

/// Name of the model that a live workbook was made from; nothing if it is none.
///
/// Programs that save a workbook may drop its properties: then its first sheet says it.
pub fn find_model(workbook: &Workbook, sheets: &[SheetCells]) -> Option<String> {
    if let Some(model) = workbook.properties().get(MODEL_PROPERTY) {
        return Some(model.clone());
    }
    find_sheet(sheets, sources::SHEET)?;
    find_about(sheets)?.text(MODEL_ROW, VALUE.into()).map(str::to_owned)
}

/// How a workbook is arranged, if it says so: programs that save a workbook may drop its properties.
pub fn find_version(workbook: &Workbook) -> Option<WorkbookVersion> {
    let stated = workbook.properties().get(VERSION_PROPERTY)?;
    WorkbookVersion::ALL.into_iter().find(|version| version.code() == stated)
}

/// The language of its words, as its code; nothing if they are English, or if a program has dropped the property: then it is the first
/// in which its first sheet is as it would be drawn.
pub fn find_language(workbook: &Workbook, sheets: &[SheetCells]) -> Option<String> {
    let stated = workbook.properties().get(LANGUAGE_PROPERTY).cloned();
    stated.or_else(|| {
        let label = find_about(sheets)?.text(WRITTEN_ROW, LABEL.into())?;
        Language::codes_of(label, WRITTEN_LABEL)
    })
}

/// What a workbook says of itself; nothing of what it does not say.
pub fn read_provenance(sheets: &[SheetCells]) -> Provenance {
    let Some(about) = find_about(sheets) else { return Provenance::default() };
    Provenance {
        written: value(about, WRITTEN_ROW),
        program: value(about, PROGRAM_ROW),
        libraries: libraries(about),
        documents: digests(about, DOCUMENTS),
        data: digests(about, DATA),
        mappings: digests(about, MAPPINGS),
        left_out: None,
        settings: lines(about, SETTINGS),
        mistakes: lines(about, MISTAKES),
        portion: lines(about, PORTION),
    }
}

/// The currency of the data, if a workbook says it.
pub(super) fn read_currency(sheets: &[SheetCells]) -> Option<Arc<str>> {
    rows_below(find_about(sheets)?, CURRENCY).next().map(|(_, code)| code.into())
}

/// The sheet that says what the workbook is, whatever it is called.
fn find_about(sheets: &[SheetCells]) -> Option<&SheetCells> {
    sheets.iter().find(|sheet| {
        sheet.text(MODEL_ROW, LABEL.into()).is_some_and(|words| Language::is_word_for(words, MODEL_LABEL))
    })
}

fn value(about: &SheetCells, row: u32) -> String {
    about.text(row, VALUE.into()).filter(|text| *text != UNKNOWN).unwrap_or_default().to_owned()
}

fn digests(about: &SheetCells, title: &str) -> Vec<Digest> {
    rows_below(about, title).map(|(row, name)| Digest { name: name.to_owned(), sha256: value(about, row) }).collect()
}

fn libraries(about: &SheetCells) -> Vec<NamedLibrary> {
    let rows = rows_below(about, LIBRARIES);
    rows.map(|(row, edition)| NamedLibrary { edition: edition.to_owned(), contents: value(about, row) }).collect()
}

fn lines(about: &SheetCells, title: &str) -> Vec<String> {
    rows_below(about, title).map(|(_, line)| line.to_owned()).collect()
}

/// The rows of a table, up to the first blank one.
fn rows_below<'p>(about: &'p SheetCells, title: &str) -> impl Iterator<Item = (u32, &'p str)> {
    let top = (0..=about.last_row()).find(|row| {
        about.text(*row, LABEL.into()).is_some_and(|text| Language::is_word_for(&former::current(text), title))
    });
    top.into_iter().flat_map(|top| (top + 1..).map_while(|row| Some((row, about.text(row, LABEL.into())?))))
}
