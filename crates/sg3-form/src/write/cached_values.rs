//! What stands in the form when it is made, for the results of its live formulas.

use crate::layout::sheet::FormSheet;
use crate::layout::table::{FormTable, OpenRows, TableRows};
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::{check, choice};
use sg3_calc::Value;
use sg3_lang::model::QuantityId;

impl FormContext<'_> {
    /// Figures asked for on a sheet, those that are there, and rows with something to look at.
    pub(crate) fn count_values(&self, sheet: &FormSheet) -> (usize, usize, usize) {
        let tables = sheet.tables.iter().filter(|table| table.value_columns().next().is_some());
        tables.fold((0, 0, 0), |(wanted, filled, faults), table| {
            let rows = self.fill_rows(table);
            let values = rows.iter().map(|row| row.values.iter().flatten().count()).sum::<usize>();
            let wrong = rows.iter().filter(|row| !matches!(check::compute_result(self, row), "" | check::FINE)).count();
            let asked = table.value_columns().count() * self.count_codes(table, rows.len());
            (wanted + asked, filled + values, faults + wrong)
        })
    }

    /// Values that stand in a table.
    pub(crate) fn collect_values(&self, table: &FormTable) -> Vec<(QuantityId, Value)> {
        let cells = self.fill_rows(table).into_iter().flat_map(|row| row.asked.into_iter().zip(row.values));
        cells.filter_map(|(asked, value)| Some((asked?.0, value?))).collect()
    }

    fn fill_rows(&self, table: &FormTable) -> Vec<FilledRow> {
        let shared = SharedAnnotations::of(self, table);
        match &table.rows {
            TableRows::Fixed(rows) => {
                rows.iter().map(|row| FilledRow::of(self, table, &shared, Some(row), &row.members)).collect()
            }
            TableRows::Open(_) => {
                let rows = self.list_rows(table);
                rows.iter().map(|row| FilledRow::of(self, table, &shared, None, &row.members)).collect()
            }
        }
    }

    /// Rows that have a code: numbered ones have it from the start.
    fn count_codes(&self, table: &FormTable, rows: usize) -> usize {
        match table.rows {
            TableRows::Open(OpenRows::Numbered(_)) => choice::count_rows(self, table) as usize,
            _ => rows,
        }
    }
}
