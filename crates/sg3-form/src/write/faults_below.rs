//! What there is to look at in rows below those that are drawn: they have no check of their own.

use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::{check, choice, row_range};
use sg3_lang::model::Kind;

/// Counts cells that are no number or out of range; nothing where there are no such rows.
pub(crate) fn count_faults_below(form: &FormContext, sheet: &str, table: &FormTable) -> Option<String> {
    let (first, end) = (choice::count_drawn_rows(form, table), choice::count_rows(form, table));
    let below =
        |number: usize| row_range::format_range(sheet, table, &|column| *column == table.columns[number], first..end);
    let numbers = table.value_columns().filter_map(|(number, column)| {
        let input = form.model.quantity(column.array_input()?.quantity);
        matches!(input.kind, Kind::Number(_)).then(|| (below(number), input))
    });
    let counts = numbers.flat_map(|(cells, input)| {
        [vec![check::count_not_numbers(form, &cells)], check::count_out_of_range(&cells, input)].concat()
    });
    let counts: Vec<String> = counts.collect();
    (first < end && !counts.is_empty()).then(|| counts.join("+"))
}
