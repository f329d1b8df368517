//! Somebody else's workbook or text file, as sheets of cells: nothing is understood yet but what is a number.

use super::invisible;
use super::invisible::StrippedCells;
use super::sheet::SourceSheet;
use super::text;
use sg3_calc::Origin;
use sg3_form::tables::grid;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::{Hidden, Visibility, Workbook, format_address};
use std::sync::Arc;

/// A source file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// As the user named it.
    pub file: Arc<str>,
    /// Its sheets, in order; a text file has one.
    pub sheets: Vec<SourceSheet>,
    /// Sixteen hexadecimal digits that change when any cell changes.
    pub fingerprint: String,
}

impl SourceFile {
    /// Reads every sheet. What cannot be read is told and left out.
    ///
    /// ```
    /// let mut writer = rust_xlsxwriter::Workbook::new();
    /// writer.add_worksheet().set_name("Trafic").unwrap().write_string(0, 0, "1 234,5").unwrap();
    /// let mut workbook = sg3_workbook::Workbook::open(writer.save_to_buffer().unwrap(), "source.xlsx").unwrap();
    /// let theirs = sg3_mapping::SourceFile::of_workbook(&mut workbook, &mut Default::default());
    /// assert_eq!(theirs.number(0, 0, 0), Some(1234.5));
    /// ```
    pub fn of_workbook(workbook: &mut Workbook, diagnostics: &mut Diagnostics) -> SourceFile {
        let file = workbook.file().to_owned();
        let mut sheets = Vec::new();
        for number in 0..workbook.sheets().len() {
            let page = grid::read_page(workbook, &file, number, diagnostics);
            let merged = workbook.merged(number);
            sheets.push(SourceSheet::of(page, merged));
        }
        SourceFile::new(&file, sheets, diagnostics)
    }

    /// Reads lines of values separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16 or the Western code page.
    pub fn of_text(bytes: &[u8], file: &str, diagnostics: &mut Diagnostics) -> SourceFile {
        let text = sg3_workbook::csv::encoding::decode(bytes);
        let rows = text::parse_rows(&text).unwrap_or_else(|(line, message)| {
            let place = Place::Data(DataPlace { file: file.to_owned(), at: format!("line {line}") });
            let help = "save the list as CSV with one record a line";
            diagnostics.add(Diagnostic::new("unreadable-file", Severity::Error, place, message).help(help));
            Vec::new()
        });
        let (hidden, visibility) = (Hidden::default(), Visibility::Shown);
        let sheet = SourceSheet {
            name: "".into(),
            rows,
            merged: Vec::new(),
            hidden,
            shown: Vec::new(),
            visibility,
            is_text: true,
        };
        SourceFile::new(file, vec![sheet], diagnostics)
    }

    fn new(file: &str, mut sheets: Vec<SourceSheet>, diagnostics: &mut Diagnostics) -> SourceFile {
        let stripped: Vec<_> = sheets.iter_mut().map(invisible::strip_sheet).collect();
        let sheets: Vec<SourceSheet> = sheets.into_iter().map(SourceSheet::understood).collect();
        let fingerprint = super::fingerprint::fingerprint(&sheets);
        let source = SourceFile { file: file.into(), sheets, fingerprint };
        let stripped = stripped.iter().enumerate().filter_map(|(sheet, cells)| Some((sheet, cells.as_ref()?)));
        stripped.for_each(|(sheet, cells)| diagnostics.add(source.report_stripped(sheet, cells)));
        source
    }

    fn report_stripped(&self, sheet: usize, stripped: &StrippedCells) -> Diagnostic {
        let place = self.place(sheet, stripped.first.0, stripped.first.1);
        let likewise = match stripped.cells {
            1 => String::new(),
            2 => "; likewise in 1 more cell of the sheet".to_owned(),
            cells => format!("; likewise in {} more cells of the sheet", cells - 1),
        };
        let message = format!("the cell contains {}, without which it was read{likewise}", stripped.found);
        Diagnostic::new("wrong-value", Severity::Note, place, message)
    }

    /// The last part of the path: what a mapping knows the file by.
    pub fn name(&self) -> &str {
        self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file)
    }

    /// The number in a cell of a sheet.
    pub fn number(&self, sheet: usize, row: u32, column: u32) -> Option<f64> {
        self.sheets.get(sheet)?.cell(row, column)?.number()
    }

    /// The sheet of a name, whatever the case and the spaces around it.
    pub fn find(&self, name: &str) -> Option<usize> {
        let exact = self.sheets.iter().position(|sheet| *sheet.name == *name);
        let folded = super::tokens::normalize(name);
        exact.or_else(|| self.sheets.iter().position(|sheet| super::tokens::normalize(&sheet.name) == folded))
    }

    /// Where a cell is, for a value.
    pub fn origin(&self, sheet: usize, row: u32, column: u32) -> Origin {
        let source = &self.sheets[sheet];
        if source.is_text {
            Origin::Line { file: self.file.clone(), line: row + 1 }
        } else {
            Origin::Cell { file: self.file.clone(), sheet: source.name.clone(), row, column }
        }
    }

    /// Where a cell is, for a message.
    pub fn place(&self, sheet: usize, row: u32, column: u32) -> Place {
        Place::Data(DataPlace { file: self.file.to_string(), at: self.at(sheet, row, column) })
    }

    /// `Charges!D14`, or the line of a text file.
    pub(crate) fn at(&self, sheet: usize, row: u32, column: u32) -> String {
        let source = &self.sheets[sheet];
        if source.is_text {
            format!("line {}", row + 1)
        } else {
            format!("{}!{}", source.name, format_address(row, column))
        }
    }
}
