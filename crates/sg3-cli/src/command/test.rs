//! `sg3 test PATH...`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::count::counted;
use crate::view::library::{draw_samples, draw_translations};
use crate::view::table::plain_table;
use clap::Args;
use sg3_session::{CaseOutcome, Failure, ModelText, Session};

/// Run the test cases of models, and the samples of libraries
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Models, or folders of models; by default everything in the libraries named by `--library`, else in the catalogue
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
}

impl Test {
    /// Runs every case and prints which passed; of whole libraries also the samples, and how far translations go.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        let libraries = if self.paths.is_empty() { whole_libraries(session) } else { Vec::new() };
        let texts = self.models(session, &libraries)?;
        let outcomes: Vec<CaseOutcome> = texts.iter().flat_map(|text| session.run_cases(text)).collect();
        print(&draw_cases(&outcomes))?;
        for library in libraries {
            print(&draw_samples(&session.run_samples(library)))?;
            print(&draw_translations(&session.untranslated_of_library(library)?))?;
        }
        Ok(conclude(session))
    }

    fn models(&self, session: &Session, libraries: &[usize]) -> Result<Vec<ModelText>, Failure> {
        let mut texts: Vec<ModelText> =
            libraries.iter().flat_map(|library| session.files.models_of_library(*library)).collect();
        for path in &self.paths {
            let under = session.files.models_under(path)?;
            texts.extend(under.iter().map(|name| session.files.model(name)).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(texts)
    }
}

/// Positions of the libraries that the user names; else of the catalogue, which comes with the program.
fn whole_libraries(session: &Session) -> Vec<usize> {
    let libraries = session.files.libraries.all.iter().enumerate();
    let named: Vec<usize> =
        libraries.clone().filter(|(_, library)| library.folder.is_some()).map(|(position, _)| position).collect();
    if named.is_empty() { libraries.map(|(position, _)| position).collect() } else { named }
}

fn draw_cases(outcomes: &[CaseOutcome]) -> String {
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    let rows: Vec<Vec<String>> = outcomes.iter().map(row).collect();
    let table =
        if rows.is_empty() { String::new() } else { plain_table(&["Model", "Case", "Figures", ""], rows, &[2]) };
    format!("{table}{}, {failed} failed\n", counted(outcomes.len(), "case"))
}

fn row(outcome: &CaseOutcome) -> Vec<String> {
    let verdict = if outcome.passed { "passed".to_owned() } else { format!("{} failed", outcome.failed) };
    vec![outcome.model.clone(), outcome.label.clone(), outcome.figures.to_string(), verdict]
}
