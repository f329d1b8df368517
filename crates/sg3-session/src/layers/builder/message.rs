//! Messages about places of data.

use sg3_calc::Origin;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};

/// An error at a place of the data.
pub(crate) fn error_at(slug: &'static str, origin: &Origin, message: String, help: Option<String>) -> Diagnostic {
    Diagnostic::new(slug, Severity::Error, place(origin), message).maybe_help(help)
}

/// An origin as the place of a message.
fn place(origin: &Origin) -> Place {
    match origin {
        Origin::Line { file, line } => data_place(file, format!("line {line}")),
        Origin::Cell { file, sheet, row, column } => {
            data_place(file, format!("{sheet}!{}{}", sg3_calc::column_letters(*column), row + 1))
        }
        Origin::Setting(text) => data_place("--set", text.to_string()),
        Origin::Default | Origin::Blank | Origin::Case => Place::Nowhere,
    }
}

fn data_place(file: &str, at: String) -> Place {
    Place::Data(DataPlace { file: file.to_owned(), at })
}
