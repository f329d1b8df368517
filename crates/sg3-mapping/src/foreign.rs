//! Somebody else's workbook or text file, as sheets of cells: nothing is understood yet but what is a number.

pub(crate) mod text;

use crate::convention::Convention;
use sg3_calc::Origin;
use sg3_form::read::grid;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::{Area, Content, Hidden, Visibility, Workbook, address};
use std::sync::Arc;

/// A file of theirs.
#[derive(Debug, Clone)]
pub struct Foreign {
    /// As the user named it.
    pub file: Arc<str>,
    /// Its sheets, in order; a text file has one.
    pub sheets: Vec<Sheet>,
    /// Sixteen hexadecimal digits that change when any cell changes.
    pub fingerprint: String,
}

/// A sheet of theirs.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name; of a text file, nothing.
    pub name: Arc<str>,
    /// Rows that hold anything, from top to bottom.
    pub rows: Vec<Row>,
    /// Merged cells.
    pub merged: Vec<Area>,
    /// Rows and columns that are hidden.
    pub hidden: Hidden,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Whether it is a text file, whose rows are lines.
    pub is_text: bool,
}

/// A row of theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From zero.
    pub row: u32,
    /// Cells that hold anything, from left to right.
    pub cells: Vec<Cell>,
}

/// A cell of theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// From zero.
    pub column: u32,
    /// What it says.
    pub says: Says,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// A number.
    Number(f64),
    /// Text that is a number, as the other texts of the sheet show.
    Typed(String, f64),
    /// Text that could be either of two numbers.
    Either(String, f64, f64),
    /// Words.
    Words(String),
    /// A day, as spreadsheets count days.
    Day(f64),
    /// An error such as `#REF!`.
    Error(String),
}

impl Foreign {
    /// Reads every sheet. What cannot be read is told and left out.
    ///
    /// ```
    /// let mut writer = rust_xlsxwriter::Workbook::new();
    /// writer.add_worksheet().set_name("Trafic").unwrap().write_string(0, 0, "1 234,5").unwrap();
    /// let mut workbook = sg3_workbook::Workbook::open(writer.save_to_buffer().unwrap(), "theirs.xlsx").unwrap();
    /// let theirs = sg3_mapping::Foreign::of_workbook(&mut workbook, &mut Default::default());
    /// assert_eq!(theirs.number(0, 0, 0), Some(1234.5));
    /// ```
    pub fn of_workbook(workbook: &mut Workbook, diagnostics: &mut Diagnostics) -> Foreign {
        let file = workbook.file().to_owned();
        let mut sheets = Vec::new();
        for number in 0..workbook.sheets().len() {
            let page = grid::page(workbook, &file, number, diagnostics);
            let merged = workbook.merged(number);
            sheets.push(Sheet::of(page, merged));
        }
        Foreign::new(&file, sheets)
    }

    /// Reads lines of values separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16 or the Western code page.
    pub fn of_text(bytes: &[u8], file: &str, diagnostics: &mut Diagnostics) -> Foreign {
        let text = sg3_workbook::csv::encoding::decode(bytes);
        let rows = text::rows(&text).unwrap_or_else(|(line, message)| {
            let place = Place::Data(DataPlace { file: file.to_owned(), at: format!("line {line}") });
            let help = "save the list as CSV with one record a line";
            diagnostics.add(Diagnostic::new("unreadable-file", Severity::Error, place, message).help(help));
            Vec::new()
        });
        let (hidden, visibility) = (Hidden::default(), Visibility::Shown);
        let sheet = Sheet { name: "".into(), rows, merged: Vec::new(), hidden, visibility, is_text: true };
        Foreign::new(file, vec![sheet.understood()])
    }

    fn new(file: &str, sheets: Vec<Sheet>) -> Foreign {
        let fingerprint = crate::fingerprint::of(&sheets);
        Foreign { file: file.into(), sheets, fingerprint }
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
        let folded = crate::words::folded(name);
        exact.or_else(|| self.sheets.iter().position(|sheet| crate::words::folded(&sheet.name) == folded))
    }

