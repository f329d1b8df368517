//! `sg3 test PATH...`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::count::counted;
use crate::view::table::plain_table;
use clap::Args;
use sg3_session::{CaseOutcome, Failure, Files, Session};

/// Run the test cases of models
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Models, or folders of models; by default the whole catalogue
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
}

impl Test {
    /// Runs every case and prints which passed.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let mut outcomes = Vec::new();
        for name in self.models(session.files)? {
            let text = session.files.model(&name)?;
            outcomes.extend(session.run_cases(&text));
        }
        let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
        if !outcomes.is_empty() {
            print(&plain_table(&["Model", "Case", "Figures", ""], outcomes.iter().map(row).collect(), &[2]))?;
        }
        print(&format!("{}, {failed} failed\n", counted(outcomes.len(), "case")))?;
        Ok(conclude(session))
    }

    fn models(&self, files: Files) -> Result<Vec<String>, Failure> {
        if self.paths.is_empty() {
            return Ok(files.catalogue.models().into_iter().map(str::to_owned).collect());
        }
        let under: Vec<Vec<String>> =
            self.paths.iter().map(|path| files.models_under(path)).collect::<Result<_, _>>()?;
        Ok(under.concat())
    }
}

fn row(outcome: &CaseOutcome) -> Vec<String> {
    let verdict = if outcome.passed { "passed".to_owned() } else { format!("{} failed", outcome.failed) };
    vec![outcome.model.clone(), outcome.label.clone(), outcome.figures.to_string(), verdict]
}
