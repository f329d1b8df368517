//! Cells of a form below each other, as ranges.

use crate::bind::origin::{Origin, column_letters};
use std::collections::BTreeSet;

/// Ranges that are written out.
const MOST_RANGES: usize = 12;

/// Cells below each other as one range: `form.xlsx  Traffic!D31:D34`.
pub(super) fn ranges(cells: &BTreeSet<&Origin>) -> Vec<String> {
    let mut addresses: Vec<Address> = cells.iter().filter_map(|origin| address(origin)).collect();
    addresses.sort_unstable();
    let mut runs: Vec<(Address, u32)> = Vec::new();
    for cell in addresses {
        match runs.last_mut() {
            Some(((file, sheet, column, _), last))
                if (*file, *sheet, *column) == (cell.0, cell.1, cell.2) && *last + 1 == cell.3 =>
            {
                *last = cell.3;
            }
            _ => runs.push((cell, cell.3)),
        }
    }
    let mut ranges: Vec<String> =
        runs.iter().take(MOST_RANGES).map(|(first, last)| write_range(*first, *last)).collect();
    ranges.extend((runs.len() > MOST_RANGES).then(|| format!("and {} more", runs.len() - MOST_RANGES)));
    ranges
}

/// File, sheet, column and row, in the order in which cells are grouped.
type Address<'a> = (&'a str, &'a str, u32, u32);

fn address(origin: &Origin) -> Option<Address<'_>> {
    match origin {
        Origin::Cell { file, sheet, row, column } => Some((file, sheet, *column, *row)),
        _ => None,
    }
}

fn write_range((file, sheet, column, first): Address, last: u32) -> String {
    let letters = column_letters(column);
    let end = if last > first { format!(":{letters}{}", last + 1) } else { String::new() };
    format!("{file}  {sheet}!{letters}{}{end}", first + 1)
}
