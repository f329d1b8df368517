//! What does not add up, in their terms: at their cells.

use super::{MATERIAL, Place, Reconciliation, Unused};
use crate::entry::Mapping;
use crate::foreign::Foreign;
use crate::taken::place;
use sg3_lang::{Diagnostic, Diagnostics, Severity};
use std::collections::BTreeMap;

/// Says what does not add up, in their terms.
pub fn tell(sums: &Reconciliation, mapping: &Mapping, files: &[Foreign], diagnostics: &mut Diagnostics) {
    let at = |place: Place| files[place.file].place(place.sheet, place.row, place.column);
    for twice in &sums.twice {
        let (one, other) = (&mapping.entries[twice.lines.0], &mapping.entries[twice.lines.1]);
        let what = if twice.is_total { "the total and one of its parts are" } else { "the cell is" };
        let message = format!("{what} taken for `{}` and for `{}`", one.figure, other.figure);
        let diagnostic = Diagnostic::new("counted-twice", Severity::Error, at(twice.at), message);
        let diagnostic =
            diagnostic.note_at(place(&one.origin), "first line").note_at(place(&other.origin), "second line");
        diagnostics.add(diagnostic.help("assign it to one of them, or split it by shares that add up to 1"));
    }
    for total in sums.totals.iter().filter(|total| !total.adds_up()) {
        let message = match total.parts {
            Some(parts) => {
                format!("`{}` is {}, and its parts add up to {}", total.label, shown(total.amount), shown(parts))
            }
            None => format!("`{}` is {}, and no rows above add up to it", total.label, shown(total.amount)),
        };
        let diagnostic = Diagnostic::new("not-reconciled", Severity::Warning, at(total.at), message);
        diagnostics
            .add(diagnostic.help("a row may be missing, hidden, or counted in another total: consult the operator"));
    }
    left_over(sums, files, diagnostics);
    for balance in sums.audited.iter().filter(|balance| !balance.holds()) {
        let audited = &balance.audited;
        let message = format!(
            "{}: {} is audited, {} is mapped to {}",
            audited.label,
            shown(audited.amount),
            shown(balance.mapped),
            audited.inputs.join(", ")
        );
        let diagnostic = Diagnostic::new("not-reconciled", Severity::Error, place(&audited.origin), message);
        diagnostics.add(
            diagnostic
                .label(format!("difference {}", shown(balance.mapped - audited.amount)))
                .help("search for the difference among the amounts not used"),
        );
    }
}

const ACCEPT: &str = "map it, or give the reason for not using it on the page `Not used` of the mapping";

const SPLIT: &str = "several figures share it: map it to each of them with a share, 35 % or cells of a key such as Keys!D5/D12, or give the reason for not using it on the page `Not used` of the mapping";

/// To the hundredth, if it is an amount; the noise of sums is not theirs.
fn shown(number: f64) -> String {
    if number.abs() >= 1.0 { ((number * 100.0).round() / 100.0).to_string() } else { number.to_string() }
}

/// For every column of which some amounts are used: what is not, together, and the largest.
fn left_over(sums: &Reconciliation, files: &[Foreign], diagnostics: &mut Diagnostics) {
    let mut columns: BTreeMap<(usize, usize, u32), Vec<&Unused>> = BTreeMap::new();
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
        let message =
            format!("{count} not used in this column; the largest is `{}`: {}", largest.label, shown(largest.amount));
        let place = files[file].place(sheet, largest.at.row, largest.at.column);
        let diagnostic = Diagnostic::new("amount-not-used", Severity::Warning, place, message);
        diagnostics.add(diagnostic.help(if largest.is_shared { SPLIT } else { ACCEPT }));
    }
}
