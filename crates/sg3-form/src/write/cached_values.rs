//! What stands in the form when it is made, for the results of its live formulas.

use super::annotations::Filled;
use super::shared_annotations::Told;
use super::{Form, check};
use crate::layout::{Rows, Sheet, Table};
use sg3_calc::Value;
use sg3_lang::model::QuantityId;

impl Form<'_> {
    /// Figures asked for on a sheet, those that are there, and rows with something to look at.
    pub fn counted(&self, sheet: &Sheet) -> (usize, usize, usize) {
        let tables = sheet.tables.iter().filter(|table| table.value_columns().next().is_some());
        tables.fold((0, 0, 0), |(wanted, filled, faults), table| {
            let rows = self.filled_rows(table);
            let values = rows.iter().map(|row| row.values.iter().flatten().count()).sum::<usize>();
            let wrong = rows.iter().filter(|row| !matches!(check::result(self, row), "" | check::FINE)).count();
            let asked = table.value_columns().count() * self.codes(table, rows.len());
            (wanted + asked, filled + values, faults + wrong)
        })
    }

    /// Values that stand in a table.
    pub fn values_of(&self, table: &Table) -> Vec<(QuantityId, Value)> {
        let of_row = |row: Filled| {
            let pairs = row.asked.into_iter().zip(row.values);
            pairs.filter_map(|(asked, value)| Some((asked?.0, value?))).collect::<Vec<_>>()
        };
        self.filled_rows(table).into_iter().flat_map(of_row).collect()
    }

    fn filled_rows(&self, table: &Table) -> Vec<Filled> {
        let told = Told::of(self, table);
        match &table.rows {
            Rows::Fixed(rows) => {
                rows.iter().map(|row| Filled::of(self, table, &told, Some(row), &row.members)).collect()
            }
            Rows::Open(_) => {
                let rows = self.given.rows(self.model, table);
                rows.iter().map(|row| Filled::of(self, table, &told, None, &row.members)).collect()
            }
        }
    }

    /// Rows that have a code: numbered ones have it from the start.
    fn codes(&self, table: &Table, rows: usize) -> usize {
        use crate::layout::Open;
        match table.rows {
            Rows::Open(Open::Numbered(_)) => super::choice::rows(self, table) as usize,
            _ => rows,
        }
    }
}
