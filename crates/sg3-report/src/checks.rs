//! Answers to the questions of the model, and their summary.

use crate::computed::Computed;
use crate::data::{Answer, Check, Report};
use sg3_calc::CheckResult;

/// Every check with its answers.
pub(crate) fn answer_checks(computed: &Computed) -> Vec<Check> {
    computed.results.checks.iter().map(|result| answer_check(computed, result)).collect()
}

fn answer_check(computed: &Computed, result: &CheckResult) -> Check {
    let check = &computed.model.checks[result.check];
    let answers =
        result.cells.iter().map(|cell| Answer { members: computed.keys(&check.axes, &cell.place), holds: cell.holds });
    Check { name: check.name.to_string(), label: check.label.clone(), cells: answers.collect() }
}

/// `Checks: 12 passed, 1 failed, 2 not evaluated (data missing), 1 not applicable.`
pub fn checks_summary(report: &Report) -> Option<String> {
    let (asked, idle): (Vec<&Check>, Vec<&Check>) = report.checks.iter().partition(|check| !check.cells.is_empty());
    let counts = [
        (count_answers(&asked, Some(true)), "passed"),
        (count_answers(&asked, Some(false)), "failed"),
        (count_answers(&asked, None), "not evaluated (data missing)"),
        (idle.len(), "not applicable"),
    ];
    let texts = counts.into_iter().filter(|(number, _)| *number > 0).map(|(number, text)| format!("{number} {text}"));
    (!report.checks.is_empty()).then(|| format!("Checks: {}.", texts.collect::<Vec<_>>().join(", ")))
}

fn count_answers(checks: &[&Check], wanted: Option<bool>) -> usize {
    checks.iter().filter(|check| answer(check) == wanted).count()
}

/// One failure fails the check; else one open answer leaves it open.
fn answer(check: &Check) -> Option<bool> {
    if check.cells.iter().any(|cell| cell.holds == Some(false)) {
        Some(false)
    } else {
        check.cells.iter().all(|cell| cell.holds.is_some()).then_some(true)
    }
}
