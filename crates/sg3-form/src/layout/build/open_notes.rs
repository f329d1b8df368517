//! What a form says about an input in words: range, blank, proposal, source, note.

use crate::layout::table::OpenRows;
use sg3_calc::present::phrase::within;
use sg3_lang::Model;
use sg3_lang::model::Axis;

/// How to fill a table whose rows the filler adds.
pub fn describe_open_rows(model: &Model, open: OpenRows, axes: &[Axis]) -> String {
    let label = |axis: &Axis| within(&model.dimension(axis.dimension).label);
    match open {
        OpenRows::Listing(_) => {
            format!(
                "One row for each {}: a short code of your own, its name, and the figures requested. Add rows as needed.",
                label(&axes[0])
            )
        }
        OpenRows::Numbered(_) => format!("One row for each {}. Add rows as needed.", label(&axes[0])),
        OpenRows::Reference => {
            let labels: Vec<String> = axes.iter().map(label).collect();
            format!("One row for each {}, by code. Add rows as needed.", labels.join(" and "))
        }
    }
}
