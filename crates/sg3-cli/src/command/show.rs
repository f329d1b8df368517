//! `sg3 show MODEL`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::show::{draw_inputs, draw_mathematics, draw_table};
use clap::{Args, ValueEnum};
use sg3_session::{Failure, Session};

/// Print a model as a table, as mathematics, or as a list of inputs
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// A model of a library, or a path ending in .md
    model: String,
    /// What to print
    #[arg(long = "as", value_enum, default_value = "table")]
    face: Face,
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Face {
    /// Name, unit, formula and label of every quantity
    Table,
    /// Formulas, with labels in place of names
    Mathematics,
    /// Inputs, by respondent
    Inputs,
}

impl Show {
    /// Prints one face of the model.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let text = session.files.model(&self.model)?;
        if let Some(model) = session.check(&text) {
            print(&match self.face {
                Face::Table => draw_table(&model, &session.sources),
                Face::Mathematics => draw_mathematics(&model),
                Face::Inputs => draw_inputs(&model),
            })?;
        }
        Ok(conclude(session))
    }
}
