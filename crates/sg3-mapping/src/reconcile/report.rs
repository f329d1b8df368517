//! What does not add up, in terms of the source: at its cells.

use super::sums::{CellRef, Reconciliation, UnusedAmount};
use crate::apply::complaint::rule_place;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use crate::weights::reconcile::MATERIAL;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use std::collections::BTreeMap;

/// Says what does not add up, in terms of the source.
pub(crate) fn report_differences(
    sums: &Reconciliation,
    mapping: &Mapping,
    files: &[SourceFile],
    diagnostics: &mut Diagnostics,
) {
    for twice in &sums.twice {
        let (one, other) = (&mapping.rules[twice.lines.0], &mapping.rules[twice.lines.1]);
        let what = if twice.is_total { "the total and one of its parts are" } else { "the cell is" };
        let message = format!("{what} taken for `{}` and for `{}`", one.figure, other.figure);
        let diagnostic = Diagnostic::new("counted-twice", Severity::Error, place_of(twice.at, files), message);
        let diagnostic =
            diagnostic.note_at(rule_place(&one.origin), "first line").note_at(rule_place(&other.origin), "second line");
        diagnostics.add(diagnostic.help("assign it to one of them, or split it by shares that add up to 1"));
    }
    for total in sums.totals.iter().filter(|total| !total.adds_up()) {
        let message = match total.parts {
            Some(parts) => {
                format!(
                    "`{}` is {}, and its parts add up to {}",
                    total.label,
                    amount_text(total.amount),
                    amount_text(parts)
                )
            }
            None => format!("`{}` is {}, and no rows above add up to it", total.label, amount_text(total.amount)),
        };
        let diagnostic = Diagnostic::new("not-reconciled", Severity::Warning, place_of(total.at, files), message);
        diagnostics
            .add(diagnostic.help("a row may be missing, hidden, or counted in another total: consult the operator"));
    }
    report_unused(sums, files, diagnostics);
    for balance in sums.audited.iter().filter(|balance| !balance.holds()) {
        let audited = &balance.audited;
        let message = format!(
            "{}: {} is audited, {} is mapped to {}",
            audited.label,
            amount_text(audited.amount),
            amount_text(balance.mapped),
            audited.inputs.join(", ")
        );
        let diagnostic = Diagnostic::new("not-reconciled", Severity::Error, rule_place(&audited.origin), message);
        diagnostics.add(
            diagnostic
                .label(format!("difference {}", amount_text(balance.mapped - audited.amount)))
                .help("search for the difference among the amounts not used"),
        );
    }
}

const ACCEPT: &str = "map it, or give the reason for not using it on the page `Not used` of the mapping";
const SPLIT: &str = "several figures share it: map it to each of them with a share, 35 % or cells of a key such as Keys!D5/D12, or give the reason for not using it on the page `Not used` of the mapping";

fn place_of(at: CellRef, files: &[SourceFile]) -> Place {
    files[at.file].place(at.sheet, at.row, at.column)
}

/// To the hundredth, if it is an amount; the noise of sums is not in the source.
fn amount_text(number: f64) -> String {
    if number.abs() >= 1.0 { ((number * 100.0).round() / 100.0).to_string() } else { number.to_string() }
}

/// For every column of which some amounts are used: what is not, together, and the largest.
fn report_unused(sums: &Reconciliation, files: &[SourceFile], diagnostics: &mut Diagnostics) {
    let mut columns: BTreeMap<(usize, usize, u32), Vec<&UnusedAmount>> = BTreeMap::new();
    for unused in sums.unused.iter().filter(|unused| unused.beside_used && unused.accepted.is_empty()) {
        columns.entry((unused.at.file, unused.at.sheet, unused.at.column)).or_default().push(unused);
    }
    for ((file, sheet, column), unused) in columns {
        let all: f64 = unused.iter().map(|unused| unused.amount.abs()).sum();
        let whole: f64 =
            files[file].sheets[sheet].rows.iter().filter_map(|row| row.cell(column)?.number()).map(f64::abs).sum();
        if all < MATERIAL * whole {
            continue;
        }
        let largest = unused[0];
        let count = if unused.len() == 1 { "an amount is".to_owned() } else { format!("{} amounts are", unused.len()) };
        let message = format!(
            "{count} not used in this column; the largest is `{}`: {}",
            largest.label,
            amount_text(largest.amount)
        );
        let place = files[file].place(sheet, largest.at.row, largest.at.column);
        let diagnostic = Diagnostic::new("amount-not-used", Severity::Warning, place, message);
        diagnostics.add(diagnostic.help(if largest.is_shared { SPLIT } else { ACCEPT }));
    }
}
