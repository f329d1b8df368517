//! The sheets of a workbook as rows of cells, in order, whatever order the file has them in.

use crate::values::text::collapse_spaces;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity, invisible};
use sg3_workbook::{Cell, Content, Finding, Hidden, Refusal, Shown, Visibility, Workbook};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a sheet holds, and what people do not see of it.
pub struct Page {
    /// Its number, from zero.
    pub number: usize,
    /// Its name as it is now.
    pub name: Arc<str>,
    /// Rows that hold anything, from top to bottom.
    pub rows: Vec<PageRow>,
    /// Whether people see the sheet.
    pub visibility: Visibility,
    /// What they do not see of it.
    pub hidden: Hidden,
    /// Whether it is text with a decimal point.
    pub is_pointed: bool,
}

/// A row with its cells from left to right.
pub struct PageRow {
    /// Its number, from zero.
    pub row: u32,
    /// Cells that hold anything.
    pub cells: Vec<PageCell>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct PageCell {
    /// Its number, from zero.
    pub column: u32,
    /// What the screen shows of a number.
    pub shown: Shown,
    /// What it holds, as the file has it.
    pub content: Content,
    /// The files that its formula takes values from, if a formula made it.
    pub formula: Option<Box<[String]>>,
}

/// A sheet of a workbook; what is odd about it is told, what cannot be read is left out and told.
pub fn read_page(workbook: &mut Workbook, file: &str, sheet: usize, diagnostics: &mut Diagnostics) -> Page {
    let name: Arc<str> = workbook.sheets()[sheet].name.as_str().into();
    let mut rows = OrderedRows::default();
    match workbook.read(sheet, |cell| rows.add(cell)) {
        Ok(findings) => findings.into_iter().for_each(|finding| diagnostics.add(report_finding(file, finding))),
        Err(refusal) => {
            diagnostics.add(report_refusal(file, &name, refusal));
            rows = OrderedRows::default();
        }
    }
    let visibility = workbook.sheets()[sheet].visibility;
    let (hidden, is_pointed) = (workbook.hidden(sheet), workbook.is_pointed(sheet));
    Page { number: sheet, name, rows: rows.in_order(), visibility, hidden, is_pointed }
}

/// Rows as the file gives them; nearly all files give them in order, and then nothing is sorted or moved.
#[derive(Default)]
struct OrderedRows {
    rows: Vec<PageRow>,
    disordered: bool,
}

impl OrderedRows {
    fn add(&mut self, Cell { row, column, content, formula, shown }: Cell) {
        let cell = PageCell { column, shown, content, formula: formula.map(|formula| formula.files.into()) };
        let width = self.rows.last().map_or(0, |last| last.cells.len());
        if let Some(last) = self.rows.last_mut().filter(|last| last.row == row) {
            self.disordered |= last.cells.last().is_some_and(|before| before.column > column);
            last.cells.push(cell);
        } else {
            self.disordered |= self.rows.last().is_some_and(|before| before.row > row);
            let mut cells = Vec::with_capacity(width.max(1));
            cells.push(cell);
            self.rows.push(PageRow { row, cells });
        }
    }

    fn in_order(self) -> Vec<PageRow> {
        if !self.disordered {
            return self.rows;
        }
        let mut by_row: BTreeMap<u32, Vec<PageCell>> = BTreeMap::new();
        self.rows.into_iter().for_each(|row| by_row.entry(row.row).or_default().extend(row.cells));
        by_row.values_mut().for_each(|cells| cells.sort_by_key(|cell| cell.column));
        by_row.into_iter().map(|(row, cells)| PageRow { row, cells }).collect()
    }
}

fn report_finding(file: &str, finding: Finding) -> Diagnostic {
    let at = format!("{}!{}", finding.sheet, finding.cell);
    let place = Place::Data(DataPlace { file: file.to_owned(), at });
    Diagnostic::new("unreadable-file", Severity::Warning, place, finding.message)
}

fn report_refusal(file: &str, sheet: &str, refusal: Refusal) -> Diagnostic {
    let at = refusal.cell.map_or(sheet.to_owned(), |cell| format!("{sheet}!{cell}"));
    let place = Place::Data(DataPlace { file: file.to_owned(), at });
    Diagnostic::new("unreadable-file", Severity::Error, place, refusal.message).help(refusal.remedy)
}

impl PageRow {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&PageCell> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[found])
    }

    /// The cell of a column, if there is anything in it.
    pub(crate) fn filled_cell(&self, column: u32) -> Option<&PageCell> {
        self.cell(column).filter(|cell| !cell.is_blank())
    }

    /// Whether there is anything in a column.
    pub(crate) fn is_filled(&self, column: u32) -> bool {
        self.filled_cell(column).is_some()
    }

    /// Whether a column holds a text of some kind.
    pub fn has_text(&self, column: u32, is: impl Fn(&str) -> bool) -> bool {
        matches!(self.cell(column), Some(PageCell { content: Content::Text(text), .. }) if is(text.trim()))
    }

    /// The words of a column; nothing if it is blank.
    pub fn text_or_code(&self, column: u32) -> Option<String> {
        self.cell(column).and_then(PageCell::text_or_code)
    }
}

impl PageCell {
    /// What it says as words, with single spaces; nothing if it is blank or failed. Whole numbers are codes, too.
    pub fn text_or_code(&self) -> Option<String> {
        let text = match &self.content {
            Content::Text(text) => collapse_spaces(text),
            Content::Number(number) => number.to_string(),
            Content::YesNo(_) | Content::Date(_) | Content::Error(_) | Content::Empty => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// What it holds, as it was typed or shown.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Text(text) | Content::Error(text) => text.clone(),
            Content::Number(number) => number.to_string(),
            Content::YesNo(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
            Content::Date(serial) => sg3_lang::day::write(*serial),
            Content::Empty => "formula without a value".to_owned(),
        }
    }

    /// Whether there is nothing in it but spaces. A formula that was never calculated is not nothing.
    pub fn is_blank(&self) -> bool {
        match &self.content {
            Content::Text(text) => invisible::strip(text).trim().is_empty(),
            Content::Empty => self.formula.is_none(),
            _ => false,
        }
    }
}
