//! Diagnostics about cells.

use crate::values::value::Complaint;
use sg3_calc::Origin;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::address;
use std::sync::Arc;

/// A cell of the workbook that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceCell {
    /// The file, as the user named it.
    pub file: Arc<str>,
    /// The sheet as it is called now.
    pub sheet: Arc<str>,
    /// Its row, from zero.
    pub row: u32,
    /// Its column, from zero.
    pub column: u32,
}

impl SourceCell {
    /// Where a value comes from, if it comes from a cell.
    pub(crate) fn of(origin: &Origin) -> Option<SourceCell> {
        match origin {
            Origin::Cell { file, sheet, row, column } => {
                Some(SourceCell { file: file.clone(), sheet: sheet.clone(), row: *row, column: *column })
            }
            _ => None,
        }
    }

    /// `Traffic!C4`.
    pub(crate) fn at(&self) -> String {
        format!("{}!{}", self.sheet, address(self.row, self.column))
    }

    /// Its place in a diagnostic.
    pub(crate) fn place(&self) -> Place {
        Place::Data(DataPlace { file: self.file.to_string(), at: self.at() })
    }

    /// The origin of a value that stands there.
    pub(crate) fn origin(&self) -> Origin {
        Origin::Cell { file: self.file.clone(), sheet: self.sheet.clone(), row: self.row, column: self.column }
    }

    /// A complaint about the cell.
    pub(crate) fn report(&self, severity: Severity, complaint: Complaint) -> Diagnostic {
        Diagnostic::new(complaint.slug, severity, self.place(), complaint.message).maybe_help(complaint.help)
    }

    /// An error at the cell, with what to do.
    pub(crate) fn error(&self, slug: &'static str, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::new(slug, Severity::Error, self.place(), message.into()).help(help)
    }

    /// A warning at the cell, with what to do.
    pub(crate) fn warning(
        &self,
        slug: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(slug, Severity::Warning, self.place(), message.into()).help(help)
    }
}
