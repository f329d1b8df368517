//! From examined bytes to an open workbook: its sheets and properties.

use crate::book::Book;
use crate::bytes::Bytes;
use crate::formats::csv::read;
use crate::formats::xlsx::package::Package;
use crate::intake::cleared::Cleared;
use crate::notes::Notes;
use crate::refusal::Refusal;
use crate::sheet::{Sheet, Visibility};
use crate::workbook::Workbook;
use crate::{intake, limits};
use calamine::{Reader, SheetType};
use std::collections::{BTreeMap, BTreeSet};

impl Workbook {
    /// Examines the bytes of a file and opens the workbook in it. The name serves messages only.
    pub fn open(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
        opened(bytes, name).map_err(|refusal| refusal.in_file(name))
    }

    /// Opens a form that is kept as text: each file by its name without ending, and its bytes. The last name serves messages only.
    ///
    /// ```
    /// let texts = vec![("Traffic".to_owned(), b"sg3:by service,minutes\nvoice,12\n".to_vec())];
    /// let workbook = sg3_workbook::Workbook::of_texts(texts, "form").unwrap();
    /// assert_eq!(workbook.sheets()[0].name, "Traffic");
    /// ```
    pub fn of_texts(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
        of_pages(texts, name).map_err(|refusal| refusal.in_file(name))
    }
}

fn opened(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
    let Cleared { format, bytes, notes, taken } = intake::clear(bytes)?;
    let mut book = Book::open(format, bytes.clone(), taken)?;
    let sheets = sheets(book.listed())?;
    let package = package(&mut book, bytes.clone())?;
    on_the_grid(&notes, &package)?;
    let properties = book.properties()?;
    Ok(Workbook { file: name.to_owned(), bytes, book, sheets, properties, package, notes, cells: 0 })
}

fn of_pages(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
    let bytes: usize = texts.iter().map(|(_, bytes)| bytes.len()).sum();
    if bytes > limits::FILE_BYTES {
        let most = limits::FILE_BYTES >> 20;
        return Err(Refusal::too_large(format!("the files have {} MiB; {most} are read", bytes >> 20)));
    }
    let mut pages = Vec::new();
    for (stem, bytes) in &texts {
        pages.extend(read::pages(stem, bytes).map_err(|refusal| refusal.in_sheet(stem))?);
    }
    let sheet = |page: &read::Page| Sheet { name: page.name.clone(), visibility: Visibility::Shown };
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
