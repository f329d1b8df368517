//! Which figures a form must have: those for which nothing stands in, and at least one row of every list.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::table::{FormTable, InputPlace};
use crate::write::context::FormContext;
use crate::write::row_range;
use sg3_calc::present::proposal;
use sg3_lang::model::QuantityId;

/// Formulas for the figures that a table must have, and those of them that are there.
pub(crate) fn count_required(form: &FormContext, sheet: &str, table: &FormTable) -> (String, String) {
    if table.is_open() { count_of_rows(form, sheet, table) } else { count_of_known(form, sheet, table) }
}

/// Whether nothing stands in for a figure that is left blank.
pub(crate) fn is_required(form: &FormContext, (input, place): &InputPlace) -> bool {
    let quantity = form.model.quantity(*input);
    has_no_blank(form, *input) && proposal::at(form.model, quantity, place).is_none()
}

/// The columns of a table to which rows are added that each of its rows must fill.
pub(crate) fn find_required_columns<'t>(form: &FormContext, table: &'t FormTable) -> Vec<&'t FormColumn> {
    let is_required = |input: QuantityId| {
        has_no_blank(form, input) && form.model.quantity(input).input().is_some_and(|input| input.default.is_none())
    };
    let columns = table.columns.iter();
    columns.filter(|column| column.array_input().is_some_and(|ask| is_required(ask.quantity))).collect()
}

/// Whether a table must have a row: a list, and rows with figures for which nothing stands in.
pub(crate) fn needs_row(form: &FormContext, table: &FormTable) -> bool {
    let is_list = table.listed_dimension().is_some() && !table.is_numbered();
    is_list || !find_required_columns(form, table).is_empty()
}

fn has_no_blank(form: &FormContext, input: QuantityId) -> bool {
    form.model.quantity(input).input().is_some_and(|input| input.blank.is_none())
}

/// Of a table to which rows are added: each row counts, and what it must fill.
fn count_of_rows(form: &FormContext, sheet: &str, table: &FormTable) -> (String, String) {
    if !needs_row(form, table) {
        return ("0".to_owned(), "0".to_owned());
    }
    let (rows, columns) = (count_rows(form, sheet, table), find_required_columns(form, table));
    let cells = |column: &&FormColumn| row_range::find_cells(form, sheet, table, &|other| other == *column);
    let there: Vec<String> = columns.iter().map(|column| format!("COUNTA({})", cells(column))).collect();
    (format!("MAX(1,{rows})*{}", columns.len() + 1), [vec![rows], there].concat().join("+"))
}

/// The rows that somebody has begun: those with a code, or with anything where numbers stand from the start.
fn count_rows(form: &FormContext, sheet: &str, table: &FormTable) -> String {
    let is_entered = |column: &FormColumn| match column.content {
        ColumnContent::Code(0) => !table.is_numbered(),
        ColumnContent::Label(_) => table.is_numbered(),
        _ => table.is_numbered() && column.holds_values(),
    };
    let entered = table.columns.iter().filter(|column| is_entered(column));
    let cells: Vec<String> =
        entered.map(|column| row_range::find_cells(form, sheet, table, &|other| other == column)).collect();
    match &cells[..] {
        [codes] if !table.is_numbered() => format!("COUNTA({codes})"),
        _ => {
            let tests: Vec<String> = cells.iter().map(|cells| format!("({cells}<>\"\")")).collect();
            format!("SUMPRODUCT(--(({})>0))", tests.join("+"))
        }
    }
}

/// Of a table whose rows are known.
fn count_of_known(form: &FormContext, sheet: &str, table: &FormTable) -> (String, String) {
    let runs: Vec<(&FormColumn, u32, u32)> =
        table.value_columns().flat_map(|(_, column)| find_runs(form, table, column)).collect();
    let wanted: u32 = runs.iter().map(|(_, first, end)| end - first).sum();
    let there = runs.iter().map(|(column, first, end)| {
        let cells = row_range::format_range(sheet, table, &|other| other == *column, *first..*end);
        format!("COUNTA({cells})")
    });
    let there: Vec<String> = there.collect();
    (wanted.to_string(), if there.is_empty() { "0".to_owned() } else { there.join("+") })
}

/// Rows below each other in which a column must be filled, with the first and the one after the last.
fn find_runs<'t>(form: &FormContext, table: &'t FormTable, column: &'t FormColumn) -> Vec<(&'t FormColumn, u32, u32)> {
    let mut runs: Vec<(&FormColumn, u32, u32)> = Vec::new();
    let asked = table.fixed_rows().iter().map(|row| table.input_at(column, Some(row), &row.members));
    for (row, _) in (0..).zip(asked).filter(|(_, asked)| asked.as_ref().is_some_and(|asked| is_required(form, asked))) {
        match runs.last_mut() {
            Some((_, _, end)) if *end == row => *end += 1,
            _ => runs.push((column, row, row + 1)),
        }
    }
    runs
}
