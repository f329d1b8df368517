//! `sg3 fmt FILES`

use super::verdict::Verdict;
use crate::io::terminal::print;
use clap::Args;
use sg3_session::{Failure, Files, Session};

/// Put the formulas of models in canonical form; prose is unchanged
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    /// Only list the files that would change
    #[arg(long)]
    check: bool,
    /// Models to format
    #[arg(required = true)]
    files: Vec<String>,
}

impl Fmt {
    /// Rewrites the files that are not in canonical form, or names them.
    pub(crate) fn run(self, session: &Session) -> Result<Verdict, Failure> {
        let mut changed = Vec::new();
        for path in &self.files {
            let text = session.files.read_text(path)?;
            let formatted = sg3_lang::format(&text);
            if formatted != text {
                changed.push(format!("{path}\n"));
                self.rewrite(session.files, path, &formatted)?;
            }
        }
        print(&changed.concat())?;
        Ok(if self.check && !changed.is_empty() { Verdict::Wrong } else { Verdict::Fine })
    }

    fn rewrite(&self, files: Files, path: &str, text: &str) -> Result<(), Failure> {
        if self.check { Ok(()) } else { files.write(path, text.as_bytes()) }
    }
}
