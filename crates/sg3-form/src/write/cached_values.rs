//! What stands in the form when it is made, for the results of its live formulas.

use crate::layout::sheet::FormSheet;
use crate::layout::table::{FormTable, TableRows};
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::{check, required};
use sg3_calc::Value;
use sg3_lang::model::QuantityId;

impl FormContext<'_> {
    /// Figures required on a sheet, those of them that are there, and rows with something to look at.
    pub(crate) fn count_values(&self, sheet: &FormSheet) -> (usize, usize, usize) {
        sheet.tables.iter().fold((0, 0, 0), |(wanted, filled, faults), table| {
            let rows = self.fill_rows(table);
            let (asked, there) = self.count_required(table, &rows);
            let wrong = rows.iter().filter(|row| !matches!(check::compute_result(self, row), "" | check::FINE)).count();
            (wanted + asked, filled + there, faults + wrong)
        })
    }

    /// The figures that a table must have, and those of them that are there: what the formulas of `required` give.
    fn count_required(&self, table: &FormTable, rows: &[FilledRow]) -> (usize, usize) {
        if table.is_open() {
            return self.count_required_of_rows(table, rows);
        }
        let cells = rows.iter().flat_map(|row| row.asked.iter().zip(&row.values));
        let required: Vec<bool> = cells
            .filter(|(asked, _)| asked.as_ref().is_some_and(|asked| required::is_required(self, asked)))
            .map(|(_, value)| value.is_some())
            .collect();
        (required.len(), required.iter().filter(|there| **there).count())
    }

    fn count_required_of_rows(&self, table: &FormTable, rows: &[FilledRow]) -> (usize, usize) {
        if !required::needs_row(self, table) {
            return (0, 0);
        }
        let columns = required::find_required_columns(self, table);
        let wanted = |position: usize| columns.contains(&&table.columns[position]);
        let positions: Vec<bool> = table.value_columns().map(|(position, _)| wanted(position)).collect();
        let there = rows.iter().flat_map(|row| row.values.iter().zip(&positions));
        let there = there.filter(|(value, is_wanted)| **is_wanted && value.is_some()).count();
        (rows.len().max(1) * (columns.len() + 1), rows.len() + there)
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
}
