//! Amounts of the source that nothing takes.

use super::sums::{CellRef, Reconciliation, UnusedAmount};
use super::used::UsedCells;
use crate::rules::mapping::{Accepted, Mapping};
use crate::source::cell::SourceValue;
use crate::source::file::SourceFile;
use crate::source::sheet::SourceSheet;
use crate::understand::lexicon::Lexicon;
use crate::understand::measure::UnitKind;
use crate::understand::period;
use crate::understand::shared_rows;
use crate::understand::table::TableRow;
use crate::understand::table_meaning::TableMeaning;

use std::collections::BTreeSet;

/// A row of a table whose amounts count, with what is told of each of them.
struct CountedRow<'a> {
    row: u32,
    label: String,
    is_shared: bool,
    /// The reason for which somebody accepts that it is not used; empty if nobody does.
    accepted: &'a str,
}

/// Adds the amounts of a table that nothing takes.
pub(crate) fn add_unused(
    found: &TableMeaning,
    files: &[SourceFile],
    (used, of_lists): (&UsedCells, &BTreeSet<CellRef>),
    (mapping, lexicon): (&Mapping, &Lexicon),
    sums: &mut Reconciliation,
) {
    let (table, sheet) = (&found.table, &files[found.file].sheets[found.table.sheet]);
    let rows = counted_rows(found, sheet, mapping, lexicon);
    for (position, head) in table.heads.iter().enumerate() {
        let column = &found.columns[position];
        let is_other_year = column.year.is_some_and(|own| mapping.year.is_some_and(|year| own != year));
        let is_spoken = used.spoken.contains(&(found.file, table.sheet, head.column));
        if column.is_aside || is_other_year || column.is_movement || is_spoken {
            continue;
        }
        let beside_used = used.columns.contains(&(found.file, table.sheet, head.column));
        let scale = found.measured(0, position, UnitKind::Money, lexicon).factor;
        let heading = head.words.join(" · ");
        for row in &rows {
            let at = CellRef { file: found.file, sheet: table.sheet, row: row.row, column: head.column };
            let Some(amount) = sheet.cell(at.row, at.column).and_then(SourceValue::number) else { continue };
            if amount == 0.0 || used.cells.contains_key(&at) || of_lists.contains(&at) {
                continue;
            }
            sums.unused.push(UnusedAmount {
                at,
                label: row.label.clone(),
                heading: heading.clone(),
                amount,
                size: amount * scale,
                beside_used,
                is_shared: row.is_shared,
                accepted: row.accepted.to_owned(),
            });
        }
    }
}

/// Rows that are no totals and, where records say their year themselves, of the year of the mapping.
fn counted_rows<'a>(
    found: &TableMeaning,
    sheet: &SourceSheet,
    mapping: &'a Mapping,
    lexicon: &Lexicon,
) -> Vec<CountedRow<'a>> {
    let is_of_year = |label: &str| mapping.year.is_none_or(|year| period::year(label).is_none_or(|own| year == own));
    let lines = found.table.lines.iter().filter(|line| !line.is_total && is_of_year(&line.label));
    let row = |line: &TableRow| {
        let is_it = |accepted: &&Accepted| accepted.label == line.label && accepted.sheet == *sheet.name;
        CountedRow {
            row: line.row,
            label: if line.label.is_empty() { first_words(sheet, line.row) } else { line.label.clone() },
            is_shared: shared_rows::is_shared(lexicon, &line.label),
            accepted: mapping.accepted.iter().find(is_it).map_or("", |accepted| &accepted.reason),
        }
    };
    lines.map(row).collect()
}

/// The first words of a row.
fn first_words(sheet: &SourceSheet, row: u32) -> String {
    let rows = sheet.between(row, row).iter();
    rows.flat_map(|row| &row.cells).find_map(|cell| cell.says.words()).unwrap_or_default().to_owned()
}
