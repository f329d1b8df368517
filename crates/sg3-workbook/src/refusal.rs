//! A refusal: why a workbook is not read at all, where the trouble is, and what its sender can do.
//!
//! Plain data. What is odd but leaves the rest readable is a [`Finding`](crate::Finding) instead.

use std::fmt;

/// Why a workbook was not read.
///
/// ```
/// let refusal = sg3_workbook::Workbook::open(Vec::new(), "form.xlsx").err().unwrap();
/// assert_eq!(refusal.slug, "not-a-workbook");
/// assert_eq!(refusal.to_string(), "form.xlsx: the file is empty");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable name of the reason: `not-a-workbook`, `encrypted-workbook`, `damaged-workbook`, `too-large-workbook` or
    /// `hostile-workbook`.
    pub slug: &'static str,
    /// Name of the file, as the caller gave it.
    pub file: Box<str>,
    /// The sheet in question, where one is.
    pub sheet: Option<String>,
    /// The address of the cell in question as the file writes it, where one is.
    pub cell: Option<String>,
    /// What is wrong, on one line.
    pub message: String,
    /// What the sender can do about it.
    pub remedy: &'static str,
}

impl Refusal {
    /// The file is something other than a workbook.
    pub(crate) fn not_a_workbook(message: impl Into<String>) -> Refusal {
        Refusal::new("not-a-workbook", message, "send the workbook itself, saved as .xlsx")
    }

    /// The file asks for a password.
    pub(crate) fn encrypted() -> Refusal {
        let message = "the workbook is protected by a password to open it";
        Refusal::new("encrypted-workbook", message, "save a copy without the password and send that")
    }

    /// The file is cut off or breaks its own format.
    pub(crate) fn damaged(message: impl Into<String>) -> Refusal {
        Refusal::new("damaged-workbook", message, "open the workbook, save it again as .xlsx and send the new file")
    }

    /// The file is honest but beyond what is read.
    pub(crate) fn too_large(message: impl Into<String>) -> Refusal {
        let remedy = "remove content that is not requested, such as unused rows and copied sheets, and save as .xlsx";
        Refusal::new("too-large-workbook", message, remedy)
    }

    /// The file is built so that a reader would fail; no spreadsheet program writes such a thing.
    pub(crate) fn hostile(message: impl Into<String>) -> Refusal {
        let remedy = "copy the cells into a new workbook, save it as .xlsx and send that";
        Refusal::new("hostile-workbook", message, remedy)
    }

    fn new(slug: &'static str, message: impl Into<String>, remedy: &'static str) -> Refusal {
        Refusal { slug, file: Box::default(), sheet: None, cell: None, message: one_line(&message.into()), remedy }
    }

    pub(crate) fn in_file(self, file: &str) -> Refusal {
        Refusal { file: one_line(file).into(), ..self }
    }

    pub(crate) fn in_sheet(self, sheet: &str) -> Refusal {
        Refusal { sheet: Some(one_line(sheet)), ..self }
    }

    /// Puts the part of the archive before what is wrong with it.
    pub(crate) fn in_part(self, part: &str) -> Refusal {
        Refusal { message: one_line(&format!("part {part} {}", self.message)), ..self }
    }

    pub(crate) fn at(self, cell: &str) -> Refusal {
        Refusal { cell: Some(one_line(cell)), ..self }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        match (&self.sheet, &self.cell) {
            (Some(sheet), Some(cell)) => write!(f, ", {sheet}!{cell}")?,
            (Some(sheet), None) => write!(f, ", sheet {sheet}")?,
            (None, Some(cell)) => write!(f, ", {cell}")?,
            (None, None) => {}
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Refusal {}

/// Text from a file, fit for one line of a message: a hostile name must not draw on the terminal that shows it.
pub(crate) fn one_line(text: &str) -> String {
    const LONGEST: usize = 240;
    let shown: String = text.chars().take(LONGEST).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_before_the_message() {
        let refusal = Refusal::hostile("no such cell").in_file("a.xlsx").in_sheet("Costs").at("ZZZZ1");
        assert_eq!(refusal.to_string(), "a.xlsx, Costs!ZZZZ1: no such cell");
    }

    #[test]
    fn control_characters_and_endless_names_do_not_reach_the_message() {
        assert_eq!(one_line("a\u{1b}[2J\nb"), "a\u{FFFD}[2J\u{FFFD}b");
        assert_eq!(one_line(&"x".repeat(1000)).chars().count(), 241);
    }
}
