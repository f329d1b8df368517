//! The reader of each format behind one face.

use crate::cell::Cell;
use crate::cell_range::CellRange;
use crate::cell_sink::CellSink;
use crate::container::file_type::Format;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::catch_panic::catch_panic;
use crate::formats::csv::read::TextSheet;
use crate::formats::package::Package;
use crate::formats::xlsx::read::XlsxWorkbook;
use crate::formats::xlsx::read::package as xlsx_package;
use crate::formats::xlsx::sheet_cells::ExtractedParts;
use crate::formats::{in_memory, xlsb};
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use calamine::{Ods, Reader, WorkbookProperties, Xls, Xlsb};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The reader of each format.
pub(crate) enum FormatReader {
    Xlsx(Box<XlsxWorkbook>),
    Xlsb(Xlsb<Cursor<SharedBytes>>),
    Xls(Xls<Cursor<SharedBytes>>),
    Ods(Ods<Cursor<SharedBytes>>),
    Text(Vec<TextSheet>),
}

impl FormatReader {
    /// Opens the clean copy of a workbook.
    pub(crate) fn open(format: Format, copy: SharedBytes, extracted: ExtractedParts) -> Result<FormatReader, Refusal> {
        match format {
            Format::Xlsx => XlsxWorkbook::open(copy, extracted).map(Box::new).map(FormatReader::Xlsx),
            Format::Xlsb => catch_panic(|| Xlsb::new(Cursor::new(copy))).map(FormatReader::Xlsb),
            Format::Xls => catch_panic(|| Xls::new(Cursor::new(copy))).map(FormatReader::Xls),
            Format::Ods => catch_panic(|| Ods::new(Cursor::new(copy))).map(FormatReader::Ods),
        }
    }

    /// All sheets as the workbook lists them, also those without cells.
    pub(crate) fn list_sheets(&self) -> &[calamine::Sheet] {
        match self {
            FormatReader::Xlsx(book) => book.reader.sheets_metadata(),
            FormatReader::Xlsb(book) => book.sheets_metadata(),
            FormatReader::Xls(book) => book.sheets_metadata(),
            FormatReader::Ods(book) => book.sheets_metadata(),
            FormatReader::Text(_) => &[],
        }
    }

    /// Reads which part each sheet is, and learns on the way what .xlsx keeps in other parts.
    pub(crate) fn read_package(&mut self, copy: SharedBytes) -> Result<Package, Refusal> {
        match self {
            FormatReader::Xlsx(book) => {
                let (package, styles) = xlsx_package::read_package(copy)?;
                book.learn_formats(styles.as_deref())?;
                Ok(package)
            }
            FormatReader::Xlsb(_) => xlsb::package::read_package(copy),
            FormatReader::Xls(book) => {
                Ok(Package::of_numbers(book.sheets_metadata().iter().map(|sheet| sheet.name.clone())))
            }
            FormatReader::Ods(_) | FormatReader::Text(_) => Ok(Package::default()),
        }
    }

    /// The custom properties of the document.
    pub(crate) fn read_properties(&mut self) -> Result<BTreeMap<String, String>, Refusal> {
        let properties: WorkbookProperties = match self {
            FormatReader::Xlsx(book) => catch_panic(|| book.reader.workbook_properties())?,
            FormatReader::Xlsb(book) => catch_panic(|| book.workbook_properties())?,
            FormatReader::Xls(book) => catch_panic(|| book.workbook_properties())?,
            FormatReader::Ods(book) => catch_panic(|| book.workbook_properties())?,
            FormatReader::Text(_) => WorkbookProperties::default(),
        };
        Ok(properties.custom_properties.into_iter().collect())
    }

    /// Hands on the cells of a sheet.
    pub(crate) fn read_sheet<F: FnMut(Cell)>(
        &mut self,
        (number, name): (usize, &str),
        package: &Package,
        notes: SheetNotes,
        sink: &mut CellSink<'_, F>,
    ) -> Result<(), Refusal> {
        match self {
            FormatReader::Xlsx(book) => book.read_sheet(name, package, sink),
            FormatReader::Xlsb(book) => xlsb::read::read_sheet(book, name, notes, sink),
            FormatReader::Xls(book) => in_memory::read_sheet(book, name, notes, sink),
            FormatReader::Ods(book) => in_memory::read_sheet(book, name, notes, sink),
            FormatReader::Text(sheets) => sheets[number].cells.iter().try_for_each(|cell| sink.take(cell.clone())),
        }
    }

    /// Merged cells of a sheet, where the reader or the examined cells have them; otherwise they are in the notes.
    pub(crate) fn list_merged(&self, sheet: &str, package: &Package) -> Option<Vec<CellRange>> {
        match self {
            FormatReader::Xlsx(book) => Some(book.list_merged(sheet, package)),
            FormatReader::Xls(book) => Some(in_memory::list_merged(book, sheet)),
            FormatReader::Xlsb(_) | FormatReader::Ods(_) | FormatReader::Text(_) => None,
        }
    }
}
