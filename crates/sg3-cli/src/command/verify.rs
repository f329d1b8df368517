//! `sg3 verify result.xlsx`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::verification::draw_verification;
use clap::{Args, ValueEnum};
use sg3_report::write_json;
use sg3_session::{Failure, Session};

/// What was changed in a workbook of live formulas, and what the changes do to the results
///
/// The workbook is compared with a fresh one, made of the model that it names and the data that it holds; name the model and
/// the data to compare with those instead.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The workbook that came back
    #[arg(value_name = "RESULT.xlsx")]
    workbook: String,
    /// A model and files of data
    #[arg(value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// How it is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Table,
    /// For other programs
    Json,
}

impl Verify {
    /// Compares and prints.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let Some(verification) = session.verify(&self.workbook, &self.files)? else { return Ok(conclude(session)) };
        print(&match self.format {
            Format::Table => draw_verification(&verification),
            Format::Json => write_json(&verification),
        })?;
        Ok(if verification.is_unchanged { Verdict::Fine } else { Verdict::Wrong })
    }
}
