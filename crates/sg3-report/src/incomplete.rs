//! The line at the top of results that are not complete.

use crate::data::Report;

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
