//! The answers to findings, from the sheet on which an earlier reading asked.

use crate::language::choice;
use crate::layout::key;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};

/// A finding as an earlier reading wrote it, with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingAnswer {
    /// The number that it keeps from one submission to the next.
    pub number: String,
    /// How it was ranked.
    pub rank: String,
    /// The place in the workbook that was read then.
    pub place: String,
    /// The message.
    pub found: String,
    /// What was expected instead.
    pub expected: String,
    /// The remedy that was proposed.
    pub help: String,
    /// What was answered; empty if nothing was.
    pub answer: String,
    /// The kind of mistake.
    pub kind: String,
    /// What it is about, in words that stay the same.
    pub about: String,
}

/// Kinds that the form that was returned no longer shows, since it holds values and known rows only: they stay until
/// answered.
const STAYING: [&str; 4] = ["formula-in-input", "hidden-data", "unknown-member", "duplicate-value"];

impl FindingAnswer {
    /// The finding again, if it stays and nobody has answered.
    pub(crate) fn reopen(&self, file: &str) -> Option<Diagnostic> {
        let slug = STAYING.into_iter().find(|slug| *slug == self.kind && self.answer.is_empty())?;
        let severity = Severity::ALL.into_iter().find(|severity| severity.rank() == choice::to_english(&self.rank))?;
        let place = Place::Data(DataPlace { file: file.to_owned(), at: self.place.clone() });
        let again = Diagnostic::new(slug, severity, place, self.found.clone()).about(self.about.clone());
        (severity != Severity::Note).then(|| again.label(self.expected.clone()).help(self.help.clone()))
    }
}

/// All findings of a sheet.
pub(crate) fn read_answers(page: &Page, block: &Block) -> Vec<FindingAnswer> {
    block.rows(page).iter().filter_map(|row| read_answer(row, block)).collect()
}

fn read_answer(row: &PageRow, block: &Block) -> Option<FindingAnswer> {
    let number = row.text_or_code(block.column).filter(|number| !number.starts_with(key::MARK))?;
    let texts = key::OF_FINDINGS.map(|column| read_text(row, block, column));
    let [_, rank, _, place, found, expected, help, answer, kind, about] = texts;
    Some(FindingAnswer { number, rank, place, found, expected, help, answer, kind, about })
}

fn read_text(row: &PageRow, block: &Block, column: &str) -> String {
    let cell = block.position(column).and_then(|position| row.cell(position));
    cell.map(|cell| cell.text().trim().to_owned()).unwrap_or_default()
}
