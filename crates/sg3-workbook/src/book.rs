//! The reader of each format behind one face.

use crate::bytes::Bytes;
use crate::container::kind::Format;
use crate::formats::csv::read;
use crate::formats::defence::defended;
use crate::formats::xlsx::read::Xlsx;
use crate::intake::cleared::Taken;
use crate::refusal::Refusal;
use calamine::{Ods, Reader, WorkbookProperties, Xls, Xlsb};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The reader of each format.
pub(crate) enum Book {
    Xlsx(Box<Xlsx>),
    Xlsb(Xlsb<Cursor<Bytes>>),
    Xls(Xls<Cursor<Bytes>>),
    Ods(Ods<Cursor<Bytes>>),
    Text(Vec<read::Page>),
}

impl Book {
    pub fn open(format: Format, bytes: Bytes, taken: Taken) -> Result<Book, Refusal> {
        let copy = || Cursor::new(bytes.clone());
        match format {
            Format::Xlsx => Xlsx::open(bytes, taken).map(Box::new).map(Book::Xlsx),
            Format::Xlsb => defended(|| Xlsb::new(copy())).map(Book::Xlsb),
            Format::Xls => defended(|| Xls::new(copy())).map(Book::Xls),
            Format::Ods => defended(|| Ods::new(copy())).map(Book::Ods),
        }
    }

    pub fn listed(&self) -> &[calamine::Sheet] {
        match self {
            Book::Xlsx(book) => book.reader.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
            Book::Text(_) => &[],
        }
    }

    pub fn properties(&mut self) -> Result<BTreeMap<String, String>, Refusal> {
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
