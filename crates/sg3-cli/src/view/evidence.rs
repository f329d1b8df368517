//! On what the outputs rest, for people.

use super::table::table_of_names;
use sg3_report::{EvidenceShare, EvidenceShares};

/// A row for each figure.
pub(crate) fn draw_evidence(shares: &[EvidenceShares]) -> String {
    let drawn = table_of_names(&["Figure", "Rests on"], shares.iter().map(row).collect(), &[]);
    let note = "Outputs in money: shares of the amount. Other outputs: shares of the quantities that determine them.";
    format!("\nEvidence on which the results rest\n{drawn}{note}\n")
}

fn row(figure: &EvidenceShares) -> Vec<String> {
    let place = if figure.members.is_empty() { String::new() } else { format!("[{}]", figure.members.join(", ")) };
    let mut shares: Vec<&EvidenceShare> = figure.shares.iter().collect();
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    let texts = shares.iter().map(|share| format!("{:.1} % {}", 100.0 * share.share, share.evidence));
    vec![format!("{}{place}", figure.name), texts.collect::<Vec<_>>().join(", ")]
}
