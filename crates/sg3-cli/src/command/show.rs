//! `sg3 show MODEL`

use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::view::show::{draw_inputs, draw_mathematics, draw_table};
use crate::{output, world};
use clap::{Args, ValueEnum};

/// A model, printed
#[derive(Debug, Args)]
pub struct Show {
    /// A model of the catalogue, or a path ending in .md
    model: String,
    /// What is printed
    #[arg(long = "as", value_enum, default_value = "table")]
    face: Face,
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Face {
    /// Name, unit, formula and label of every quantity
    Table,
    /// Formulas, with labels for names
    Mathematics,
    /// Inputs, by who answers for them
    Inputs,
}

impl Show {
    /// Prints one face of the model.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut session = Session::default();
        let text = world::model(&self.model)?;
        if let Some(model) = session.check(&text) {
            let face = match self.face {
                Face::Table => draw_table(&model, &session.sources),
                Face::Mathematics => draw_mathematics(&model),
                Face::Inputs => draw_inputs(&model),
            };
            output::print(&face)?;
        }
        Ok(session.finish())
    }
}
