//! Findings as a table for a letter or a report.

use crate::place::{Location, locate};
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity, Sources};

/// A table of all findings in Markdown, the worst first; or that there are none.
pub fn write_findings(sources: &Sources, diagnostics: &Diagnostics) -> String {
    if diagnostics.is_empty() {
        return "No findings.\n".to_owned();
    }
    let ranked = Severity::ALL
        .into_iter()
        .flat_map(|severity| diagnostics.iter().filter(move |message| message.severity == severity));
    let rows = ranked.map(|message| row(sources, message));
    let head = "| Number | Rank | Where | Found | Expected | What to do |\n|---|---|---|---|---|---|\n";
    head.to_owned() + &rows.collect::<String>()
}

fn row(sources: &Sources, message: &Diagnostic) -> String {
    let cells = [
        message.number(),
        message.severity.rank().to_owned(),
        places(sources, message),
        format!("{} `[{}]`", message.message, message.slug),
        message.label.clone(),
        message.help.clone().unwrap_or_default(),
    ];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|").replace(['\r', '\n'], " ")).join(" | "))
}

/// The place, and those of the data that matter beside it.
fn places(sources: &Sources, message: &Diagnostic) -> String {
    let others = message.notes.iter().map(|(place, _)| place).filter(|place| matches!(place, Place::Data(_)));
    let mut places: Vec<String> = std::iter::once(&message.place).chain(others).map(|at| place(sources, at)).collect();
    places.dedup();
    places.join("; ")
}

fn place(sources: &Sources, place: &Place) -> String {
    match (locate(sources, place), place) {
        (_, Place::Data(place)) => format!("{} {}", place.file, place.at).trim().to_owned(),
        (Location::Text(span), _) => {
            let (line, _) = sources.line_and_column(span);
            format!("{} line {line}", sources.get(span.file).name)
        }
        _ => String::new(),
    }
}
