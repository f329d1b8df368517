//! Amounts of the source that nothing takes.

use super::sums::{CellRef, UnusedAmount};
use super::used::UsedCells;
use crate::rules::mapping::Mapping;
use crate::source::cell::SourceValue;
use crate::source::file::SourceFile;
use crate::source::row::SourceRow;
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

/// What amounts that nothing takes are looked for with.
pub(crate) struct UnusedSearch<'a> {
    pub(crate) files: &'a [SourceFile],
    pub(crate) used: &'a UsedCells,
    /// Totals within lists, which are made of amounts that are taken.
    pub(crate) totals: &'a BTreeSet<CellRef>,
    pub(crate) mapping: &'a Mapping,
    pub(crate) lexicon: &'a Lexicon,
}

impl<'a> UnusedSearch<'a> {
    /// The amounts of all tables that nothing takes, largest first.
    pub(crate) fn amounts(&self, tables: &[TableMeaning]) -> Vec<UnusedAmount> {
        let mut unused: Vec<UnusedAmount> = tables.iter().flat_map(|table| self.of_table(table)).collect();
        unused.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.at.cmp(&b.at)));
        unused
    }

    fn of_table(&self, found: &TableMeaning) -> Vec<UnusedAmount> {
        let rows = self.counted_rows(found);
        let columns = (0..found.table.heads.len()).filter(|position| self.holds_amounts(found, *position));
        columns.flat_map(|position| self.of_column(found, position, &rows)).collect()
    }

    /// Whether the numbers of a column are amounts of the year of the mapping.
    fn holds_amounts(&self, found: &TableMeaning, position: usize) -> bool {
        let (column, head) = (&found.columns[position], &found.table.heads[position]);
        let is_other_year = column.year.is_some_and(|own| self.mapping.year.is_some_and(|year| own != year));
        let is_spoken = self.used.spoken.contains(&(found.file, found.table.sheet, head.column));
        !(column.is_aside || is_other_year || column.is_movement || is_spoken)
    }

    fn of_column(&self, found: &TableMeaning, position: usize, rows: &[CountedRow]) -> Vec<UnusedAmount> {
        let (sheet, head) = (&self.files[found.file].sheets[found.table.sheet], &found.table.heads[position]);
        let beside_used = self.used.columns.contains(&(found.file, found.table.sheet, head.column));
        let scale = found.measured(0, position, UnitKind::Money, self.lexicon).factor;
        let amounts = rows.iter().filter_map(|row| {
            let at = CellRef { file: found.file, sheet: found.table.sheet, row: row.row, column: head.column };
            let amount = sheet.cell(at.row, at.column).and_then(SourceValue::number)?;
            self.is_unused(at, amount).then(|| UnusedAmount {
                at,
                label: row.label.clone(),
                heading: head.words.join(" · "),
                amount,
                size: amount * scale,
                beside_used,
                is_shared: row.is_shared,
                accepted: row.accepted.to_owned(),
            })
        });
        amounts.collect()
    }

    fn is_unused(&self, at: CellRef, amount: f64) -> bool {
        amount != 0.0 && !self.used.cells.contains_key(&at) && !self.totals.contains(&at)
    }

    /// Rows that are no totals and, where records say their year themselves, of the year of the mapping.
    fn counted_rows(&self, found: &TableMeaning) -> Vec<CountedRow<'a>> {
        let lines = found.table.lines.iter().filter(|line| !line.is_total && self.is_of_year(&line.label));
        lines.map(|line| self.counted_row(found, line)).collect()
    }

    fn is_of_year(&self, label: &str) -> bool {
        self.mapping.year.is_none_or(|year| period::year(label).is_none_or(|own| year == own))
    }

    fn counted_row(&self, found: &TableMeaning, line: &TableRow) -> CountedRow<'a> {
        let sheet = &self.files[found.file].sheets[found.table.sheet];
        let mut accepted = self.mapping.accepted.iter();
        CountedRow {
            row: line.row,
            label: if line.label.is_empty() { first_words(sheet, line.row) } else { line.label.clone() },
            is_shared: shared_rows::is_shared(self.lexicon, &line.label),
            accepted: accepted
                .find(|accepted| accepted.label == line.label && accepted.sheet == *sheet.name)
                .map_or("", |accepted| &accepted.reason),
        }
    }
}

/// The first words of a row.
fn first_words(sheet: &SourceSheet, row: u32) -> String {
    sheet.between(row, row).first().map_or("", SourceRow::first_words).to_owned()
}
