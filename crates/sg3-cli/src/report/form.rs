//! The forms in which a report can be written.

use super::{Report, csv, json, markdown, table};
use crate::trouble::Trouble;
use clap::ValueEnum;
use std::path::Path;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Tables for reading
    Table,
    /// JSON with everything, for other programs
    Json,
    /// CSV with one line for each value of an output
    Csv,
    /// Markdown tables for documents
    Markdown,
}

impl Form {
    /// The form that the ending of a file asks for.
    pub fn of_file(path: &str) -> Result<Form, Trouble> {
        let ending = Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("json") => Ok(Form::Json),
            Some("csv") => Ok(Form::Csv),
            Some("md") => Ok(Form::Markdown),
            Some("txt") => Ok(Form::Table),
            Some("xlsx") => {
                Err(Trouble::new(format!("`{path}`: a workbook has its own format")).help("leave out `--format`"))
            }
            _ => Err(Trouble::new(format!("`{path}`: the file ending does not name a format"))
                .help("use .xlsx, .json, .csv, .md or .txt")),
        }
    }

    /// The report in this form; to a terminal, tables adapt to its width.
    pub fn write(self, report: &Report, to_terminal: bool) -> String {
        match self {
            Form::Table => table::write(report, to_terminal),
            Form::Json => json::write(report),
            Form::Csv => csv::write(report),
            Form::Markdown => markdown::write(report),
        }
    }
}
