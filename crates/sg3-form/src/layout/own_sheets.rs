//! Names of the sheets that every form has beside those of its model, in English.

/// What this is, who fills it, for which year, in what currency and scale.
pub const COVER: &str = "Cover";

/// What was found; in a form that is returned only.
pub const FINDINGS: &str = "Findings";

/// How to fill the form.
pub const INSTRUCTIONS: &str = "Instructions";

/// How far the form is filled, live.
pub const STATUS: &str = "Status";

/// What each item is.
pub const DEFINITIONS: &str = "Definitions";

/// Who signs, and control totals.
pub const SIGN_OFF: &str = "Sign-off";

/// Words that cells are chosen from.
pub const LISTS: &str = "Lists";

/// What stood outside the form; in a form that is returned only.
pub const OUTSIDE: &str = "Outside the form";
