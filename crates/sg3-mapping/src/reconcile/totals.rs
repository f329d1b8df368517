//! Their totals, held against the parts that are taken.

use super::used::Used;
use super::{Place, Reconciliation, Total, Twice};
use crate::foreign::Foreign;
use crate::found::Found;

/// Adds the totals of a table over what is taken of it.
pub fn add(found: &Found, files: &[Foreign], used: &Used, sums: &mut Reconciliation) {
    let table = &found.table;
    for head in table.heads.iter().filter(|head| used.columns.contains(&(found.file, table.sheet, head.column))) {
        let at = |line: usize| Place {
            file: found.file,
            sheet: table.sheet,
            row: table.lines[line].row,
            column: head.column,
        };
        let number = |line: usize| files[found.file].number(table.sheet, table.lines[line].row, head.column);
        for (line, total) in table.lines.iter().enumerate().filter(|(_, line)| line.is_total) {
            let Some(amount) = number(line) else { continue };
            let leaves = leaves(found, line);
            let taken: f64 =
                leaves.iter().filter_map(|leaf| Some(number(*leaf)? * used.cells.get(&at(*leaf))?.1)).sum();
            let own = used.cells.get(&at(line));
            let inside = leaves.iter().find_map(|leaf| used.cells.get(&at(*leaf)).map(|(line, _)| *line));
            if let (Some((own, _)), Some(inside)) = (own, inside) {
                sums.twice.push(Twice { at: at(line), lines: (*own, inside), is_total: true });
            }
            let is_near = inside.is_some()
                || (leaves.is_empty() && neighbours(found, line).any(|line| used.cells.contains_key(&at(line))));
            if is_near && own.is_none() {
                let parts = (!leaves.is_empty()).then(|| leaves.iter().filter_map(|leaf| number(*leaf)).sum());
                sums.totals.push(Total { at: at(line), label: total.label.clone(), amount, parts, taken });
            }
        }
    }
}

/// The lines that a total is the sum of, and that are no totals themselves.
fn leaves(found: &Found, line: usize) -> Vec<usize> {
    let mut leaves = Vec::new();
    let mut waiting = found.table.lines[line].parts.clone();
    while let Some(part) = waiting.pop() {
        match found.table.lines[part].parts.is_empty() {
            true => leaves.push(part),
            false => waiting.extend(&found.table.lines[part].parts),
        }
    }
    leaves.sort_unstable();
    leaves
}

/// Lines right above a total, back to the total before.
fn neighbours(found: &Found, line: usize) -> impl Iterator<Item = usize> + '_ {
    (0..line).rev().take_while(|above| !found.table.lines[*above].is_total)
}
