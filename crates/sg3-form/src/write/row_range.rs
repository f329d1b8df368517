//! Cells of a table as formulas name them.

use crate::layout::column::FormColumn;
use crate::layout::table::FormTable;
use crate::write::choice;
use crate::write::context::FormContext;
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use std::ops::Range;

/// Cells of some rows, counted from the first of the table, in columns of some kind, from the first of these to the last.
pub(crate) fn format_range(
    sheet: &str,
    table: &FormTable,
    is_asked: &dyn Fn(&FormColumn) -> bool,
    rows: Range<u32>,
) -> String {
    let asked = table.placed_columns().filter(|(_, column)| is_asked(column));
    let positions: Vec<u16> = asked.map(|(position, _)| position).collect();
    let (left, right) = (positions.first().copied().unwrap_or(1), positions.last().copied().unwrap_or(1));
    let (top, bottom) = (table.first_row() + rows.start, table.first_row() + rows.end.max(rows.start + 1) - 1);
    let (from, to) = (row_col_to_cell_absolute(top, left), row_col_to_cell_absolute(bottom, right));
    format!("'{}'!{from}:{to}", sheet.replace('\'', "''"))
}

/// The cells of all rows in columns of some kind, from the first of these to the last.
pub(crate) fn find_cells(
    form: &FormContext,
    sheet: &str,
    table: &FormTable,
    is_asked: &dyn Fn(&FormColumn) -> bool,
) -> String {
    format_range(sheet, table, is_asked, 0..choice::count_rows(form, table))
}
