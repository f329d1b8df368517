//! What a cell holds, as the engine has it.

use sg3_calc::{Inputs, MemberList};
use sg3_lang::model::Kind;
use sg3_language::Language;
use sg3_workbook::Content;

/// A figure as the engine has it: members by position. Nothing if the cell does not hold one of its kind.
pub(super) fn cell_value(content: &Content, kind: &Kind, inputs: &Inputs) -> Option<f64> {
    match (content, kind) {
        (Content::Number(number) | Content::Date(number), Kind::Number(_) | Kind::Date) => Some(*number),
        (Content::YesNo(yes), Kind::YesNo) => Some(f64::from(u8::from(*yes))),
        (Content::Text(word), Kind::YesNo) => yes_or_no(&word.trim().to_lowercase()),
        (Content::Text(word), Kind::Member(dimension)) => {
            find_member(inputs.members_of(*dimension), &word.trim().to_lowercase()).map(|position| position as f64)
        }
        _ => None,
    }
}

/// In any language of workbooks.
fn yes_or_no(word: &str) -> Option<f64> {
    let is_word_for = |english: &str| Language::is_word_for(word, english);
    if is_word_for("yes") { Some(1.0) } else { is_word_for("no").then_some(0.0) }
}

/// By its label, else by its key; the word in small letters.
fn find_member(members: &MemberList, word: &str) -> Option<usize> {
    let by_label = members.labels.iter().position(|label| label.to_lowercase() == word);
    by_label.or_else(|| members.keys.iter().position(|key| key.to_lowercase() == word))
}
