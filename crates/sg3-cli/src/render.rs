//! Diagnostics for people and for programs.

mod json;
mod markdown;
mod place;
mod text;

pub use json::{Message, json};
pub use markdown::markdown;

use sg3_lang::{Diagnostics, Severity, Sources};

/// All messages as people read them, errors last, with a line that counts them; empty if there are none.
pub fn text(sources: &Sources, diagnostics: &Diagnostics) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let of = |severity| diagnostics.iter().filter(move |message| message.severity == severity);
    let messages = Severity::ALL.into_iter().rev().flat_map(of).map(|message| text::message(sources, message));
    let messages: Vec<String> = messages.collect();
    format!("{}\n{}\n", messages.join("\n"), summary(diagnostics))
}

/// `2 errors, 1 warning`.
fn summary(diagnostics: &Diagnostics) -> String {
    let count = |severity| diagnostics.iter().filter(|message| message.severity == severity).count();
    let words = Severity::ALL.into_iter().map(|severity| (count(severity), severity.word()));
    let said = words.filter(|(number, _)| *number > 0).map(|(number, word)| counted(number, word));
    said.collect::<Vec<_>>().join(", ")
}

/// `1 case`, `2 cases`.
pub fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
