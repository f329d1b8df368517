//! What was changed in a workbook, and what the changes of figures do to the results, as plain data.

mod effect;
mod table;

use crate::session::Computed;
use serde::Serialize;
use sg3_live::Edition;
use sg3_live::verify::Comparison;

/// The comparison of a workbook that came back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verification {
    /// The file.
    pub workbook: String,
    /// The model.
    pub model: String,
    /// The day on which it was written, as it says.
    pub written: String,
    /// Whether the texts of the model are those of which it says it was made.
    pub same_model: bool,
    /// Whether it was compared with data that the workbook itself holds, which somebody may have changed too.
    pub against_itself: bool,
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

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What kind: `formula changed`.
    pub kind: &'static str,
    /// Whether the workbook still computes what was delivered.
    pub harmless: bool,
    /// The sheet.
    pub sheet: String,
    /// The cell, row or column.
    pub at: String,
    /// What the row is.
    pub what: String,
    /// What stood there.
    pub was: String,
    /// What stands there.
    pub is: String,
}

/// A figure that replaces another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnFigure {
    /// `minutes[urban, 2025]`.
    pub name: String,
    /// What people see.
    pub label: String,
    /// The sheet.
    pub sheet: String,
    /// The cell.
    pub at: String,
    /// Whether it stands in the cell for other figures; else it was written over the figure delivered.
    pub beside: bool,
    /// What the input takes, if the figure is outside it: `0..1`.
    pub outside: Option<String>,
    /// The figure delivered.
    pub was: String,
    /// The figure that replaces it.
    pub is: String,
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
    /// What people see.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// As delivered; nothing if it was missing.
    pub was: Option<f64>,
    /// With the other figures; nothing if it is missing.
    pub is: Option<f64>,
    /// As a share of what was delivered.
    pub change: Option<f64>,
}

impl Verification {
    /// Puts the comparison in plain data, and works out the effects.
    pub fn of(
        workbook: &str,
        edition: &Edition,
        (same_model, against_itself): (bool, bool),
        computed: &Computed,
        comparison: Comparison,
    ) -> Verification {
        let changes: Vec<Change> = comparison.changes.into_iter().map(change).collect();
        let results = effect::with(computed, &comparison.own);
        Verification {
            workbook: workbook.to_owned(),
            model: computed.model.name.clone(),
            written: edition.written.clone(),
            same_model,
            against_itself,
            is_unchanged: changes.iter().all(|change| change.harmless),
            changes,
            figures: comparison.own.iter().map(|own| effect::figure(computed, own)).collect(),
            results: effect::differences(computed, &results),
            failing: effect::failing(computed, &results),
        }
    }

    /// For other programs.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a comparison is plain text and numbers") + "\n"
    }
}

fn change(change: sg3_live::verify::Change) -> Change {
    Change {
        kind: change.kind.words(),
        harmless: change.kind.is_harmless(),
        sheet: change.sheet,
        at: change.at,
        what: change.what,
        was: change.was,
        is: change.is,
    }
}