    /// Where a cell is, for a value.
    pub fn origin(&self, sheet: usize, row: u32, column: u32) -> Origin {
        let theirs = &self.sheets[sheet];
        match theirs.is_text {
            true => Origin::Line { file: self.file.clone(), line: row + 1 },
            false => Origin::Cell { file: self.file.clone(), sheet: theirs.name.clone(), row, column },
        }
    }

    /// Where a cell is, for a message.
    pub fn place(&self, sheet: usize, row: u32, column: u32) -> Place {
        let theirs = &self.sheets[sheet];
        let at = match theirs.is_text {
            true => format!("line {}", row + 1),
            false => format!("{}!{}", theirs.name, address(row, column)),
        };
        Place::Data(DataPlace { file: self.file.to_string(), at })
    }
}

impl Sheet {
    fn of(page: grid::Page, merged: Vec<Area>) -> Sheet {
        let cell = |cell: grid::PageCell| Some(Cell { column: cell.column, says: Says::of(cell.content)? });
        let row = |row: grid::PageRow| Row { row: row.row, cells: row.cells.into_iter().filter_map(cell).collect() };
        let rows = page.rows.into_iter().map(row).filter(|row| !row.cells.is_empty()).collect();
        let (hidden, visibility) = (page.hidden, page.visibility);
        Sheet { name: page.name, rows, merged, hidden, visibility, is_text: false }.understood()
    }

    /// Texts that are numbers become numbers, read as the sheet as a whole writes them.
    fn understood(mut self) -> Sheet {
        let convention = Convention::of(self.rows.iter().flat_map(|row| &row.cells));
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        cells.for_each(|cell| convention.understand(&mut cell.says));
        self
    }

    /// The cell at a place, if it holds anything.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Says> {
        let found = self.rows.binary_search_by_key(&row, |row| row.row).ok()?;
        self.rows[found].cell(column)
    }

    /// Rows between two, both inside.
    pub fn between(&self, first: u32, last: u32) -> &[Row] {
        let start = self.rows.partition_point(|row| row.row < first);
        let end = self.rows.partition_point(|row| row.row <= last);
        &self.rows[start..end.max(start)]
    }
}

impl Row {
    /// The cell of a column, if it holds anything.
    pub fn cell(&self, column: u32) -> Option<&Says> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[found].says)
    }
}

impl Says {
    fn of(content: Content) -> Option<Says> {
        match content {
            Content::Number(number) => Some(Says::Number(number)),
            Content::Text(text) if text.trim().is_empty() => None,
            Content::Text(text) => Some(Says::Words(text.split_whitespace().collect::<Vec<_>>().join(" "))),
            Content::YesNo(yes) => Some(Says::Words(if yes { "TRUE" } else { "FALSE" }.to_owned())),
            Content::Date(day) => Some(Says::Day(day)),
            Content::Error(error) => Some(Says::Error(error)),
            Content::Empty => None,
        }
    }

    /// The number, if it is one and there is one way to read it.
    pub fn number(&self) -> Option<f64> {
        match self {
            Says::Number(number) | Says::Typed(_, number) => Some(*number),
            _ => None,
        }
    }

    /// What people see, more or less.
    pub fn text(&self) -> String {
        match self {
            Says::Number(number) => number.to_string(),
            Says::Day(day) => sg3_lang::day::write(*day),
            Says::Typed(text, _) | Says::Either(text, ..) | Says::Words(text) | Says::Error(text) => text.clone(),
        }
    }

    /// The words, if it is words and not a dash.
    pub fn words(&self) -> Option<&str> {
        match self {
            Says::Words(text) if text.chars().any(char::is_alphanumeric) => Some(text),
            _ => None,
        }
    }
}
