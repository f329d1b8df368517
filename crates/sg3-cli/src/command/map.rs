//! `sg3 map MODEL SOURCE-FILES -o mapping.xlsx`

use super::verdict::{Verdict, conclude};
use crate::io::overwrite::{refuse_over_filled, refuse_over_input};
use crate::io::terminal::print;
use crate::view::mapping::draw_proposal;
use clap::Args;
use sg3_session::{Failure, MappingRequest, Session};

/// Propose how an operator's own workbooks fill the inputs of a model
#[derive(Debug, Args)]
pub(crate) struct Map {
    /// A model of a library, or a path ending in .md
    model: String,
    /// The operator's own workbooks and text files, unchanged
    #[arg(required = true, value_name = "SOURCE-FILES")]
    files: Vec<String>,
    /// The mapping to write: .xlsx to review, correct and sign, .csv for version control
    #[arg(short, long, value_name = "MAPPING")]
    output: String,
    /// An earlier mapping to update, such as last year's
    #[arg(long = "map", value_name = "MAPPING")]
    last: Option<String>,
    /// The years to fill, where the model only proposes them: `2023..2025`
    #[arg(long, value_name = "YEARS", conflicts_with = "year")]
    years: Option<String>,
    /// The year of the figures; by default the last year in the files
    #[arg(long)]
    year: Option<i32>,
    /// Map the inputs of all respondents, not only those of the operator
    #[arg(long)]
    everyone: bool,
    /// Additional synonyms: lines of `name,words`
    #[arg(long, value_name = "WORDS.csv")]
    words: Vec<String>,
}

impl Map {
    /// Proposes, writes, and says how much.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        if !self.output.ends_with(".xlsx") && !self.output.ends_with(".csv") {
            return Err(
                Failure::new(format!("`{}` is not a mapping", self.output)).help("name a file ending in .xlsx or .csv")
            );
        }
        refuse_over_input(&self.output, self.files.iter().chain(&self.last))?;
        if self.last.is_none() {
            refuse_over_filled(&self.output, "a new proposal")?;
        }
        if let Some(proposal) = session.propose_mapping(&self.request())? {
            session.files.write(&self.output, &proposal.bytes)?;
            print(&draw_proposal(&proposal, &self.output))?;
        }
        Ok(conclude(session))
    }

    fn request(&self) -> MappingRequest<'_> {
        MappingRequest {
            model: &self.model,
            files: &self.files,
            output: &self.output,
            last: self.last.as_deref(),
            years: self.years.as_deref(),
            year: self.year,
            everyone: self.everyone,
            synonyms: &self.words,
        }
    }
}
