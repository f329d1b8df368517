//! Names of the sheets that every form has beside those of its model.

/// Name of the sheet.
pub const COVER: &str = "Cover";

/// Its name.
pub const FINDINGS: &str = "Findings";

/// Name of the sheet.
pub const INSTRUCTIONS: &str = "Instructions";

/// Name of the sheet.
pub const STATUS: &str = "Status";

/// Name of the sheet.
pub const DEFINITIONS: &str = "Definitions";

/// Name of the sheet.
pub const SIGN_OFF: &str = "Sign-off";

/// Name of the sheet.
pub const LISTS: &str = "Lists";

/// Name of the sheet.
pub const OUTSIDE: &str = "Outside the form";
