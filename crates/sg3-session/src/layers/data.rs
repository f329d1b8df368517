//! Files of data, opened but not yet understood, and what a form holds beside its values.

use sg3_calc::Layer;
use sg3_form::{Layout, Leftovers, read_identity, read_model_names};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_mapping::{Mapping, Reconciliation, SourceFile};
use sg3_workbook::Workbook;

/// A file of data, opened but not yet understood.
pub(crate) enum Data {
    /// A workbook, or a form that is kept as text, and the SHA-256 of its files.
    Workbook(Box<Workbook>, String),
    /// A file of comma-separated values, by name.
    Csv(String, String),
    /// A TOML file, by name.
    Toml(String, String),
    /// An operator's own files with the mapping that explains them.
    Mapped(Box<Mapped>),
    /// A file that is damaged or refused; nothing of it is used.
    Refused(Diagnostic),
}

/// An operator's own files with their mapping.
pub(crate) struct Mapped {
    /// File of the mapping, as the user named it.
    pub(crate) name: String,
    pub(crate) mapping: Option<Mapping>,
    pub(crate) files: Vec<SourceFile>,
    /// What was found when they were opened.
    pub(crate) found: Diagnostics,
}

/// A mapping that was applied, with the files that it is about and how they add up.
pub(crate) struct AppliedMapping {
    pub(crate) mapping: Mapping,
    pub(crate) files: Vec<SourceFile>,
    pub(crate) reconciliation: Reconciliation,
}

/// A form that came back.
pub(crate) struct SubmittedForm {
    /// The model, with the periods of the form.
    pub(crate) model: Model,
    pub(crate) layer: Layer,
    /// What it holds beside them.
    pub(crate) leftovers: Leftovers,
    pub(crate) layout: Layout,
    /// The languages that it is in; nothing for English alone.
    pub(crate) language: Option<String>,
}

impl Data {
    /// The file, as the user named it; nothing for one that is refused.
    pub(crate) fn file(&self) -> &str {
        match self {
            Data::Workbook(workbook, _) => workbook.file(),
            Data::Csv(name, _) | Data::Toml(name, _) => name,
            Data::Mapped(mapped) => &mapped.name,
            Data::Refused(_) => "",
        }
    }

    /// The names of the models whose filled form this is.
    pub(crate) fn model_names(&mut self) -> Vec<String> {
        match self {
            Data::Workbook(workbook, _) => read_model_names(workbook),
            _ => Vec::new(),
        }
    }

    /// The libraries that the model of this form was made of, if it says so.
    pub(crate) fn libraries(&mut self) -> Option<String> {
        let Data::Workbook(workbook, _) = self else { return None };
        let libraries = read_identity(workbook)?.libraries.into_iter().next()?;
        Some(libraries).filter(|words| !words.is_empty())
    }
}

/// A message about a file of data as a whole, or a line of it.
pub(crate) fn refusal(file: &str, at: &str, message: String) -> Diagnostic {
    let place = Place::Data(DataPlace { file: file.to_owned(), at: at.to_owned() });
    Diagnostic::new("unreadable-file", Severity::Error, place, message)
}
