//! A sheet before it is written: rows of cells.

use super::record::Day;

pub(super) enum Cell {
    Nothing,
    Text(String),
    /// An amount as text.
    Digits(String),
    Number(f64),
    /// A number in the format of amounts.
    Amount(f64),
    Day(Day),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Title,
    Head,
    Strong,
}

pub(super) struct Row {
    pub cells: Vec<Cell>,
    pub look: Look,
    pub indent: u8,
}

/// Cells from one corner to the other: row and column of both.
pub(super) type Area = (usize, usize, usize, usize);

pub(super) struct Grid {
    pub name: String,
    pub rows: Vec<Row>,
    pub merged: Vec<Area>,
}

impl Grid {
    pub(super) fn new(name: &str) -> Grid {
        let allowed: String = name.chars().filter(|letter| !"[]:*?/\\".contains(*letter)).take(31).collect();
        Grid { name: allowed, rows: Vec::new(), merged: Vec::new() }
    }

    pub(super) fn add(&mut self, look: Look, cells: Vec<Cell>) {
        self.rows.push(Row { cells, look, indent: 0 });
    }

    /// A row of texts.
    pub(super) fn texts<'t>(&mut self, look: Look, texts: impl IntoIterator<Item = &'t str>) {
        self.add(look, texts.into_iter().map(text).collect());
    }
}

/// A cell of text; an empty text is no cell.
pub(super) fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
}
