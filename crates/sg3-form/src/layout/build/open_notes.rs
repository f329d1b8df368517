//! How to fill a table whose rows the filler adds, as the form puts it.

use crate::layout::table::OpenRows;
use sg3_calc::present::phrase::within;
use sg3_lang::Model;
use sg3_lang::model::Axis;

/// One sentence for a table that is open in this way.
pub(crate) fn describe_open_rows(model: &Model, open: OpenRows, axes: &[Axis]) -> String {
    match open {
        OpenRows::Listing(_) => {
            format!(
                "One row for each {}: a short code of your own, its name, and the figures requested. Add rows as needed.",
                name_axis(model, &axes[0])
            )
        }
        OpenRows::Numbered(_) => format!("One row for each {}. Add rows as needed.", name_axis(model, &axes[0])),
        OpenRows::Reference => {
            let labels: Vec<String> = axes.iter().map(|axis| name_axis(model, axis)).collect();
            format!("One row for each {}, by code. Add rows as needed.", labels.join(" and "))
        }
    }
}

fn name_axis(model: &Model, axis: &Axis) -> String {
    within(&model.dimension(axis.dimension).label)
}
