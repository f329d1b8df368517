//! All diagnostics of a run, for people.

use super::count::counted;
use super::message;
use sg3_lang::{Diagnostics, Severity, Sources};

/// All messages as people read them, errors last, with a line that counts them; empty if there are none.
pub(crate) fn draw_diagnostics(sources: &Sources, diagnostics: &Diagnostics) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let of = |severity| diagnostics.iter().filter(move |message| message.severity == severity);
    let messages = Severity::ALL.into_iter().rev().flat_map(of).map(|message| message::draw(sources, message));
    let messages: Vec<String> = messages.collect();
    format!("{}\n{}\n", messages.join("\n"), summary(diagnostics))
}

/// `2 errors, 1 warning`.
fn summary(diagnostics: &Diagnostics) -> String {
    let count = |severity| diagnostics.iter().filter(|message| message.severity == severity).count();
    let counts = Severity::ALL.into_iter().map(|severity| (count(severity), severity.word()));
    let texts = counts.filter(|(number, _)| *number > 0).map(|(number, word)| counted(number, word));
    texts.collect::<Vec<_>>().join(", ")
}
