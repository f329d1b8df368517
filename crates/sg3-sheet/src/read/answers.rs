//! The answers to findings, from the sheet on which an earlier reading asked.

use super::block::Block;
use super::grid::{Page, PageRow};
use crate::layout::key;

/// A finding as an earlier reading wrote it, with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its number.
    pub number: String,
    /// How it was ranked.
    pub rank: String,
    /// Where it was.
    pub place: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub help: String,
    /// What was answered; empty if nothing was.
    pub answer: String,
}

/// All findings of a sheet.
pub fn of(page: &Page, block: &Block) -> Vec<Answer> {
    block.rows(page).iter().filter_map(|row| answer(row, block)).collect()
}

fn answer(row: &PageRow, block: &Block) -> Option<Answer> {
    let number = row.words(block.column).filter(|number| !number.starts_with(key::MARK))?;
    let [_, rank, _, place, found, expected, help, answer] = key::OF_FINDINGS.map(|column| said(row, block, column));
    Some(Answer { number, rank, place, found, expected, help, answer })
}

fn said(row: &PageRow, block: &Block, column: &str) -> String {
    let cell = block.position(column).and_then(|position| row.cell(position));
    cell.map(|cell| cell.text().trim().to_owned()).unwrap_or_default()
}
