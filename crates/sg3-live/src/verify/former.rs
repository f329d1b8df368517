//! Texts of workbooks that version 0.1 wrote, as they are written today: a workbook delivered then is compared with one made now.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Whole texts of cells and of formulas: as they were, as they are.
const WHOLE: [(&str, &str); 58] = [
    (
        "#N/A says that a figure is missing or cannot be worked out; it spreads to what needs it and to nothing else.",
        "#N/A means that a figure is missing or cannot be computed; it affects only results that depend on it.",
    ),
    (
        "A calculation. The formula in words stands above it, its unit beside it.",
        "A calculation. Its formula is written above it, its unit beside it.",
    ),
    ("A check: 1 where it holds, 0 where it fails.", "A check: 1 if it passes, 0 if it fails."),
    (
        "A figure of the data or of the model. Do not write here: your own figure has a cell of its own.",
        "A figure of the data or of the model. Do not overwrite: your own figure has a separate cell.",
    ),
    ("All checks hold: ", "All checks pass: "),
    ("Answer", "Outcome"),
    ("Apart", "Difference"),
    ("Asked", "Total"),
    ("Asked of", "Requested from"),
    ("Checks that ask nothing of these data", "Checks not applicable"),
    ("Checks that fail", "Checks failed"),
    ("Checks that hold", "Checks passed"),
    ("Checks that wait for data", "Checks not evaluated: data missing"),
    ("Checks that wait for data: ", "Checks not evaluated: "),
    ("Comes from", "Origin"),
    ("Confidential because", "Reason for confidentiality"),
    ("Data, of which later ones win", "Data (later files take precedence)"),
    (
        "Every check with both sides and how far apart they may be",
        "Every check with both sides, the difference and the tolerance",
    ),
    (
        "Every figure is a formula over the figures of the data. Change one in its yellow cell and everything follows; Control counts your figures, and Results shows what has changed.",
        "Every result is a formula over the figures of the data. Enter your own figure in a yellow cell and all results are recalculated; Control counts your figures, and Results shows what has changed.",
    ),
    ("Every figure of the data with where it comes from", "Every figure of the data with its source"),
    (
        "Figures closer than this share of the larger are the same; results, closer than this in themselves too",
        "Tolerance: figures that differ by no more than this share of the larger are treated as equal, as are results",
    ),
    ("Figures that replace those delivered", "Delivered figures that are replaced"),
    ("Hold", "Pass"),
    ("How results are shown below", "Display of the results below"),
    ("How to read the colours and letters", "Key to colours and letters"),
    ("How to use it", "How to use the workbook"),
    (
        "Inputs  →  calculations by heading  →  other worlds  →  results and checks.  A sheet takes figures only from the sheets named beside it.",
        "Inputs  →  calculations by heading  →  counterfactuals  →  results and checks.  A sheet takes figures only from the sheets named beside it.",
    ),
    ("Label, where the word is the key", "Label, if the key is used in the workbook"),
    ("Least", "Lower bound"),
    ("Mapping by which files of others were read", "Mapping by which source files were read"),
    ("May be apart", "Tolerance"),
    ("Mistakes in the data, when this was written", "Errors in the data when this was written"),
    ("Money of the data for one unit of that currency", "Currency of the data for one unit of that currency"),
    ("Most", "Upper bound"),
    ("No check is asked", "No check is applicable"),
    ("One side", "Left side"),
    ("Only what these parts need", "Limited to these parts and what they depend on"),
    (
        "Room for your own figure. Where it is not blank it is used instead of the one delivered.",
        "Cell for your own figure. If it is not blank, it replaces the delivered figure.",
    ),
    (
        "Rows in groups (the bar at the left edge) are parts of a formula: fold them away to see the quantities alone.",
        "Grouped rows (the bar at the left edge) are parts of a formula: collapse them to see the quantities alone.",
    ),
    ("Settings over all data", "Settings that override all data"),
    (
        "Sheets stand in the order of calculation: figures of the data, then calculations by heading, then the same calculations in other worlds (“Without …”), sources and glossary. Map leads to each.",
        "Sheets are in the order of calculation: figures of the data, then calculations by heading, then counterfactual calculations (“Without …”), sources and glossary. Map links to each.",
    ),
    (
        "Small grey numbers beside rows and above columns are the numbers of members (Members lists them): formulas find their place by them.",
        "Small grey numbers beside rows and above columns are the numbers of members (listed on Members): formulas locate members by them.",
    ),
    ("The model has no checks", "This workbook contains no checks"),
    ("The other", "Right side"),
    ("The other side", "Right side"),
    ("This list", "List of the sheets"),
    ("Wait", "No data"),
    ("What it is", "Description"),
    ("Where it is worked out", "Where it is computed"),
    ("Where it stands", "Location"),
    ("Your figures, used where not blank", "Your figures, which replace those delivered"),
    ("blank their cells to return to what was delivered", "clear these cells to restore the delivered figures"),
    ("holds", "passes"),
    ("made of", "composed of"),
    ("nobody: it is computed", "none: computed by the model"),
    ("not asked", "not applicable"),
    ("waits", "not evaluated"),
    ("what the data are in, or another", "the currency of the data, or another"),
];

/// Parts of titles, to which labels and names of the model are added: `Terms that count (unit_cost)`.
const PARTS: [(&str, &str); 23] = [
    ("what a blank means", "meaning of a blank"),
    ("not said: ", "not stated: "),
    ("Another world", "Counterfactual"),
    ("→ worked out on ", "→ computed on "),
    ("Part received of each", "Share received from each"),
    ("1 for itself", "Identity matrix"),
    ("Own amounts", "Direct amounts"),
    ("Amounts without sign", "Absolute amounts"),
    (", once more", ", last pass"),
    (", at the member that counts", ", at the selected member"),
    (", turned", " (transposed)"),
    ("Amounts that count", "Amounts included"),
    ("Groups of those that count", "Groups of the amounts included"),
    ("So far, for all members", "Cumulative, for all members"),
    ("Terms that count", "Terms included"),
    ("Whole before", "Totals before"),
    ("Where it holds", "Where the condition is met"),
    ("What is looked for", "Value to be found"),
    ("Bands that begin at or below", "Bands with a lower bound at or below the value"),
    ("Bands that begin beyond", "Bands with a lower bound above the value"),
    ("Units of the smallest part", "Amounts in smallest units"),
    ("Units, the total not below zero", "Amounts in smallest units, total not negative"),
    ("Units that are missing", "Units still to be allocated"),
];

/// A text in the wording of today. A label of a model may read like a former title, so both sides of a comparison are asked.
pub(super) fn current(text: &str) -> Cow<'_, str> {
    static KNOWN: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| WHOLE.into_iter().collect());
    let whole = known.get(text).map_or(Cow::Borrowed(text), |now| Cow::Borrowed(*now));
    PARTS.iter().fold(whole, |text, (was, is)| if text.contains(was) { text.replace(was, is).into() } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_current_stays() {
        for (was, is) in WHOLE.iter().chain(&PARTS) {
            assert_eq!(current(was), *is);
            assert_eq!(current(is), *is);
        }
        assert_eq!(current("Terms that count, turned (unit_cost)"), "Terms included (transposed) (unit_cost)");
    }
}
