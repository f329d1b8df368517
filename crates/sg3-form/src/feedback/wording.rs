//! What a message says on the sheet of findings and on a cell.

use crate::layout::table::InputPlace;
use crate::read::answers::FindingAnswer;
use crate::write::finding_marks::FindingRow;
use crate::write::labels_of_names::replace_names;
use sg3_lang::{Diagnostic, Model};
use sg3_language::Language;

/// What to do where nothing is given.
const ENTER: &str = "enter the figure; n/a if it is not available";

/// The row of the sheet for a message, without further cells.
pub(super) fn build_finding(
    message: &Diagnostic,
    answer: String,
    place: String,
    about: Option<InputPlace>,
) -> FindingRow {
    let state = if answer.is_empty() { "open" } else { "answered" };
    let finding = FindingAnswer {
        number: message.number(),
        rank: message.severity.rank().to_owned(),
        place,
        found: describe_finding(message),
        expected: describe_expected(message).to_owned(),
        help: describe_remedy(message).unwrap_or_default().to_owned(),
        answer,
        kind: message.slug.to_owned(),
        about: message.identity().to_owned(),
    };
    FindingRow { finding, state, about, others: Vec::new() }
}

/// Whether the cells beside a message are those that it is about.
pub(super) fn lacks_data(message: &Diagnostic) -> bool {
    matches!(message.slug, "missing-value" | "bad-value")
}

/// A missing figure by its label in the form; respondents do not know the names of inputs and outputs in the model.
fn describe_finding(message: &Diagnostic) -> String {
    if is_missing(message) { format!("no figure is given: {}", message.label) } else { message.message.clone() }
}

fn describe_expected(message: &Diagnostic) -> &str {
    if is_missing(message) { "" } else { message.label.strip_prefix("expected ").unwrap_or(&message.label) }
}

fn describe_remedy(message: &Diagnostic) -> Option<&str> {
    if is_missing(message) { Some(ENTER) } else { message.help.as_deref() }
}

fn is_missing(message: &Diagnostic) -> bool {
    message.slug == "missing-value" && !message.label.is_empty()
}

/// What is said on a cell; of one of several, in its own words.
pub(super) fn compose_note(model: &Model, message: &Diagnostic, own: Option<&str>, language: &Language) -> String {
    let translate = |words: &str| replace_names(model, &language.translate_sentences(words));
    let rank = language.translate_briefly(message.severity.rank());
    let words = own.map_or_else(|| describe_finding(message), str::to_owned);
    let head = format!("{} · {rank}: {}", message.number(), translate(&words));
    let label = Some(&*message.label).filter(|_| !is_missing(message));
    let rest = [label, describe_remedy(message)].into_iter().flatten().filter(|words| !words.is_empty());
    rest.fold(head, |note, words| format!("{note}\n{}", translate(words)))
}
