//! Totals of the source, held against the parts that are taken.

use super::sums::{CellRef, DoubleCount, Reconciliation, SourceTotal};
use super::used::UsedCells;
use crate::source::file::SourceFile;
use crate::understand::table_meaning::TableMeaning;

/// Adds the totals of a table over what is taken of it.
pub(crate) fn add_totals(found: &TableMeaning, files: &[SourceFile], used: &UsedCells, sums: &mut Reconciliation) {
    let table = &found.table;
    for head in table.heads.iter().filter(|head| used.columns.contains(&(found.file, table.sheet, head.column))) {
        let at = |line: usize| CellRef {
            file: found.file,
            sheet: table.sheet,
            row: table.lines[line].row,
            column: head.column,
        };
        let number = |line: usize| files[found.file].number(table.sheet, table.lines[line].row, head.column);
        for (line, total) in table.lines.iter().enumerate().filter(|(_, line)| line.is_total) {
            let Some(amount) = number(line) else { continue };
            let leaves = leaf_rows(found, line);
            let taken: f64 =
                leaves.iter().filter_map(|leaf| Some(number(*leaf)? * used.cells.get(&at(*leaf))?.1)).sum();
            let own = used.cells.get(&at(line));
            let inside = leaves.iter().find_map(|leaf| used.cells.get(&at(*leaf)).map(|(line, _)| *line));
            if let (Some((own, _)), Some(inside)) = (own, inside) {
                sums.twice.push(DoubleCount { at: at(line), lines: (*own, inside), is_total: true });
            }
            let is_near = inside.is_some()
                || (leaves.is_empty() && rows_above(found, line).any(|line| used.cells.contains_key(&at(line))));
            if is_near && own.is_none() {
                let parts = (!leaves.is_empty()).then(|| leaves.iter().filter_map(|leaf| number(*leaf)).sum());
                sums.totals.push(SourceTotal { at: at(line), label: total.label.clone(), amount, parts, taken });
            }
        }
    }
}

/// The lines that a total is the sum of, and that are no totals themselves.
fn leaf_rows(found: &TableMeaning, line: usize) -> Vec<usize> {
    let mut leaves = Vec::new();
    let mut waiting = found.table.lines[line].parts.clone();
    while let Some(part) = waiting.pop() {
        if found.table.lines[part].parts.is_empty() {
            leaves.push(part);
        } else {
            waiting.extend(&found.table.lines[part].parts);
        }
    }
    leaves.sort_unstable();
    leaves
}

/// Lines right above a total, back to the total before.
fn rows_above(found: &TableMeaning, line: usize) -> impl Iterator<Item = usize> + '_ {
    (0..line).rev().take_while(|above| !found.table.lines[*above].is_total)
}
