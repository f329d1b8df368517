//! Totals of a table of the source: rows that are the sum of others, held against the parts that are taken.

use super::sums::{CellRef, DoubleCount, SourceTotal};
use super::used::UsedCells;
use crate::source::file::SourceFile;
use crate::understand::table_meaning::TableMeaning;

/// A total of a table, and which rules take it.
pub(crate) struct TableTotal {
    total: SourceTotal,
    /// The rule that takes the total itself.
    own: Option<usize>,
    /// The rule that takes one of its parts.
    of_part: Option<usize>,
    /// Whether rows that it stands below are taken.
    is_near: bool,
}

impl TableTotal {
    /// The total with one of its parts, where both are taken.
    pub(crate) fn counted_twice(&self) -> Option<DoubleCount> {
        Some(DoubleCount { at: self.total.at, lines: (self.own?, self.of_part?), is_total: true })
    }

    /// The total, where its parts are taken and not itself.
    pub(crate) fn over_parts(self) -> Option<SourceTotal> {
        (self.is_near && self.own.is_none()).then_some(self.total)
    }
}

/// The totals of a table in every column of which anything is taken.
pub(crate) fn table_totals(found: &TableMeaning, files: &[SourceFile], used: &UsedCells) -> Vec<TableTotal> {
    let (table, mut totals) = (&found.table, Vec::new());
    for head in table.heads.iter().filter(|head| used.columns.contains(&(found.file, table.sheet, head.column))) {
        let column = TableColumn { found, file: &files[found.file], column: head.column };
        let lines = (0..table.lines.len()).filter(|line| table.lines[*line].is_total);
        totals.extend(lines.filter_map(|line| column.total(line, used)));
    }
    totals
}

/// A column of a table, by the number of each of its lines.
struct TableColumn<'a> {
    found: &'a TableMeaning,
    file: &'a SourceFile,
    column: u32,
}

impl TableColumn<'_> {
    fn total(&self, line: usize, used: &UsedCells) -> Option<TableTotal> {
        let amount = self.number(line)?;
        let leaves = leaf_rows(self.found, line);
        let parts = (!leaves.is_empty()).then(|| leaves.iter().filter_map(|leaf| self.number(*leaf)).sum());
        let taken =
            leaves.iter().filter_map(|leaf| Some(self.number(*leaf)? * used.cells.get(&self.at(*leaf))?.1)).sum();
        let of_part = leaves.iter().find_map(|leaf| used.cells.get(&self.at(*leaf)).map(|(rule, _)| *rule));
        let mut above = rows_above(self.found, line);
        Some(TableTotal {
            own: used.cells.get(&self.at(line)).map(|(rule, _)| *rule),
            of_part,
            is_near: of_part.is_some()
                || (leaves.is_empty() && above.any(|line| used.cells.contains_key(&self.at(line)))),
            total: SourceTotal {
                at: self.at(line),
                label: self.found.table.lines[line].label.clone(),
                amount,
                parts,
                taken,
            },
        })
    }

    fn at(&self, line: usize) -> CellRef {
        let table = &self.found.table;
        CellRef { file: self.found.file, sheet: table.sheet, row: table.lines[line].row, column: self.column }
    }

    fn number(&self, line: usize) -> Option<f64> {
        let table = &self.found.table;
        self.file.number(table.sheet, table.lines[line].row, self.column)
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
