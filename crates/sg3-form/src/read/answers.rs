//! The answers to findings, from the sheet on which an earlier reading asked.

use super::block::Block;
use super::grid::{Page, PageRow};
use crate::language::choice;
use crate::layout::key;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};

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
    /// The kind of mistake.
    pub kind: String,
    /// What it is about, in words that stay the same.
    pub about: String,
}

/// Kinds that the form that was returned no longer shows, since it holds values and known rows only: they stay until answered.
const STAYING: [&str; 4] = ["formula-in-input", "hidden-data", "unknown-member", "duplicate-value"];

impl Answer {
    /// The finding again, if it stays and nobody has answered.
    pub(crate) fn unanswered(&self, file: &str) -> Option<Diagnostic> {
        let slug = STAYING.into_iter().find(|slug| *slug == self.kind && self.answer.is_empty())?;
        let severity = Severity::ALL.into_iter().find(|severity| severity.rank() == choice::english(&self.rank))?;
        let place = Place::Data(DataPlace { file: file.to_owned(), at: self.place.clone() });
        let again = Diagnostic::new(slug, severity, place, self.found.clone()).about(self.about.clone());
        (severity != Severity::Note).then(|| again.label(self.expected.clone()).help(self.help.clone()))
    }
}

/// All findings of a sheet.
pub fn of(page: &Page, block: &Block) -> Vec<Answer> {
    block.rows(page).iter().filter_map(|row| answer(row, block)).collect()
}

fn answer(row: &PageRow, block: &Block) -> Option<Answer> {
    let number = row.words(block.column).filter(|number| !number.starts_with(key::MARK))?;
    let said = key::OF_FINDINGS.map(|column| said(row, block, column));
    let [_, rank, _, place, found, expected, help, answer, kind, about] = said;
    Some(Answer { number, rank, place, found, expected, help, answer, kind, about })
}

fn said(row: &PageRow, block: &Block, column: &str) -> String {
    let cell = block.position(column).and_then(|position| row.cell(position));
    cell.map(|cell| cell.text().trim().to_owned()).unwrap_or_default()
}
