//! Answers to the questions of the model, and their summary.

use super::{Answer, Check, Report, build};
use crate::session::Computed;
use sg3_calc::CheckResult;

/// Every check with its answers.
pub fn all(computed: &Computed) -> Vec<Check> {
    computed.results.checks.iter().map(|result| check(computed, result)).collect()
}

fn check(computed: &Computed, result: &CheckResult) -> Check {
    let check = &computed.model.checks[result.check];
    let answers = result
        .cells
        .iter()
        .map(|cell| Answer { members: build::keys(computed, &check.axes, &cell.place), holds: cell.holds });
    Check { name: check.name.to_string(), label: check.label.clone(), cells: answers.collect() }
}

/// `Checks: 12 passed, 1 failed, 2 not evaluated (data missing), 1 not applicable.`
pub fn summary(report: &Report) -> Option<String> {
    let asked = || report.checks.iter().filter(|check| !check.cells.is_empty());
    let count = |wanted: Option<bool>| asked().filter(|check| answer(check) == wanted).count();
    let idle = report.checks.len() - asked().count();
    let said = [
        (count(Some(true)), "passed"),
        (count(Some(false)), "failed"),
        (count(None), "not evaluated (data missing)"),
        (idle, "not applicable"),
    ];
    let words = said.into_iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}"));
    (!report.checks.is_empty()).then(|| format!("Checks: {}.", words.collect::<Vec<_>>().join(", ")))
}

/// One failure fails the check; else one open answer leaves it open.
fn answer(check: &Check) -> Option<bool> {
    let answers = || check.cells.iter().map(|cell| cell.holds);
    if answers().any(|holds| holds == Some(false)) {
        Some(false)
    } else {
        answers().all(|h| h.is_some()).then_some(true)
    }
}
