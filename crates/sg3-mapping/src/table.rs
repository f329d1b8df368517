//! Tables in a sheet of theirs: what stands above, which columns hold figures, which say what a row is.

use crate::foreign::{Row, Says, Sheet};
use crate::lexicon::Lexicon;
use crate::{head, label};

/// A table as it was found.
#[derive(Debug, Clone)]
pub struct Table {
    /// Number of the sheet.
    pub sheet: usize,
    /// Words above it that are not heads of columns, nearest last.
    pub titles: Vec<String>,
    /// Columns with figures, from left to right.
    pub heads: Vec<Head>,
    /// The column with codes of accounts, if there is one.
    pub codes: Option<u32>,
    /// Columns with words that say what a row is.
    pub labels: Vec<u32>,
    /// Rows with figures, from top to bottom.
    pub lines: Vec<Line>,
}

/// A column with figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// From zero.
    pub column: u32,
    /// What stands above it, from top to bottom.
    pub words: Vec<String>,
}

/// A row with figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From zero.
    pub row: u32,
    /// Code of an account.
    pub code: Option<String>,
    /// What it is called.
    pub label: String,
    /// Column of the words that say so.
    pub label_column: u32,
    /// Headings within the table that it stands under, outermost first.
    pub section: Vec<String>,
    /// What it is counted in, where a column says so.
    pub unit: String,
    /// Lines that it is the sum of, by position.
    pub parts: Vec<usize>,
    /// Whether it is a sum by its words, with or without known parts.
    pub is_total: bool,
}

/// A run of rows under one head.
struct Block<'a> {
    titles: Vec<&'a Row>,
    heads: Vec<&'a Row>,
    body: Vec<&'a Row>,
}

/// All tables of a sheet, from top to bottom.
pub fn tables(number: usize, sheet: &Sheet, lexicon: &Lexicon) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for block in blocks(sheet) {
        let found = label::bands(number, &block.body, lexicon);
        for mut table in found {
            let inherited = tables.last().map(|above| above.heads.clone()).unwrap_or_default();
            head::heads(sheet, &block.heads, &mut table.heads, &inherited);
            table.titles = block.titles.iter().filter_map(|row| title(row)).collect();
            crate::total::find(sheet, &mut table, lexicon);
            tables.push(table);
        }
    }
    tables
}

/// The rows right below, where figures would be.
fn following(sheet: &Sheet, position: usize) -> &[Row] {
    &sheet.rows[position + 1..(position + 4).min(sheet.rows.len())]
}

fn title(row: &Row) -> Option<String> {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.says.text()).collect();
    Some(texts.join(" ")).filter(|text| text.chars().count() <= 300)
}

/// Rows in order, cut where a new head begins.
fn blocks(sheet: &Sheet) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut waiting: Vec<&Row> = Vec::new();
    for (position, row) in sheet.rows.iter().enumerate() {
        if !has_figures(row) || head::are_years(row, following(sheet, position)) {
            waiting.push(row);
            continue;
        }
        let below = &sheet.rows[position..(position + 12).min(sheet.rows.len())];
        let heads = head::above(sheet, &waiting, below);
        let sections = waiting.split_off(heads.end);
        let gap = sections
            .last()
            .or(waiting.last())
            .or(blocks.last().and_then(|block| block.body.last()))
            .map_or(0, |above| row.row - above.row);
        match blocks.last_mut() {
            Some(block) if heads.is_empty() && gap <= 2 && waiting.len() <= 2 => block.body.append(&mut waiting),
            _ => {
                let heads = waiting.split_off(heads.start);
                blocks.push(Block { titles: std::mem::take(&mut waiting), heads, body: sections });
            }
        }
        if let Some(block) = blocks.last_mut() {
            block.body.push(row);
        }
    }
    blocks
}

/// Whether a row holds any number.
pub fn has_figures(row: &Row) -> bool {
    row.cells.iter().any(|cell| matches!(cell.says, Says::Number(_) | Says::Typed(..) | Says::Either(..)))
}
