//! Cells of a workbook, whatever its format: what each sheet is called and what stands where, as the file has it.
//!
//! Nothing is interpreted: a number that was typed as text stays text, and no cell is bound to a model here.
//! Every file passes the intake first.

mod open;
pub(crate) mod reader;

use crate::cell::Cell;
use crate::cell_range::CellRange;
use crate::cell_sink::CellSink;
use crate::comment::Comment;
use crate::container::shared_bytes::SharedBytes;
use crate::finding::Finding;
use crate::formats::package::Package;
use crate::formats::xlsx::read::comments;
use crate::hidden::Hidden;
use crate::notes::{Notes, SheetNotes};
use crate::refusal::Refusal;
use crate::sheet::Sheet;
use reader::FormatReader;
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
    file: String,
    /// The clean copy, from which comments are read when they are asked for.
    copy: SharedBytes,
    reader: FormatReader,
    sheets: Vec<Sheet>,
    properties: BTreeMap<String, String>,
    package: Package,
    notes: Notes,
    /// Cells handed out so far; the limit is on the workbook.
    cells: usize,
}

impl Workbook {
    /// Whether a sheet is kept as text with a decimal point, so that `1.234` is one number.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn is_pointed(&self, sheet: usize) -> bool {
        matches!(&self.reader, FormatReader::Text(sheets) if sheets[sheet].is_pointed)
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

    /// Hands out the cells of a sheet that hold something, with rows and columns counted from the first of the sheet, and returns what was odd.
    ///
    /// Most files give cells row by row; nothing promises it.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn read(&mut self, sheet: usize, each: impl FnMut(Cell)) -> Result<Vec<Finding>, Refusal> {
        let name = self.sheets[sheet].name.clone();
        let notes = self.find_notes(&name).cloned().unwrap_or_default();
        let mut sink = CellSink::new(&name, self.cells, each);
        let read = self.reader.read_sheet((sheet, &name), &self.package, notes, &mut sink);
        self.cells = sink.cells();
        read.map(|()| sink.finish()).map_err(|refusal| refusal.in_sheet(&name).in_file(&self.file))
    }

    /// Rows and columns of a sheet that are hidden.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn hidden(&self, sheet: usize) -> Hidden {
        self.find_notes(&self.sheets[sheet].name).map(|notes| notes.hidden.clone()).unwrap_or_default()
    }

    /// The notes on cells of a sheet (also called comments), in order; of .xlsx only.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn comments(&self, sheet: usize) -> Vec<Comment> {
        if !matches!(self.reader, FormatReader::Xlsx(_)) {
            return Vec::new();
        }
        let part = self.package.find_part(&self.sheets[sheet].name);
        part.map(|part| comments::read_comments(self.copy.clone(), part)).unwrap_or_default()
    }

    /// Merged cells of a sheet.
    ///
    /// # Panics
    /// If there is no sheet at this position.
    pub fn merged(&self, sheet: usize) -> Vec<CellRange> {
        let name = &self.sheets[sheet].name;
        let merged = self.reader.list_merged(name, &self.package);
        merged.or_else(|| Some(self.find_notes(name)?.merged.clone())).unwrap_or_default()
    }

    /// Notes are kept by part, where a sheet has one.
    fn find_notes(&self, sheet: &str) -> Option<&SheetNotes> {
        self.notes.get(self.package.find_part(sheet).unwrap_or(sheet))
    }
}
