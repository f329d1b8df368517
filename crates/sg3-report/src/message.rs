//! Messages for editors: slug, severity, message, file, line, column, notes, help.

use crate::place::line_number;
use serde::Serialize;
use sg3_lang::{Diagnostic, Diagnostics, Place, Sources};

/// A message, with all that an editor needs to show it at its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Message {
    /// The same in every run: it follows from the kind of mistake and what it is about.
    number: String,
    /// Stable name of the kind of mistake.
    slug: &'static str,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// What it is about, as a model names it: `minutes[urban]`.
    subject: Option<String>,
    /// One line: what is wrong.
    message: String,
    /// What to say at the place itself.
    label: String,
    #[serde(flatten)]
    position: Position,
    /// Other places that matter.
    notes: Vec<Note>,
    /// What to do about it.
    help: Option<String>,
}

/// Another place, and why it matters.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Note {
    message: String,
    #[serde(flatten)]
    position: Position,
}

/// A place; what does not apply is null.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
struct Position {
    /// As the user named it.
    file: Option<String>,
    /// From one.
    line: Option<usize>,
    /// From one, in characters.
    column: Option<usize>,
    /// The cell of a workbook: `Traffic!C4`.
    cell: Option<String>,
}

/// All messages, in the order in which they were found.
pub fn messages(sources: &Sources, diagnostics: &Diagnostics) -> Vec<Message> {
    diagnostics.iter().map(|diagnostic| message(sources, diagnostic)).collect()
}

fn message(sources: &Sources, diagnostic: &Diagnostic) -> Message {
    Message {
        number: diagnostic.number(),
        slug: diagnostic.slug,
        severity: diagnostic.severity.label(),
        subject: diagnostic.subject.clone(),
        message: diagnostic.message.clone(),
        label: diagnostic.label.clone(),
        position: position(sources, &diagnostic.place),
        notes: diagnostic.notes.iter().map(|(place, text)| note(sources, place, text)).collect(),
        help: diagnostic.help.clone(),
    }
}

fn note(sources: &Sources, place: &Place, text: &str) -> Note {
    Note { message: text.to_owned(), position: position(sources, place) }
}

fn position(sources: &Sources, place: &Place) -> Position {
    match place {
        Place::Text(span) => {
            let (line, column) = sources.line_and_column(*span);
            let file = Some(sources.get(span.file).name.clone());
            Position { file, line: Some(line), column: Some(column), cell: None }
        }
        Place::Data(place) => {
            let line = line_number(place);
            let cell = Some(place.at.clone()).filter(|at| line.is_none() && !at.is_empty());
            Position { file: Some(place.file.clone()), line, column: None, cell }
        }
        Place::Nowhere => Position::default(),
    }
}
