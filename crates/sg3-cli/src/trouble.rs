//! What stops the command itself: a command line or a file that is unusable. Everything else is a diagnostic.

use crate::output;
use sg3_lang::Diagnostics;
use std::process::ExitCode;

/// Slug of the diagnostic for a file that cannot be used at all.
const UNREADABLE: &str = "unreadable-file";

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// The model, the data or a check is wrong.
    Wrong,
    /// A file is unusable.
    Unusable,
}

/// Why a command could not do its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    message: String,
    help: Option<String>,
}

impl Verdict {
    /// What the messages amount to.
    pub fn of(diagnostics: &Diagnostics) -> Verdict {
        let unusable = diagnostics.iter().any(|message| message.slug == UNREADABLE);
        match (unusable, diagnostics.has_errors()) {
            (true, _) => Verdict::Unusable,
            (false, true) => Verdict::Wrong,
            (false, false) => Verdict::Fine,
        }
    }
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> ExitCode {
        ExitCode::from(verdict as u8)
    }
}

impl Trouble {
    /// A message of one line.
    pub fn new(message: impl Into<String>) -> Trouble {
        Trouble { message: message.into(), help: None }
    }

    /// With the remedy.
    pub fn help(self, help: impl Into<String>) -> Trouble {
        Trouble { help: Some(help.into()), ..self }
    }

    /// With the remedy, if there is one.
    pub fn maybe_help(self, help: Option<String>) -> Trouble {
        Trouble { help, ..self }
    }

    /// Says so, and gives the exit code.
    pub fn report(self) -> ExitCode {
        let help = self.help.map_or_else(String::new, |help| format!("help: {help}\n"));
        output::complain(&format!("error: {}\n{help}", self.message));
        Verdict::Unusable.into()
    }
}
