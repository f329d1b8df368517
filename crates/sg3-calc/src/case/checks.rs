//! Checks of a case: those that fail must be those that are meant to.

use super::start::inputs_of_case;
use crate::evaluate::evaluate;
use crate::plan::plan;
use crate::results::{CheckResult, Results};
use crate::trace::causes::failed_checks::describe_failure;
use sg3_lang::diagnostic::Diagnostic;
use sg3_lang::model::{Case, Model};

/// Says which checks fail unannounced, and which are said to fail and do not. A check that waits for data which the case does not
/// give is not judged.
pub(super) fn judge_checks(model: &Model, case: &Case) -> Vec<Diagnostic> {
    if model.checks.is_empty() {
        return Vec::new();
    }
    let results = evaluate(model, &plan(model), &inputs_of_case(model, case, &[]));
    let failing: Vec<&CheckResult> = results.checks.iter().filter(|result| result.fails()).collect();
    let is_meant = |check: usize| case.failing.iter().any(|(meant, _)| *meant == check);
    let unannounced = failing.iter().filter(|result| !is_meant(result.check));
    let unannounced = unannounced.map(|result| report_failing(model, case, &results, result));
    let holding = case.failing.iter().filter(|(check, _)| failing.iter().all(|result| result.check != *check));
    unannounced
        .chain(holding.map(|(check, span)| {
            let message = format!("the check `{}` should fail, but does not", model.checks[*check].name);
            Diagnostic::error("case-failed", *span, message).label(format!("in the case \"{}\"", case.label))
        }))
        .collect()
}

fn report_failing(model: &Model, case: &Case, results: &Results, result: &CheckResult) -> Diagnostic {
    let message = describe_failure(model, results, result);
    let name = &model.checks[result.check].name;
    let help =
        format!("correct the model or the case; or, if that is what the case shows, write `expect {name} fails`");
    Diagnostic::error("case-failed", case.span, message)
        .label(format!("in the case \"{}\"", case.label))
        .note(model.checks[result.check].span, "the check")
        .help(help)
}
