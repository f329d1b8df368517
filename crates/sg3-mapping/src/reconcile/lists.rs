//! Totals within a list of the source: rows that do not count, held against the rows above that do.

use super::sums::{CellRef, Reconciliation, SourceTotal};
use crate::apply::selection::Selection;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::source::sheet::SourceRow;
use crate::weights::reconcile::{CENTS_OF_ROW, OF_SUM, ROUNDING};
use sg3_workbook::CellRange;
use std::collections::BTreeSet;

/// Adds what rows that do not count say of those that do; gives the cells that are such totals.
pub(crate) fn list_totals(
    mapping: &Mapping,
    files: &[SourceFile],
    lines: &[(usize, Selection)],
    sums: &mut Reconciliation,
) -> BTreeSet<CellRef> {
    let mut known = BTreeSet::new();
    for (number, selection) in lines {
        let rule = &mapping.entries[*number];
        if !rule.is_list() || rule.rows.is_empty() {
            continue;
        }
        for column in rule.cells.iter().flat_map(|area| (area.left..=area.right).map(move |column| (area, column))) {
            add_column_totals(rule, files, selection, column, sums, &mut known);
        }
    }
    known
}

fn add_column_totals(
    rule: &MappingRule,
    files: &[SourceFile],
    selection: &Selection,
    (area, column): (&CellRange, u32),
    sums: &mut Reconciliation,
    known: &mut BTreeSet<CellRef>,
) {
    let sheet = &files[selection.file].sheets[selection.sheet];
    // A grand total stands below the last row that counts.
    let rows = sheet.between(area.top, area.bottom.saturating_add(3));
    let (mut open, mut many, mut all) = (0.0, 0_u32, 0.0);
    for row in rows {
        let Some(amount) = row.cell(column).and_then(super::super::source::cell::SourceValue::number) else { continue };
        let at = CellRef { file: selection.file, sheet: selection.sheet, row: row.row, column };
        if row.row <= area.bottom && rule.rows.holds(row) {
            open += amount;
            many += 1;
            all += amount;
        } else if let Some(parts) = parts_adding_up(open, many, all, amount) {
            known.insert(at);
            sums.totals.push(SourceTotal { at, label: row_label(row), amount, parts: Some(parts), taken: parts });
            (open, many) = (0.0, 0);
        }
    }
}

/// What the rows since the last total add up to, or all rows above, if that is the amount but for rounding.
fn parts_adding_up(open: f64, many: u32, all: f64, amount: f64) -> Option<f64> {
    let agrees = |sum: &f64| (sum - amount).abs() <= sum.abs() * OF_SUM + f64::from(many) * CENTS_OF_ROW + ROUNDING;
    [open, all].into_iter().find(agrees)
}

fn row_label(row: &SourceRow) -> String {
    row.cells.iter().find_map(|cell| cell.says.words()).unwrap_or_default().to_owned()
}
