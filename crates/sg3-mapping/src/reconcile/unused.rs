//! Amounts of theirs that nothing takes.

use super::used::Used;
use super::{Place, Reconciliation, Unused};
use crate::entry::Mapping;
use crate::foreign::{Foreign, Sheet};
use crate::found::Found;
use crate::lexicon::Lexicon;
use crate::measure::Wanted;
use crate::{period, shared};
use std::collections::BTreeSet;

/// Adds the amounts of a table that nothing takes.
pub fn add(
    found: &Found,
    files: &[Foreign],
    (used, of_lists): (&Used, &BTreeSet<Place>),
    (mapping, lexicon): (&Mapping, &Lexicon),
    sums: &mut Reconciliation,
) {
    let table = &found.table;
    let foreign = &files[found.file];
    for (position, head) in table.heads.iter().enumerate() {
        let column = &found.columns[position];
        let is_other_year = column.year.is_some_and(|own| mapping.year.is_some_and(|year| own != year));
        let is_spoken = used.spoken.contains(&(found.file, table.sheet, head.column));
        if column.is_aside || is_other_year || column.is_movement || is_spoken {
            continue;
        }
        let beside_used = used.columns.contains(&(found.file, table.sheet, head.column));
        let scale = found.measured(0, position, Wanted::Money, lexicon).factor;
        // Records say their year themselves.
        let is_of_year =
            |label: &str| period::year(label).is_none_or(|own| mapping.year.is_none_or(|year| own == year));
        for line in table.lines.iter().filter(|line| !line.is_total && is_of_year(&line.label)) {
            let at = Place { file: found.file, sheet: table.sheet, row: line.row, column: head.column };
            let Some(amount) = foreign.number(table.sheet, line.row, head.column) else { continue };
            if amount == 0.0 || used.cells.contains_key(&at) || of_lists.contains(&at) {
                continue;
            }
            let accepted = mapping
                .accepted
                .iter()
                .find(|accepted| accepted.label == line.label && accepted.sheet == *foreign.sheets[table.sheet].name);
            sums.unused.push(Unused {
                at,
                label: if line.label.is_empty() {
                    in_row(&foreign.sheets[table.sheet], line.row)
                } else {
                    line.label.clone()
                },
                heading: head.words.join(" · "),
                amount,
                size: amount * scale,
                beside_used,
                is_shared: shared::is_shared(lexicon, &line.label),
                accepted: accepted.map(|accepted| accepted.reason.clone()).unwrap_or_default(),
            });
        }
    }
}

/// The first words of a row.
fn in_row(sheet: &Sheet, row: u32) -> String {
    let rows = sheet.between(row, row).iter();
    rows.flat_map(|row| &row.cells).find_map(|cell| cell.says.words()).unwrap_or_default().to_owned()
}
