//! Cells of a workbook, whatever its format: what each sheet is called and what stands where, as the file has it.
//!
//! Nothing is interpreted: a number that was typed as text stays text, and no cell is bound to a model here.
//! Every file passes the [`guard`](crate::guard) first.

mod address;
mod comments;
mod content;
mod defence;
mod finding;
mod formats;
mod formula;
mod open;
mod outline;
mod package;
mod sieve;
mod stored;
mod streamed;
mod xlsx;

pub(crate) use address::parse_row;
pub use address::{COLUMNS, ROWS, address, column_letters, parse_address};
pub use comments::Comment;
pub(crate) use content::ERRORS;
pub use content::{Cell, Content};
pub use finding::Finding;
pub use formula::Formula;
pub use outline::{Sheet, Visibility};
pub(crate) use package::Package;
pub(crate) use sieve::Seen;

use crate::guard::{Bytes, Notes, SheetNotes};
use crate::{Area, Hidden, Refusal};
use open::Book;
use sieve::Sieve;
use std::collections::BTreeMap;

/// A workbook that passed the guard.
///
/// ```
/// let mut writer = rust_xlsxwriter::Workbook::new();
/// writer.add_worksheet().set_name("Costs").unwrap().write_number(3, 2, 1250.5).unwrap();
/// let bytes = writer.save_to_buffer().unwrap();
///
/// let mut workbook = sg3_sheet::Workbook::open(bytes, "form.xlsx").unwrap();
/// assert_eq!(workbook.sheets()[0].name, "Costs");
/// let mut seen = Vec::new();
/// let findings = workbook.read(0, |cell| seen.push((cell.address(), cell.content))).unwrap();
/// assert_eq!(seen, [("C4".to_owned(), sg3_sheet::Content::Number(1250.5))]);
/// assert!(findings.is_empty());
/// ```
pub struct Workbook {
    file: String,
    bytes: Bytes,
    book: Book,
    sheets: Vec<Sheet>,
    properties: BTreeMap<String, String>,
    package: Package,
    notes: Notes,
    /// Cells handed out so far; the limit is on the workbook.
    cells: usize,
}

impl Workbook {
    /// Examines the bytes of a file and opens the workbook in it. The name serves messages only.
    pub fn open(bytes: Vec<u8>, name: &str) -> Result<Workbook, Refusal> {
        open::workbook(bytes, name).map_err(|refusal| refusal.in_file(name))
    }

    /// Opens a form that is kept as text: each file by its name without ending, and its bytes. The last name serves messages only.
    ///
    /// ```
    /// let texts = vec![("Traffic".to_owned(), b"sg3:by service,minutes\nvoice,12\n".to_vec())];
    /// let workbook = sg3_sheet::Workbook::of_texts(texts, "form").unwrap();
    /// assert_eq!(workbook.sheets()[0].name, "Traffic");
    /// ```
    pub fn of_texts(texts: Vec<(String, Vec<u8>)>, name: &str) -> Result<Workbook, Refusal> {
        open::texts(texts, name).map_err(|refusal| refusal.in_file(name))
    }

    /// Whether a sheet is kept as text with a decimal point, so that `1.234` is one number.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn is_pointed(&self, sheet: usize) -> bool {
        matches!(&self.book, Book::Text(pages) if pages[sheet].is_pointed)
    }

    /// The name of the file, as the caller gave it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The sheets with cells, in the order of the workbook.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The position of a sheet by its name.
    pub fn sheet(&self, name: &str) -> Option<usize> {
        self.sheets.iter().position(|sheet| sheet.name == name)
    }

    /// The custom document properties, by name.
    pub fn properties(&self) -> &BTreeMap<String, String> {
        &self.properties
    }

    /// Hands out the cells of a sheet that hold something, with absolute places counted from nought, and returns what was odd.
    ///
    /// Most files give cells row by row; nothing promises it.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn read(&mut self, sheet: usize, each: impl FnMut(Cell)) -> Result<Vec<Finding>, Refusal> {
        let name = self.sheets[sheet].name.clone();
        let notes = self.notes(&name);
        let mut sieve = Sieve::new(&name, self.cells, each);
        let read = match &mut self.book {
            Book::Xlsx(book) => book.read(&name, &self.package, &mut sieve),
            Book::Xlsb(book) => streamed::sheet(book, &name, notes, &mut sieve),
            Book::Xls(book) => stored::sheet(book, &name, notes, &mut sieve),
            Book::Ods(book) => stored::sheet(book, &name, notes, &mut sieve),
            Book::Text(pages) => pages[sheet].cells.iter().try_for_each(|cell| sieve.take(cell.clone())),
        };
        self.cells = sieve.cells();
        read.map(|()| sieve.finish()).map_err(|refusal| refusal.in_sheet(&name).in_file(&self.file))
    }

    /// Rows and columns of a sheet that are hidden.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn hidden(&self, sheet: usize) -> Hidden {
        let name = &self.sheets[sheet].name;
        let notes = self.notes.get(self.package.part(name).unwrap_or(name));
        notes.map(|notes| notes.hidden.clone()).unwrap_or_default()
    }

    /// The notes on cells of a sheet (also called comments), in order; of .xlsx only.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn comments(&self, sheet: usize) -> Vec<Comment> {
        let part = self.package.part(&self.sheets[sheet].name).filter(|_| matches!(self.book, Book::Xlsx(_)));
        part.map(|part| comments::of(self.bytes.clone(), part)).unwrap_or_default()
    }

    /// Merged cells of a sheet.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn merged(&self, sheet: usize) -> Vec<Area> {
        let name = &self.sheets[sheet].name;
        match &self.book {
            Book::Xlsx(book) => book.merged(name, &self.package),
            Book::Xls(book) => stored::merged(book, name),
            _ => self.notes(name).merged,
        }
    }

    fn notes(&self, sheet: &str) -> SheetNotes {
        let key = self.package.part(sheet).unwrap_or(sheet);
        self.notes.get(key).cloned().unwrap_or_default()
    }
}
