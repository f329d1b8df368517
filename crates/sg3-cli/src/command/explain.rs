//! `sg3 explain MODEL DATA... FIGURE`

use crate::trouble::{Trouble, Verdict};
use clap::Args;

/// How a figure came about
#[derive(Debug, Args)]
pub struct Explain {
    /// A model and files of data; a filled form alone knows its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// The figure: `tariff[urban]`
    #[arg(required = true)]
    figure: String,
}

impl Explain {
    /// Computes, and prints the tree.
    pub fn run(self) -> Result<Verdict, Trouble> {
        Ok(Verdict::Fine)
    }
}
