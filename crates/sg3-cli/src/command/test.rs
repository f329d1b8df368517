//! `sg3 test PATH...`

use crate::render::counted;
use crate::report::plain_table;
use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::{output, world};
use clap::Args;
use sg3_calc::CaseResult;
use sg3_lang::Model;

/// Run the test cases of models
#[derive(Debug, Args)]
pub struct Test {
    /// Models, or folders of models; by default the whole catalogue
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
}

impl Test {
    /// Runs every case and prints which passed.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut session = Session::default();
        let mut rows = Vec::new();
        for name in self.models()? {
            rows.extend(cases(&mut session, &world::model(&name)?));
        }
        let failed = rows.iter().filter(|row| row[3] != PASSED).count();
        let count = format!("{}, {failed} failed\n", counted(rows.len(), "case"));
        if !rows.is_empty() {
            output::print(&plain_table(&["Model", "Case", "Figures", ""], rows, &[2]))?;
        }
        output::print(&count)?;
        Ok(session.finish())
    }

    fn models(&self) -> Result<Vec<String>, Trouble> {
        if self.paths.is_empty() {
            return Ok(world::catalogue());
        }
        let under: Vec<Vec<String>> =
            self.paths.iter().map(|path| world::models_under(path)).collect::<Result<_, _>>()?;
        Ok(under.concat())
    }
}

const PASSED: &str = "passed";

/// A row for each case of a model; a model with mistakes has none.
fn cases(session: &mut Session, text: &world::Text) -> Vec<Vec<String>> {
    let Some(model) = session.check(text) else { return Vec::new() };
    let results = sg3_calc::run_cases(&model);
    let figures = results.iter().flat_map(|result| &result.figures);
    figures.filter_map(|figure| figure.diagnostic.clone()).for_each(|message| session.diagnostics.add(message));
    results.iter().map(|result| row(&model, result)).collect()
}

fn row(model: &Model, result: &CaseResult) -> Vec<String> {
    let failed = result.figures.iter().filter(|figure| !figure.passed).count();
    let verdict = if result.passed() { PASSED.to_owned() } else { format!("{failed} failed") };
    let label = model.cases[result.case].label.clone();
    vec![model.name.clone(), label, result.figures.len().to_string(), verdict]
}
