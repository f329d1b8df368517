//! On what the outputs rest: shares of what is audited, measured, estimated and so on.

use super::{build, table_of_names};
use crate::session::Computed;
use serde::Serialize;
use sg3_calc::{Attribution, Class};
use std::sync::Arc;

/// What one figure rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rests {
    /// Name of the output.
    pub name: String,
    /// What people see.
    pub label: String,
    /// A key for each axis.
    pub members: Vec<Arc<str>>,
    /// Shares, which add up to one.
    pub shares: Vec<Share>,
}

/// A class of evidence and its share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// `audited`, `measured`, `not stated`, ...
    pub evidence: &'static str,
    /// Of one.
    pub share: f64,
}

/// Every cell of every output that anything moves.
pub fn of(computed: &Computed) -> Vec<Rests> {
    let Computed { model, inputs, results } = computed;
    let found = sg3_calc::attribute(model, &sg3_calc::plan(model), inputs, results);
    found.iter().flat_map(|attribution| of_output(computed, attribution)).collect()
}

fn of_output(computed: &Computed, attribution: &Attribution) -> Vec<Rests> {
    let quantity = computed.model.quantity(attribution.quantity);
    let Some(array) = computed.results.array(attribution.quantity) else { return Vec::new() };
    let cells = attribution.cells.iter().enumerate().filter(|(_, shares)| !shares.is_empty());
    let share = |(class, share): &(Class, f64)| Share { evidence: class.words(), share: *share };
    cells
        .map(|(cell, shares)| Rests {
            name: quantity.name.to_string(),
            label: quantity.label.clone(),
            members: build::keys(computed, &quantity.axes, &array.place(cell)),
            shares: shares.iter().map(share).collect(),
        })
        .collect()
}

/// A table for people: a row for each figure.
pub fn table(rests: &[Rests]) -> String {
    let drawn = table_of_names(&["Figure", "Rests on"], rests.iter().map(row).collect(), &[]);
    let note = "Outputs in money: shares of the amount. Other outputs: shares of the quantities that determine them.";
    format!("\nEvidence on which the results rest\n{drawn}{note}\n")
}

fn row(rests: &Rests) -> Vec<String> {
    let place = if rests.members.is_empty() { String::new() } else { format!("[{}]", rests.members.join(", ")) };
    let mut shares: Vec<&Share> = rests.shares.iter().collect();
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    let words = shares.iter().map(|share| format!("{:.1} % {}", 100.0 * share.share, share.evidence));
    vec![format!("{}{place}", rests.name), words.collect::<Vec<_>>().join(", ")]
}
