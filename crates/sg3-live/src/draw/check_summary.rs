//! How the checks came out: the count of each, and one text on all.

use super::cached_value::CachedValue;
use super::canvas::Canvas;
use crate::book::Block;
use crate::book::blank::BLANK;

/// Where neither the model nor the part of it that was asked for has checks, and where the data leave none of them to be asked.
pub(super) const NONE: &str = "This workbook contains no checks";
pub(super) const NONE_ASKED: &str = "No check is applicable";

/// How many answers of a check are of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AnswerCounts {
    pub(super) hold: usize,
    pub(super) fail: usize,
    pub(super) wait: usize,
}

impl AnswerCounts {
    /// Of the block of a check.
    pub(super) fn of(holds: &Block) -> AnswerCounts {
        let mut counts = AnswerCounts::default();
        for value in &holds.values {
            match *value {
                1.0 => counts.hold += 1,
                0.0 => counts.fail += 1,
                BLANK => {}
                _ => counts.wait += 1,
            }
        }
        counts
    }

    /// The answer of the check as a whole.
    pub(super) fn answer(self) -> &'static str {
        match (self.fail, self.wait, self.hold) {
            (1.., ..) => "FAILS",
            (0, 1.., _) => "not evaluated",
            (0, 0, 0) => "not applicable",
            _ => "passes",
        }
    }
}

/// The answers of all checks, in their order.
pub(super) fn answers(canvas: &Canvas) -> Vec<&'static str> {
    canvas.book.checks.iter().map(|check| AnswerCounts::of(canvas.book.block(check.holds)).answer()).collect()
}

/// The text on all checks.
pub(super) fn check_summary(canvas: &Canvas) -> CachedValue {
    let answers = answers(canvas);
    CachedValue::Text(match ["FAILS", "not evaluated", "passes"].map(|wanted| count(&answers, wanted)) {
        [0, 0, 0] if answers.is_empty() => canvas.translate_briefly(NONE),
        [0, 0, 0] => canvas.translate_briefly(NONE_ASKED),
        [0, 0, holding] => format!("{}{holding}", canvas.translate_briefly("All checks pass: ")),
        [0, waits, _] => format!("{}{waits}", canvas.translate_briefly("Checks not evaluated: ")),
        [fails, ..] => format!("{}{fails}", canvas.translate_briefly("CHECKS FAIL: ")),
    })
}

fn count(answers: &[&str], wanted: &str) -> usize {
    answers.iter().filter(|answer| **answer == wanted).count()
}
