//! Answers to the questions of the model, and their summary.

use crate::computed::Computed;
use crate::data::{Answer, Check, CheckNotAsked, Report};
use sg3_calc::CheckResult;
use sg3_language::Translate;

/// Every check with its answers.
pub(crate) fn answer_checks(computed: &Computed) -> Vec<Check> {
    let settled = computed.results.settled.iter().map(|check| CheckResult { check: *check, cells: Vec::new() });
    let answered = computed.results.checks.iter().cloned().chain(settled);
    answered.map(|result| answer_check(computed, &result)).collect()
}

/// Checks that were not asked, each with what it would need.
pub(crate) fn list_not_asked(computed: &Computed) -> Vec<CheckNotAsked> {
    let model = &computed.model;
    let list = computed.results.not_asked.iter().map(|not_asked| CheckNotAsked {
        name: model.checks[not_asked.check].name.to_string(),
        label: model.checks[not_asked.check].label.clone(),
        needs: not_asked.inputs.iter().map(|input| model.quantity(*input).name.to_string()).collect(),
    });
    list.collect()
}

fn answer_check(computed: &Computed, result: &CheckResult) -> Check {
    let check = &computed.model.checks[result.check];
    let answers =
        result.cells.iter().map(|cell| Answer { members: computed.keys(&check.axes, &cell.place), holds: cell.holds });
    Check { name: check.name.to_string(), label: check.label.clone(), cells: answers.collect() }
}

/// `Checks: 12 passed, 1 failed, 2 not evaluated (data missing), 1 not applicable, 1 not asked: x (needs y).`
pub fn checks_summary(report: &Report) -> Option<String> {
    let (asked, idle): (Vec<&Check>, Vec<&Check>) = report.checks.iter().partition(|check| !check.cells.is_empty());
    let counts = [
        (count_answers(&asked, Some(true)), "passed"),
        (count_answers(&asked, Some(false)), "failed"),
        (count_answers(&asked, None), "not evaluated (data missing)"),
        (idle.len(), "not applicable"),
    ];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0).map(|(number, text)| format!("{number} {text}"));
    let counts: Vec<String> = counts.collect();
    let write = |translate: Translate| {
        let counts = counts.iter().map(|text| translate(text));
        let texts: Vec<String> = counts.chain(describe_not_asked(&report.not_asked, translate)).collect();
        translate("Checks: {}.").replace("{}", &texts.join(", "))
    };
    (!counts.is_empty() || !report.not_asked.is_empty()).then(|| report.language.compose(&write))
}

/// `2 not asked: a.x (needs y), a.z (needs y and 3 more)`.
fn describe_not_asked(list: &[CheckNotAsked], translate: Translate) -> Option<String> {
    let each = list.iter().map(|check| format!("{} (needs {})", check.name, shorten(&check.needs)));
    let each: Vec<String> = each.map(|text| translate(&text)).collect();
    let template = translate("{} not asked: {}").replacen("{}", &list.len().to_string(), 1);
    (!list.is_empty()).then(|| template.replacen("{}", &each.join(", "), 1))
}

/// The first of some names, and how many more there are.
fn shorten(names: &[String]) -> String {
    let more = names.len().saturating_sub(1);
    let first = names.first().map_or("", |name| name);
    if more > 0 { format!("{first} and {more} more") } else { first.to_owned() }
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
