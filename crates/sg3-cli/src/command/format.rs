//! The formats in which a report can be written.

use crate::view::report::draw_report;
use clap::ValueEnum;
use sg3_report::{Report, write_csv, write_json, write_markdown};
use sg3_session::Failure;
use std::path::Path;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for reading
    Table,
    /// JSON with everything, for other programs
    Json,
    /// CSV with one line for each value of an output
    Csv,
    /// Markdown tables for documents
    Markdown,
}

impl Format {
    /// The format that the ending of a file asks for.
    pub(crate) fn of_file(path: &str) -> Result<Format, Failure> {
        let ending = Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("json") => Ok(Format::Json),
            Some("csv") => Ok(Format::Csv),
            Some("md") => Ok(Format::Markdown),
            Some("txt") => Ok(Format::Table),
            Some("xlsx") => {
                Err(Failure::new(format!("`{path}`: a workbook has its own format")).help("leave out `--format`"))
            }
            _ => Err(Failure::new(format!("`{path}`: the file ending does not name a format"))
                .help("use .xlsx, .json, .csv, .md or .txt")),
        }
    }

    /// The report in this format; to a terminal, tables adapt to its width.
    pub(crate) fn write(self, report: &Report, to_terminal: bool) -> String {
        match self {
            Format::Table => draw_report(report, to_terminal),
            Format::Json => write_json(report),
            Format::Csv => write_csv(report),
            Format::Markdown => write_markdown(report),
        }
    }
}
