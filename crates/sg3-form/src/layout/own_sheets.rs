//! Names of the sheets that every form has beside those of its model, in English.

/// What this is, who fills it, for which year, in what currency and scale.
pub(crate) const COVER: &str = "Cover";
/// What was found; in a form that is returned only.
pub(crate) const FINDINGS: &str = "Findings";
/// How to fill the form.
pub(crate) const INSTRUCTIONS: &str = "Instructions";
/// How far the form is filled, live.
pub(crate) const STATUS: &str = "Status";
/// What each item is.
pub(crate) const DEFINITIONS: &str = "Definitions";
/// Who signs, and control totals.
pub(crate) const SIGN_OFF: &str = "Sign-off";
/// Words that cells are chosen from.
pub(crate) const LISTS: &str = "Lists";
/// What stood outside the form; in a form that is returned only.
pub(crate) const OUTSIDE: &str = "Outside the form";
