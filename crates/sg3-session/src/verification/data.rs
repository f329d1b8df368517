//! What was changed in a workbook, and what the changes of figures do to the results, as plain data.

use serde::Serialize;

/// The comparison of a workbook that came back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verification {
    /// The returned file, as the user named it.
    pub workbook: String,
    /// Model that the workbook says it was made from.
    pub model: String,
    /// Editions of the libraries that it says it was made from.
    pub libraries: Vec<String>,
    /// Editions of the libraries that the model is made of now.
    pub libraries_now: Vec<String>,
    /// The day on which it was written, as it says.
    pub written: String,
    /// Whether the texts of the model are those of which it says it was made.
    pub same_model: bool,
    /// Whether it was compared with data that the workbook itself holds, which somebody may have changed too.
    pub against_itself: bool,
    /// Whether it has some members of a list only, and no data of the others were named: what figures do is not worked out.
    pub is_excerpt: bool,
    /// Whether no formula, label or delivered figure was changed.
    pub is_unchanged: bool,
    /// Everything that is not as it was delivered, but for figures in cells for other figures.
    pub changes: Vec<Change>,
    /// Figures that replace others, each with what it does by itself.
    pub figures: Vec<OwnFigure>,
    /// Results that all of them together change.
    pub results: Vec<Effect>,
    /// Checks that fail with all of them.
    pub failing: Vec<String>,
}

/// A difference between the workbook as delivered and as returned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What kind: `formula changed`.
    pub kind: &'static str,
    /// Whether the workbook still computes what was delivered.
    pub harmless: bool,
    /// Sheet that the difference is on.
    pub sheet: String,
    /// The cell, row or column.
    pub at: String,
    /// Label of the row, by which people find it.
    pub what: String,
    /// Text or formula as delivered.
    pub was: String,
    /// Text or formula as returned.
    pub is: String,
}

/// A figure that replaces another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnFigure {
    /// `minutes[urban, 2025]`.
    pub name: String,
    /// Label of the input.
    pub label: String,
    /// Sheet on which the figure was entered.
    pub sheet: String,
    /// Cell in which it was entered, such as `C4`.
    pub at: String,
    /// Whether it stands in the cell for other figures; else it was written over the figure delivered.
    pub beside: bool,
    /// What the input takes, if the figure is outside it: `0..1`.
    pub outside: Option<String>,
    /// The figure delivered.
    pub was: String,
    /// The figure that replaces it.
    pub is: String,
    /// Both as people see them.
    #[serde(skip)]
    pub shown: [String; 2],
    /// Nothing if it is not what the input takes.
    pub value: Option<f64>,
    /// The result that it changes most, relatively.
    pub changes_most: Option<Effect>,
}

/// What changes in a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Effect {
    /// `tariff[voice]`.
    pub name: String,
    /// Label of the output.
    pub label: String,
    /// Unit at this place, as it may differ from member to member.
    pub unit: String,
    /// As delivered; nothing if it was missing.
    pub was: Option<f64>,
    /// With the other figures; nothing if it is missing.
    pub is: Option<f64>,
    /// As a share of what was delivered.
    pub change: Option<f64>,
    /// The unit as people see it.
    #[serde(skip)]
    pub shown_unit: String,
    /// Both figures as people see them, a dash where there is none.
    #[serde(skip)]
    pub shown: [String; 2],
}
