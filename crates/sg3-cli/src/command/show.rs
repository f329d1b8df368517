//! `sg3 show MODEL`

use crate::session::Session;
use crate::show;
use crate::trouble::{Trouble, Verdict};
use crate::{output, world};
use clap::{Args, ValueEnum};

/// Print a model as a table, as mathematics, or as a list of inputs
#[derive(Debug, Args)]
pub struct Show {
    /// A model of the catalogue, or a path ending in .md
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
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut session = Session::default();
        let text = world::model(&self.model)?;
        if let Some(model) = session.check(&text) {
            let face = match self.face {
                Face::Table => show::table(&model, &session.sources),
                Face::Mathematics => show::mathematics(&model),
                Face::Inputs => show::inputs(&model),
            };
            output::print(&face)?;
        }
        Ok(session.finish())
    }
}
