//! From examined bytes to an open workbook: its sheets and properties.

use super::defence::defended;
use super::{Package, Sheet, Workbook};
use crate::Refusal;
use crate::guard::{self, Bytes, Format, Notes, limits};
use calamine::{Ods, Reader, SheetType, WorkbookProperties, Xls, Xlsb, Xlsx};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// The reader of each format.
pub(super) enum Book {
    Xlsx(Xlsx<Cursor<Bytes>>),
    Xlsb(Xlsb<Cursor<Bytes>>),
    Xls(Xls<Cursor<Bytes>>),
    Ods(Ods<Cursor<Bytes>>),
}

pub(super) fn workbook(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
    let cleared = guard::clear(bytes)?;
    let mut book = Book::open(cleared.format, cleared.bytes.clone())?;
    let sheets = sheets(book.listed())?;
    let package = package(&book, cleared.bytes.clone())?;
    on_the_grid(&cleared.notes, &package)?;
    let properties = book.properties()?;
    Ok(Workbook {
        file: name.to_owned(),
        bytes: cleared.bytes,
        book,
        sheets,
        properties,
        package,
        notes: cleared.notes,
        cells: 0,
    })
}

impl Book {
    fn open(format: Format, bytes: Bytes) -> Result<Book, Refusal> {
        let bytes = Cursor::new(bytes);
        match format {
            Format::Xlsx => defended(|| Xlsx::new(bytes)).map(Book::Xlsx),
            Format::Xlsb => defended(|| Xlsb::new(bytes)).map(Book::Xlsb),
            Format::Xls => defended(|| Xls::new(bytes)).map(Book::Xls),
            Format::Ods => defended(|| Ods::new(bytes)).map(Book::Ods),
        }
    }

    pub fn format(&self) -> Format {
        match self {
            Book::Xlsx(_) => Format::Xlsx,
            Book::Xlsb(_) => Format::Xlsb,
            Book::Xls(_) => Format::Xls,
            Book::Ods(_) => Format::Ods,
        }
    }

    fn listed(&self) -> &[calamine::Sheet] {
        match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
        }
    }

    fn properties(&mut self) -> Result<BTreeMap<String, String>, Refusal> {
        let properties: WorkbookProperties = match self {
            Book::Xlsx(book) => defended(|| book.workbook_properties())?,
            Book::Xlsb(book) => defended(|| book.workbook_properties())?,
            Book::Xls(book) => defended(|| book.workbook_properties())?,
            Book::Ods(book) => defended(|| book.workbook_properties())?,
        };
        Ok(properties.custom_properties.into_iter().collect())
    }
}

fn sheets(all: &[calamine::Sheet]) -> Result<Vec<Sheet>, Refusal> {
    if all.is_empty() {
        return Err(Refusal::damaged("the workbook has no sheets"));
    }
    if all.len() > limits::SHEETS {
        return Err(Refusal::too_large(format!("the workbook has {} sheets; {} are read", all.len(), limits::SHEETS)));
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = all.iter().find(|sheet| !names.insert(&sheet.name)) {
        return Err(Refusal::damaged("two sheets have this name").in_sheet(&twice.name));
    }
    Ok(all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(Sheet::from).collect())
}

fn package(book: &Book, bytes: Bytes) -> Result<Package, Refusal> {
    match book.format() {
        Format::Xlsx => Package::xlsx(bytes),
        Format::Xlsb => Package::xlsb(bytes),
        Format::Xls => Ok(Package::numbered(book.listed().iter().map(|sheet| sheet.name.clone()))),
        Format::Ods => Ok(Package::default()),
    }
}

/// Refused whatever sheet it is in: the reader would take the cell for another one.
fn on_the_grid(notes: &Notes, package: &Package) -> Result<(), Refusal> {
    let off = notes.iter().find_map(|(part, notes)| Some((part, notes.off_grid.as_ref()?)));
    match off {
        Some((part, cell)) => {
            let sheet = package.sheet(part).unwrap_or(part);
            Err(Refusal::hostile("a sheet has no such cell").at(cell).in_sheet(sheet))
        }
        None => Ok(()),
    }
}
