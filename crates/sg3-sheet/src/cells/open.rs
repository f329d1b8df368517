//! From examined bytes to an open workbook: its sheets and properties.

use super::defence::defended;
use super::xlsx::Xlsx;
use super::{Package, Sheet, Visibility, Workbook};
use crate::guard::{self, Bytes, Cleared, Format, Notes, Taken, limits};
use crate::{Refusal, delimited};
use calamine::{Ods, Reader, SheetType, WorkbookProperties, Xls, Xlsb};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// The reader of each format.
pub(super) enum Book {
    Xlsx(Box<Xlsx>),
    Xlsb(Xlsb<Cursor<Bytes>>),
    Xls(Xls<Cursor<Bytes>>),
    Ods(Ods<Cursor<Bytes>>),
    Text(Vec<delimited::Page>),
}

pub(super) fn workbook(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
    let Cleared { format, bytes, notes, taken } = guard::clear(bytes)?;
    let mut book = Book::open(format, bytes.clone(), taken)?;
    let sheets = sheets(book.listed())?;
    let package = package(&mut book, bytes.clone())?;
    on_the_grid(&notes, &package)?;
    let properties = book.properties()?;
    Ok(Workbook { file: name.to_owned(), bytes, book, sheets, properties, package, notes, cells: 0 })
}

pub(super) fn texts(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
    let bytes: usize = texts.iter().map(|(_, bytes)| bytes.len()).sum();
    if bytes > limits::FILE_BYTES {
        let most = limits::FILE_BYTES >> 20;
        return Err(Refusal::too_large(format!("the files have {} MiB; {most} are read", bytes >> 20)));
    }
    let mut pages = Vec::new();
    for (stem, bytes) in &texts {
        pages.extend(delimited::pages(stem, bytes).map_err(|refusal| refusal.in_sheet(stem))?);
    }
    let sheet = |page: &delimited::Page| Sheet { name: page.name.clone(), visibility: Visibility::Shown };
    let sheets: Vec<Sheet> = pages.iter().map(sheet).collect();
    bearable(sheets.iter().map(|sheet| &*sheet.name))?;
    Ok(Workbook {
        file: name.to_owned(),
        bytes: Bytes::default(),
        book: Book::Text(pages),
        sheets,
        properties: BTreeMap::new(),
        package: Package::default(),
        notes: Notes::new(),
        cells: 0,
    })
}

impl Book {
    fn open(format: Format, bytes: Bytes, taken: Taken) -> Result<Book, Refusal> {
        let copy = || Cursor::new(bytes.clone());
        match format {
            Format::Xlsx => Xlsx::open(bytes, taken).map(Box::new).map(Book::Xlsx),
            Format::Xlsb => defended(|| Xlsb::new(copy())).map(Book::Xlsb),
            Format::Xls => defended(|| Xls::new(copy())).map(Book::Xls),
            Format::Ods => defended(|| Ods::new(copy())).map(Book::Ods),
        }
    }

    fn listed(&self) -> &[calamine::Sheet] {
        match self {
            Book::Xlsx(book) => book.reader.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
            Book::Text(_) => &[],
        }
    }

    fn properties(&mut self) -> Result<BTreeMap<String, String>, Refusal> {
        let properties: WorkbookProperties = match self {
            Book::Xlsx(book) => defended(|| book.reader.workbook_properties())?,
            Book::Xlsb(book) => defended(|| book.workbook_properties())?,
            Book::Xls(book) => defended(|| book.workbook_properties())?,
            Book::Ods(book) => defended(|| book.workbook_properties())?,
            Book::Text(_) => WorkbookProperties::default(),
        };
        Ok(properties.custom_properties.into_iter().collect())
    }
}

fn sheets(all: &[calamine::Sheet]) -> Result<Vec<Sheet>, Refusal> {
    bearable(all.iter().map(|sheet| &*sheet.name))?;
    Ok(all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(Sheet::from).collect())
}

/// Some sheets, not too many, each with a name of its own.
fn bearable<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    for name in names {
        count += 1;
        if !seen.insert(name) {
            return Err(Refusal::damaged("another sheet has the same name").in_sheet(name));
        }
    }
    match count {
        0 => Err(Refusal::damaged("the workbook has no sheets")),
        1..=limits::SHEETS => Ok(()),
        _ => Err(Refusal::too_large(format!("the workbook has {count} sheets; {} are read", limits::SHEETS))),
    }
}

fn package(book: &mut Book, bytes: Bytes) -> Result<Package, Refusal> {
    match book {
        Book::Xlsx(book) => {
            let (package, styles) = Package::xlsx(bytes)?;
            book.learn(styles.as_deref())?;
            Ok(package)
        }
        Book::Xlsb(_) => Package::xlsb(bytes),
        Book::Xls(book) => Ok(Package::numbered(book.sheets_metadata().iter().map(|sheet| sheet.name.clone()))),
        Book::Ods(_) | Book::Text(_) => Ok(Package::default()),
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
