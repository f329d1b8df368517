//! What is reported of a workbook: so much that people can act on it, and how much more there is.

use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

/// A workbook with more mistakes than this is filled wrongly as a whole.
const MOST: usize = 1_000;

/// Messages on their way.
pub(crate) struct Messages<'a> {
    diagnostics: &'a mut Diagnostics,
    reported: usize,
    more: usize,
    /// Whether anything could not be read.
    pub refused: bool,
}

impl<'a> Messages<'a> {
    /// Messages about one workbook.
    pub(crate) fn new(diagnostics: &'a mut Diagnostics) -> Messages<'a> {
        Messages { diagnostics, reported: 0, more: 0, refused: false }
    }

    /// Tells one more thing, or counts it.
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        self.refused |= diagnostic.severity == Severity::Error;
        if self.reported < MOST {
            self.reported += 1;
            self.diagnostics.add(diagnostic);
        } else {
            self.more += 1;
        }
    }

    /// Tells what was only counted.
    pub(crate) fn finish(self, file: &str) {
        if self.more > 0 {
            let place = Place::Data(DataPlace { file: file.to_owned(), at: "all sheets".to_owned() });
            let message = format!("{} further cells and rows cannot be read", self.more);
            let help = "correct those that are listed; the others often have the same cause";
            self.diagnostics.add(Diagnostic::new("wrong-value", Severity::Error, place, message).help(help));
        }
    }
}
