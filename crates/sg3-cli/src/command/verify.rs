//! `sg3 verify result.xlsx`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::verification::draw_verification;
use clap::{Args, ValueEnum};
use sg3_report::write_json;
use sg3_session::{Failure, Session};

/// Show what was changed in a workbook of live formulas, and the effect of the changes on the results
///
/// The workbook is compared with a fresh one, made from the model that it names and the data that it contains; name a model
/// and data to compare with those instead.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The returned workbook
    #[arg(value_name = "RESULT.xlsx")]
    workbook: String,
    /// A model and data files
    #[arg(value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// The language of what is printed: en, fr, es, ar, zh, ru; the workbook itself may be in any
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for reading
    Table,
    /// JSON for other programs
    Json,
}

impl Verify {
    /// Compares and prints.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        // what was blended when the workbook was made is blended again
        session.blend = true;
        self.language.iter().try_for_each(|language| session.speak(language))?;
        let Some(verification) = session.verify(&self.workbook, &self.files)? else { return Ok(conclude(session)) };
        print(&match self.format {
            Format::Table => draw_verification(&verification, &session.language),
            Format::Json => write_json(&verification),
        })?;
        Ok(if verification.is_unchanged { Verdict::Fine } else { Verdict::Wrong })
    }
}
