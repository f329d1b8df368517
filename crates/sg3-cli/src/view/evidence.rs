//! On what the outputs rest, for people.

use super::table::table_of_names;
use sg3_language::Language;
use sg3_report::{EvidenceShare, EvidenceShares};

/// A row for each figure.
pub(crate) fn draw_evidence(shares: &[EvidenceShares], language: &Language) -> String {
    let head = ["Figure", "Rests on"].map(|word| language.translate(word));
    let rows = shares.iter().map(|figure| row(figure, language)).collect();
    let drawn = table_of_names(&head.each_ref().map(|word| &**word), rows, &[]);
    let note = "Outputs in money: shares of the amount. Other outputs: shares of the quantities that determine them.";
    let title = language.translate("Evidence on which the results rest");
    format!("\n{title}\n{drawn}{}\n", language.translate(note))
}

fn row(figure: &EvidenceShares, language: &Language) -> Vec<String> {
    let place = if figure.members.is_empty() { String::new() } else { format!("[{}]", figure.members.join(", ")) };
    let mut shares: Vec<&EvidenceShare> = figure.shares.iter().collect();
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    let texts = shares.iter().map(|share| {
        let part = language.write_number(&format!("{:.1} %", 100.0 * share.share));
        format!("{part} {}", language.translate(share.evidence))
    });
    vec![format!("{}{place}", figure.name), texts.collect::<Vec<_>>().join(", ")]
}
