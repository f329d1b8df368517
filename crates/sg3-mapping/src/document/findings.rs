//! The page of findings, in terms of their files: what was found, in which of their cells, what to do, and room for an answer.

use super::lines::to_cells;
use super::{Grid, Page, Said, asked, head};
use crate::entry::Mapping;
use crate::foreign::Foreign;
use crate::former::is_same;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

const WORDS: &str = "Correct the cell of your file to which a finding refers, or the line of the mapping; or explain why it is correct. Answers are kept when \
                     the mapping is read again. Findings that must be corrected come first.";

/// What somebody answers to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Where it was found.
    pub at: String,
    /// What was found.
    pub found: String,
    /// The answer.
    pub answer: String,
}

/// The page.
pub fn page(mapping: &Mapping, files: &[Foreign], found: &Diagnostics) -> Page {
    let mut all: Vec<&Diagnostic> = found.iter().collect();
    all.sort_by_key(|diagnostic| rank(diagnostic.severity).0);
    let mut rows: Vec<Vec<Said>> = all.iter().map(|diagnostic| row(mapping, files, diagnostic)).collect();
    let is_gone = |answer: &&Answer| {
        !all.iter().any(|diagnostic| place(diagnostic).1 == answer.at && is_same(&said(diagnostic), &answer.found))
    };
    rows.extend(mapping.answers.iter().filter(is_gone).map(gone));
    Page {
        name: "Findings",
        title: "Findings of the last reading".to_owned(),
        words: WORDS.to_owned(),
        tables: vec![Grid {
            key: "findings",
            title: "",
            columns: vec![
                head("@rank", "", 20.0),
                head("@file", "File", 24.0),
                head("@where", "Where", 26.0),
                head("@found", "Found", 50.0),
                head("@todo", "What to do", 46.0),
                asked("@answer", "Your answer", 40.0),
            ],
            rows,
        }],
    }
}

fn rank(severity: Severity) -> (u8, &'static str) {
    match severity {
        Severity::Error => (0, "must be corrected"),
        Severity::Warning => (1, "explain or correct"),
        Severity::Note => (2, "note"),
    }
}

fn row(mapping: &Mapping, files: &[Foreign], diagnostic: &Diagnostic) -> Vec<Said> {
    let ((file, at), found) = (place(diagnostic), said(diagnostic));
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let same = |answer: &&Answer| answer.at == at && is_same(&answer.found, &found);
    let answer = mapping.answers.iter().find(same).map_or("", |answer| &answer.answer);
    vec![
        Said::text(rank(diagnostic.severity).1),
        Said::text(name),
        Said::link(at, &link(files, file, at)),
        Said::text(&found),
        Said::text(diagnostic.help.as_deref().unwrap_or_default()),
        Said::text(answer),
    ]
}

/// File and cell.
fn place(diagnostic: &Diagnostic) -> (&str, &str) {
    match &diagnostic.place {
        Place::Data(place) => (&place.file, &place.at),
        _ => ("", ""),
    }
}

/// In one line.
fn said(diagnostic: &Diagnostic) -> String {
    match diagnostic.label.is_empty() {
        true => diagnostic.message.clone(),
        false => format!("{} ({})", diagnostic.message, diagnostic.label),
    }
}

/// An answer to what is no longer found is kept.
fn gone(answer: &Answer) -> Vec<Said> {
    let (at, found) = (Said::text(&answer.at), Said::text(&answer.found));
    vec![Said::text("answered"), Said::Blank, at, found, Said::Blank, Said::text(&answer.answer)]
}

/// Where a cell of theirs is, if the place is one.
fn link(files: &[Foreign], file: &str, at: &str) -> Option<String> {
    let theirs = files.iter().find(|theirs| *theirs.file == *file)?;
    let (sheet, cells) = at.rsplit_once('!')?;
    to_cells(theirs, theirs.find(sheet)?, cells)
}
