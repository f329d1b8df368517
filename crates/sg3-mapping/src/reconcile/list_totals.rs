//! Totals within a list of the source: rows that do not count, held against the rows above that do.

use super::sums::{CellRef, SourceTotal};
use crate::apply::selection::Selection;
use crate::rules::mapping::Mapping;
use crate::rules::row_test::RowTest;
use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use crate::source::file::SourceFile;
use crate::source::row::SourceRow;
use crate::weights::reconcile::{CENTS_OF_ROW, OF_SUM, ROUNDING};
use sg3_workbook::CellRange;

/// What rows of lists that do not count say of those that do.
pub(crate) fn list_totals(
    mapping: &Mapping,
    files: &[SourceFile],
    selections: &[(usize, Selection)],
) -> Vec<SourceTotal> {
    let rules = selections.iter().map(|(rule, selection)| (&mapping.rules[*rule], selection));
    let filtered = rules.filter(|(rule, _)| rule.is_list() && !rule.rows.is_empty());
    let columns = filtered.flat_map(|(rule, selection)| {
        let areas = rule.cells.iter().flat_map(|area| (area.left..=area.right).map(move |column| (area, column)));
        areas.map(move |(area, column)| ListColumn { rule, selection, area, column })
    });
    columns.flat_map(|column| column.totals(files)).collect()
}

/// A column of a list that a rule takes.
struct ListColumn<'a> {
    rule: &'a MappingRule,
    selection: &'a Selection,
    area: &'a CellRange,
    column: u32,
}

impl ListColumn<'_> {
    fn totals(&self, files: &[SourceFile]) -> Vec<SourceTotal> {
        let sheet = &files[self.selection.file].sheets[self.selection.sheet];
        // A grand total stands below the last row that counts.
        let rows = sheet.between(self.area.top, self.area.bottom.saturating_add(3));
        let test = RowTest::of(&self.rule.rows, sheet.between(self.area.top, self.area.bottom));
        let (mut totals, mut sums) = (Vec::new(), RunningSums::default());
        for row in rows {
            let Some(amount) = row.cell(self.column).and_then(SourceValue::number) else { continue };
            if row.row <= self.area.bottom && test.holds(row) {
                sums.add(amount);
            } else if let Some(parts) = sums.adding_up_to(amount) {
                totals.push(self.total(row, amount, parts));
                sums.begin_anew();
            }
        }
        totals
    }

    fn total(&self, row: &SourceRow, amount: f64, parts: f64) -> SourceTotal {
        let (file, sheet) = (self.selection.file, self.selection.sheet);
        let at = CellRef { file, sheet, row: row.row, column: self.column };
        SourceTotal { at, label: row.first_words().to_owned(), amount, parts: Some(parts), taken: parts }
    }
}

/// Rows that count, added up: since the last total, and all of them.
#[derive(Default)]
struct RunningSums {
    open: f64,
    rows: u32,
    all: f64,
}

impl RunningSums {
    fn add(&mut self, amount: f64) {
        self.open += amount;
        self.rows += 1;
        self.all += amount;
    }

    /// What the rows since the last total add up to, or all rows above, if that is the amount but for rounding.
    fn adding_up_to(&self, amount: f64) -> Option<f64> {
        let cents = f64::from(self.rows) * CENTS_OF_ROW + ROUNDING;
        [self.open, self.all].into_iter().find(|sum| (sum - amount).abs() <= sum.abs() * OF_SUM + cents)
    }

    fn begin_anew(&mut self) {
        (self.open, self.rows) = (0.0, 0);
    }
}
