//! A sheet in memory.

use super::former;
use crate::book::Columns;
use sg3_workbook::{Cell, Content, Refusal, Workbook};
use std::collections::BTreeMap;

/// The cells of a sheet that hold something.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// On its tab.
    pub name: String,
    /// By row and column, from zero.
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// All sheets of a workbook.
pub fn pages(workbook: &mut Workbook) -> Result<Vec<Page>, Refusal> {
    let mut pages = Vec::new();
    for number in 0..workbook.sheets().len() {
        let name = workbook.sheets()[number].name.clone();
        let mut cells = BTreeMap::new();
        workbook.read(number, |cell| {
            if holds_something(&cell) {
                cells.insert((cell.row, cell.column), cell);
            }
        })?;
        pages.push(Page { name, cells });
    }
    Ok(pages)
}

fn holds_something(cell: &Cell) -> bool {
    let is_blank = match &cell.content {
        Content::Empty => true,
        Content::Text(text) => text.is_empty(),
        _ => false,
    };
    cell.formula.is_some() || !is_blank
}

/// The sheet of a name; if somebody gave it another name, the one with its title.
pub fn named<'p>(pages: &'p [Page], name: &str) -> Option<&'p Page> {
    let titled = || pages.iter().find(|page| page.words(0, Columns::LABEL.into()) == Some(name));
    pages.iter().find(|page| page.name == name).or_else(titled)
}

impl Page {
    /// What a cell holds.
    pub fn content(&self, row: u32, column: u32) -> Option<&Content> {
        self.cells.get(&(row, column)).map(|cell| &cell.content)
    }

    /// The words of a cell.
    pub fn words(&self, row: u32, column: u32) -> Option<&str> {
        match self.content(row, column) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Words and figures that are no formula, in order, in the wording of today.
    pub(crate) fn said(&self) -> impl Iterator<Item = ((u32, u32), String)> {
        self.cells.iter().filter_map(|(place, cell)| match (&cell.content, &cell.formula) {
            (Content::Text(text), None) => Some((*place, former::current(text.trim()).into_owned())),
            (Content::Number(number) | Content::Date(number), None) => Some((*place, number.to_string())),
            _ => None,
        })
    }

    /// The last row that holds something.
    pub fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| *row)
    }
}
