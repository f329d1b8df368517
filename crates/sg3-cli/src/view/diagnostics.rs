//! All diagnostics of a run, for people.

use super::count::counted;
use super::message;
use sg3_lang::{Diagnostics, Severity, Sources};
use sg3_language::Language;

/// All messages as people read them, errors last, with a line that counts them; empty if there are none.
pub(crate) fn draw_diagnostics(sources: &Sources, diagnostics: &Diagnostics, language: &Language) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let ranked = Severity::ALL
        .into_iter()
        .rev()
        .flat_map(|severity| diagnostics.iter().filter(move |message| message.severity == severity));
    let messages: Vec<String> = ranked.map(|message| message::draw(sources, message, language)).collect();
    format!("{}\n{}\n", messages.join("\n"), summary(diagnostics, language))
}

/// `2 errors, 1 warning`.
fn summary(diagnostics: &Diagnostics, language: &Language) -> String {
    let counts = Severity::ALL
        .into_iter()
        .map(|severity| (diagnostics.iter().filter(|message| message.severity == severity).count(), severity.label()));
    let texts =
        counts.filter(|(number, _)| *number > 0).map(|(number, word)| language.translate(&counted(number, word)));
    texts.collect::<Vec<_>>().join(", ")
}
