//! `sg3 fmt FILES`

use crate::trouble::{Trouble, Verdict};
use crate::{output, world};
use clap::Args;

/// Put the formulas of models in canonical form; prose is unchanged
#[derive(Debug, Args)]
pub struct Fmt {
    /// Only list the files that would change
    #[arg(long)]
    check: bool,
    /// Models to format
    #[arg(required = true)]
    files: Vec<String>,
}

impl Fmt {
    /// Rewrites the files that are not in canonical form, or names them.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut changed = Vec::new();
        for path in &self.files {
            let text = world::text(path)?;
            let formatted = sg3_lang::format(&text);
            if formatted != text {
                changed.push(format!("{path}\n"));
                self.rewrite(path, &formatted)?;
            }
        }
        output::print(&changed.concat())?;
        Ok(if self.check && !changed.is_empty() { Verdict::Wrong } else { Verdict::Fine })
    }

    fn rewrite(&self, path: &str, text: &str) -> Result<(), Trouble> {
        if self.check { Ok(()) } else { world::write(path, text.as_bytes()) }
    }
}
