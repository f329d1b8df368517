//! The lines at the top of results that are not complete, and beneath those in words that nobody has reviewed.

use crate::data::Report;
use sg3_language::Language;

/// `Incomplete: 2 errors, see the messages; figures are missing or may be wrong.` Nothing if there are none.
pub fn incomplete_line(report: &Report) -> Option<String> {
    let errors = match report.mistakes {
        0 => return None,
        1 => "1 error".to_owned(),
        number => format!("{number} errors"),
    };
    let line = format!("Incomplete: {errors}, see the messages; figures are missing or may be wrong.");
    Some(report.language.translate(&line))
}

/// That nobody of the field has read the translation; nothing in English.
pub fn review_note(report: &Report) -> Option<String> {
    let language = &report.language;
    (!language.is_reviewed()).then(|| language.translate_sentences(Language::NOT_REVIEWED))
}
