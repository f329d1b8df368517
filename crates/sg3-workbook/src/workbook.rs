//! Cells of a workbook, whatever its format: what each sheet is called and what stands where, as the file has it.
//!
//! Nothing is interpreted: a number that was typed as text stays text, and no cell is bound to a model here.
//! Every file passes the intake first.

use crate::area::Area;
use crate::book::Book;
use crate::bytes::Bytes;
use crate::cell::Cell;
use crate::finding::Finding;
use crate::formats::laid_out;
use crate::formats::xlsb::read;
use crate::formats::xlsx::comments;
use crate::formats::xlsx::comments::Comment;
use crate::formats::xlsx::package::Package;
use crate::hidden::Hidden;
use crate::notes::{Notes, SheetNotes};
use crate::refusal::Refusal;
use crate::sheet::Sheet;
use crate::sieve::Sieve;
use std::collections::BTreeMap;

/// A workbook that passed the intake.
///
/// ```
/// let mut writer = rust_xlsxwriter::Workbook::new();
/// writer.add_worksheet().set_name("Costs").unwrap().write_number(3, 2, 1250.5).unwrap();
/// let bytes = writer.save_to_buffer().unwrap();
///
/// let mut workbook = sg3_workbook::Workbook::open(bytes, "form.xlsx").unwrap();
/// assert_eq!(workbook.sheets()[0].name, "Costs");
/// let mut seen = Vec::new();
/// let findings = workbook.read(0, |cell| seen.push((cell.address(), cell.content))).unwrap();
/// assert_eq!(seen, [("C4".to_owned(), sg3_workbook::Content::Number(1250.5))]);
/// assert!(findings.is_empty());
/// ```
pub struct Workbook {
    pub(crate) file: String,
    pub(crate) bytes: Bytes,
    pub(crate) book: Book,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) properties: BTreeMap<String, String>,
    pub(crate) package: Package,
    pub(crate) notes: Notes,
    /// Cells handed out so far; the limit is on the workbook.
    pub(crate) cells: usize,
}

impl Workbook {
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
            Book::Xlsb(book) => read::sheet(book, &name, notes, &mut sieve),
            Book::Xls(book) => laid_out::sheet(book, &name, notes, &mut sieve),
            Book::Ods(book) => laid_out::sheet(book, &name, notes, &mut sieve),
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
            Book::Xls(book) => laid_out::merged(book, name),
            _ => self.notes(name).merged,
        }
    }

    fn notes(&self, sheet: &str) -> SheetNotes {
        let key = self.package.part(sheet).unwrap_or(sheet);
        self.notes.get(key).cloned().unwrap_or_default()
    }
}
