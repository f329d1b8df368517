//! How a command ended.

use crate::io::terminal::print_message;
use crate::view::diagnostics::draw_diagnostics;
use sg3_lang::Diagnostics;
use sg3_language::Language;
use sg3_session::{Failure, Session};
use std::process::ExitCode;

/// Slug of the diagnostic for a file that cannot be used at all.
const UNREADABLE: &str = "unreadable-file";

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// The model, the data or a check is wrong.
    Wrong,
    /// A file is unusable.
    Unusable,
}

impl Verdict {
    /// What the messages amount to.
    pub(crate) fn of(diagnostics: &Diagnostics) -> Verdict {
        if diagnostics.iter().any(|message| message.slug == UNREADABLE) {
            Verdict::Unusable
        } else if diagnostics.has_errors() {
            Verdict::Wrong
        } else {
            Verdict::Fine
        }
    }
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> ExitCode {
        ExitCode::from(verdict as u8)
    }
}

/// Tells the user what was found.
pub(crate) fn conclude(session: &Session) -> Verdict {
    print_message(&draw_diagnostics(&session.sources, &session.diagnostics, &session.language));
    Verdict::of(&session.diagnostics)
}

/// Tells the user why the command could not do its work.
pub(crate) fn conclude_failure(failure: Failure, language: &Language) -> Verdict {
    let line = |rank: &str, text: &str| {
        let (rank, text) = (language.translate_briefly(rank), language.translate(text));
        format!("{rank}: {text}\n")
    };
    let help = failure.help.map_or_else(String::new, |help| line("help", &help));
    print_message(&(line("error", &failure.message) + &help));
    Verdict::Unusable
}
