//! Totals within a list of theirs: rows that do not count, held against the rows above that do.

use super::{Place, ROUNDING, Reconciliation, Total};
use crate::entry::{Entry, Mapping};
use crate::foreign::{Foreign, Row};
use crate::taken::Taken;
use sg3_workbook::Area;
use std::collections::BTreeSet;

/// Adds what rows that do not count say of those that do; gives the cells that are such totals.
pub fn totals(
    mapping: &Mapping,
    files: &[Foreign],
    lines: &[(usize, Taken)],
    sums: &mut Reconciliation,
) -> BTreeSet<Place> {
    let mut known = BTreeSet::new();
    for (number, taken) in lines {
        let entry = &mapping.entries[*number];
        if !entry.is_list() || entry.rows.is_empty() {
            continue;
        }
        for column in entry.cells.iter().flat_map(|area| (area.left..=area.right).map(move |column| (area, column))) {
            column_totals(entry, files, taken, column, sums, &mut known);
        }
    }
    known
}

fn column_totals(
    entry: &Entry,
    files: &[Foreign],
    taken: &Taken,
    (area, column): (&Area, u32),
    sums: &mut Reconciliation,
    known: &mut BTreeSet<Place>,
) {
    let sheet = &files[taken.file].sheets[taken.sheet];
    // A grand total stands below the last row that counts.
    let rows = sheet.between(area.top, area.bottom.saturating_add(3));
    let (mut open, mut many, mut all) = (0.0, 0_u32, 0.0);
    for row in rows {
        let Some(amount) = row.cell(column).and_then(|says| says.number()) else { continue };
        let at = Place { file: taken.file, sheet: taken.sheet, row: row.row, column };
        if row.row <= area.bottom && entry.rows.holds(row) {
            open += amount;
            many += 1;
            all += amount;
        } else if let Some(parts) = parts(open, many, all, amount) {
            known.insert(at);
            sums.totals.push(Total { at, label: label(row), amount, parts: Some(parts), taken: parts });
            (open, many) = (0.0, 0);
        }
    }
}

/// What the rows since the last total add up to, or all rows above, if that is the amount but for rounding.
fn parts(open: f64, many: u32, all: f64, amount: f64) -> Option<f64> {
    let agrees = |sum: &f64| (sum - amount).abs() <= sum.abs() * 1e-9 + f64::from(many) * 0.005 + ROUNDING;
    [open, all].into_iter().find(agrees)
}

fn label(row: &Row) -> String {
    row.cells.iter().find_map(|cell| cell.says.words()).unwrap_or_default().to_owned()
}
