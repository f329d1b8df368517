//! The cells that a rule takes.

use crate::rules::row_test::RowTest;
use crate::rules::rule::MappingRule;
use crate::source::cell::{SourceCell, SourceValue, has_content};
use crate::source::file::SourceFile;
use crate::source::sheet::SourceSheet;

/// A sheet of a file, both by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SheetRef {
    /// Number of the file.
    pub(crate) file: usize,
    /// Number of the sheet.
    pub(crate) sheet: usize,
}

/// Every cell of a rule, area by area, with its row: of rows that count, and not left out.
pub(crate) fn cells_of_rule<'r, 'a>(
    rule: &'r MappingRule,
    sheet: &'a SourceSheet,
) -> impl Iterator<Item = (u32, &'a SourceCell)> + use<'r, 'a> {
    rule.cells.iter().flat_map(move |area| {
        let rows = sheet.between(area.top, area.bottom);
        let test = RowTest::of(&rule.rows, rows);
        rows.iter().filter(move |row| test.holds(row)).flat_map(move |row| {
            let cells = row.cells.iter().filter(move |cell| (area.left..=area.right).contains(&cell.column));
            cells
                .filter(move |cell| !rule.left_out.iter().any(|area| area.contains(row.row, cell.column)))
                .map(move |cell| (row.row, cell))
        })
    })
}

/// Every cell of a rule for a list that says something: row, column, and what it says. Dashes say nothing.
pub(crate) fn cells_with_content<'a>(
    rule: &MappingRule,
    files: &'a [SourceFile],
    at: SheetRef,
) -> Vec<(u32, u32, &'a SourceValue)> {
    let cells = cells_of_rule(rule, &files[at.file].sheets[at.sheet]);
    cells.filter(|(_, cell)| has_content(&cell.value)).map(|(row, cell)| (row, cell.column, &cell.value)).collect()
}

/// How many cells a rule for a list takes.
pub(crate) fn count_cells(rule: &MappingRule, files: &[SourceFile], at: SheetRef) -> usize {
    if rule.is_list() { cells_with_content(rule, files, at).len() } else { 0 }
}
