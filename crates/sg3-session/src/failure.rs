//! What stops the work itself: a request or a file that is unusable. Everything else is a diagnostic.

use sg3_workbook::Refusal;
use std::fmt::{Display, Formatter};

/// Why something could not be done at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// One line: what is wrong. Names in backticks.
    pub message: String,
    /// What to do about it, where that is known.
    pub help: Option<String>,
}

impl Failure {
    /// A message of one line.
    pub fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), help: None }
    }

    /// Says what to do about it.
    pub fn help(self, help: impl Into<String>) -> Failure {
        Failure { help: Some(help.into()), ..self }
    }

    /// With the remedy, if there is one.
    pub fn maybe_help(self, help: Option<String>) -> Failure {
        Failure { help, ..self }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::new(refusal.message).help(refusal.remedy)
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
