//! The page of findings, in terms of the source files: what was found, in which of the source cells, what to do, and room for an answer.

use super::former::is_same;
use super::page::{DocumentCell, Page, PageTable, asked_column, column};
use super::rule_rows::cells_link;
use crate::rules::answer::Answer;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

const WORDS: &str = "Correct the cell of your file to which a finding refers, or the line of the mapping; or explain why it is correct. Answers are kept when \
                     the mapping is read again. Findings that must be corrected come first.";

/// The page.
pub(crate) fn findings_page(mapping: &Mapping, files: &[SourceFile], found: &Diagnostics) -> Page {
    let mut all: Vec<&Diagnostic> = found.iter().collect();
    all.sort_by_key(|diagnostic| severity_rank(diagnostic.severity).0);
    let mut rows: Vec<Vec<DocumentCell>> =
        all.iter().map(|diagnostic| finding_row(mapping, files, diagnostic)).collect();
    let gone = mapping.answers.iter().filter(|answer| !all.iter().any(|diagnostic| is_answered(diagnostic, answer)));
    rows.extend(gone.map(answered_row));
    Page {
        name: "Findings",
        title: "Findings of the last reading".to_owned(),
        words: WORDS.to_owned(),
        tables: vec![PageTable {
            key: "findings",
            title: "",
            columns: vec![
                column("@rank", "", 20.0),
                column("@file", "File", 24.0),
                column("@where", "Where", 26.0),
                column("@found", "Found", 50.0),
                column("@todo", "What to do", 46.0),
                asked_column("@answer", "Your answer", 40.0),
            ],
            rows,
        }],
    }
}

fn severity_rank(severity: Severity) -> (u8, &'static str) {
    match severity {
        Severity::Error => (0, "must be corrected"),
        Severity::Warning => (1, "explain or correct"),
        Severity::Note => (2, "note"),
    }
}

fn finding_row(mapping: &Mapping, files: &[SourceFile], diagnostic: &Diagnostic) -> Vec<DocumentCell> {
    let ((file, at), found) = (place(diagnostic), finding_text(diagnostic));
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut answers = mapping.answers.iter();
    let answer =
        answers.find(|answer| answer.at == at && is_same(&answer.found, &found)).map_or("", |answer| &answer.answer);
    vec![
        DocumentCell::text(severity_rank(diagnostic.severity).1),
        DocumentCell::text(name),
        DocumentCell::link(at, &finding_link(files, file, at)),
        DocumentCell::text(&found),
        DocumentCell::text(diagnostic.help.as_deref().unwrap_or_default()),
        DocumentCell::text(answer),
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
fn finding_text(diagnostic: &Diagnostic) -> String {
    if diagnostic.label.is_empty() {
        diagnostic.message.clone()
    } else {
        format!("{} ({})", diagnostic.message, diagnostic.label)
    }
}

fn is_answered(diagnostic: &Diagnostic, answer: &Answer) -> bool {
    place(diagnostic).1 == answer.at && is_same(&finding_text(diagnostic), &answer.found)
}

/// An answer to what is no longer found is kept.
fn answered_row(answer: &Answer) -> Vec<DocumentCell> {
    let (at, found) = (DocumentCell::text(&answer.at), DocumentCell::text(&answer.found));
    vec![
        DocumentCell::text("answered"),
        DocumentCell::Blank,
        at,
        found,
        DocumentCell::Blank,
        DocumentCell::text(&answer.answer),
    ]
}

/// Where a cell of the source is, if the place is one.
fn finding_link(files: &[SourceFile], file: &str, at: &str) -> Option<String> {
    let source = files.iter().find(|source| *source.file == *file)?;
    let (sheet, cells) = at.rsplit_once('!')?;
    cells_link(source, source.find(sheet)?, cells)
}
