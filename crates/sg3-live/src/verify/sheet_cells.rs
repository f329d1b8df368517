//! A sheet in memory.

use super::former;
use crate::book::stored_layout::TITLE;
use sg3_language::Language;
use sg3_workbook::{Cell, Content, Refusal, Workbook};
use std::collections::BTreeMap;

/// The cells of a sheet that hold something.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetCells {
    /// The name on its tab.
    pub name: String,
    /// By row and column, from zero.
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// Reads all sheets of a workbook.
pub fn read_sheets(workbook: &mut Workbook) -> Result<Vec<SheetCells>, Refusal> {
    let mut sheets = Vec::new();
    for number in 0..workbook.sheets().len() {
        let name = workbook.sheets()[number].name.clone();
        let mut cells = BTreeMap::new();
        workbook.read(number, |cell| {
            if holds_something(&cell) {
                cells.insert((cell.row, cell.column), cell);
            }
        })?;
        sheets.push(SheetCells { name, cells });
    }
    Ok(sheets)
}

fn holds_something(cell: &Cell) -> bool {
    let is_blank = match &cell.content {
        Content::Empty => true,
        Content::Text(text) => text.is_empty(),
        _ => false,
    };
    cell.formula.is_some() || !is_blank
}

/// The sheet of a name, in any language; if somebody gave it another name, the one with its title.
pub(super) fn find_sheet<'p>(sheets: &'p [SheetCells], name: &str) -> Option<&'p SheetCells> {
    // a heading of the model may be the word of another language: English names are those of no other sheet, and these sheets stand last
    if let Some(sheet) = sheets.iter().find(|sheet| sheet.name == name) {
        return Some(sheet);
    }
    let is_called = |words: &str| Language::is_word_for(words, name);
    let named = sheets.iter().rev().find(|sheet| is_called(&sheet.name));
    named.or_else(|| sheets.iter().rev().find(|sheet| sheet.title().is_some_and(is_called)))
}

impl SheetCells {
    /// What a cell holds, by row and column from zero.
    pub fn content(&self, row: u32, column: u32) -> Option<&Content> {
        self.cells.get(&(row, column)).map(|cell| &cell.content)
    }

    /// The text of a cell; nothing if it holds no text.
    pub fn text(&self, row: u32, column: u32) -> Option<&str> {
        match self.content(row, column) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The heading of the sheet.
    pub(super) fn title(&self) -> Option<&str> {
        self.text(TITLE.0, TITLE.1)
    }

    /// Texts and figures that are no formula, in order.
    pub(super) fn constants(&self) -> impl Iterator<Item = ((u32, u32), String)> {
        self.cells.iter().filter_map(|(place, cell)| match (&cell.content, &cell.formula) {
            (Content::Text(text), None) => Some((*place, former::current(text.trim()).into_owned())),
            (Content::Number(number) | Content::Date(number), None) => Some((*place, number.to_string())),
            _ => None,
        })
    }

    /// The last row that holds something.
    pub(super) fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| *row)
    }
}
