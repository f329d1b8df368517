//! The sheets of a workbook as rows of cells, in order, whatever order the file has them in.

use crate::{Cell, Content, Finding, Formula, Hidden, Refusal, Visibility, Workbook};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use std::sync::Arc;

/// A sheet.
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
}

/// A row with its cells from left to right.
pub struct PageRow {
    /// From zero.
    pub row: u32,
    /// Cells that hold anything.
    pub cells: Vec<PageCell>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct PageCell {
    /// From zero.
    pub column: u32,
    /// What it holds.
    pub content: Content,
    /// The formula that made it.
    pub formula: Option<Box<Formula>>,
}

/// A sheet of a workbook; what is odd about it is told, what cannot be read is left out and told.
pub fn page(workbook: &mut Workbook, file: &str, sheet: usize, diagnostics: &mut Diagnostics) -> Page {
    let name: Arc<str> = workbook.sheets()[sheet].name.as_str().into();
    let mut cells: Vec<Cell> = Vec::new();
    match workbook.read(sheet, |cell| cells.push(cell)) {
        Ok(findings) => findings.into_iter().for_each(|finding| diagnostics.add(odd(file, finding))),
        Err(refusal) => {
            diagnostics.add(refused(file, &name, refusal));
            cells.clear();
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let visibility = workbook.sheets()[sheet].visibility;
    Page { number: sheet, name, rows: rows(cells), visibility, hidden: workbook.hidden(sheet) }
}

fn rows(cells: Vec<Cell>) -> Vec<PageRow> {
    let mut rows: Vec<PageRow> = Vec::new();
    for Cell { row, column, content, formula } in cells {
        let cell = PageCell { column, content, formula: formula.map(Box::new) };
        match rows.last_mut().filter(|last| last.row == row) {
            Some(last) => last.cells.push(cell),
            None => rows.push(PageRow { row, cells: vec![cell] }),
        }
    }
    rows
}

fn odd(file: &str, finding: Finding) -> Diagnostic {
    let at = format!("{}!{}", finding.sheet, finding.cell);
    let place = Place::Data(DataPlace { file: file.to_owned(), at });
    Diagnostic::new("unreadable-file", Severity::Warning, place, finding.message)
}

fn refused(file: &str, sheet: &str, refusal: Refusal) -> Diagnostic {
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

    /// Whether a column holds a text of some kind.
    pub fn has_text(&self, column: u32, is: impl Fn(&str) -> bool) -> bool {
        matches!(self.cell(column), Some(PageCell { content: Content::Text(text), .. }) if is(text.trim()))
    }

    /// The words of a column; nothing if it is blank.
    pub fn words(&self, column: u32) -> Option<String> {
        self.cell(column).and_then(PageCell::words)
    }
}

impl PageCell {
    /// What it says as words, with single spaces; nothing if it is blank or failed. Whole numbers are codes, too.
    pub fn words(&self) -> Option<String> {
        let text = match &self.content {
            Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
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
            Content::Date(serial) => crate::day::written(*serial),
            Content::Empty => String::new(),
        }
    }

    /// Whether there is nothing in it but spaces, or a formula without a value.
    pub fn is_blank(&self) -> bool {
        match &self.content {
            Content::Text(text) => text.trim().is_empty(),
            Content::Empty => true,
            _ => false,
        }
    }
}
