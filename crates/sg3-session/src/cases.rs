//! The cases that a model carries, run.

use crate::model_text::ModelText;
use crate::session::Session;
use sg3_calc::CaseResult;
use sg3_lang::Model;

/// How a case of a model came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOutcome {
    /// Catalogue name or path of the model that carries it.
    pub model: String,
    /// What the case is called.
    pub label: String,
    /// How many figures it expects.
    pub figures: usize,
    /// How many of them are not as expected, and how many checks.
    pub failed: usize,
    /// Whether the case as a whole is as expected.
    pub passed: bool,
}

impl Session<'_> {
    /// Runs every case of a model; a model with mistakes has none.
    pub fn run_cases(&mut self, model: &ModelText) -> Vec<CaseOutcome> {
        let Some(model) = self.check(model) else { return Vec::new() };
        let results = sg3_calc::run_cases(&model);
        let figures = results.iter().flat_map(|result| &result.figures);
        let figures = figures.filter_map(|figure| figure.diagnostic.as_ref());
        let checks = results.iter().flat_map(|result| &result.checks);
        figures.chain(checks).for_each(|message| self.diagnostics.add(message.clone()));
        results.iter().map(|result| outcome(&model, result)).collect()
    }
}

fn outcome(model: &Model, result: &CaseResult) -> CaseOutcome {
    CaseOutcome {
        model: model.name.clone(),
        label: model.cases[result.case].label.clone(),
        figures: result.figures.len(),
        failed: result.figures.iter().filter(|figure| !figure.passed).count() + result.checks.len(),
        passed: result.passed(),
    }
}
