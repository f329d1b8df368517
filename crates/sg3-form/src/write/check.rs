//! The live check of a row: a formula, and what it gives for the values that the form is made with.

use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::shared_annotations::ColumnSpan;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_calc::present::unit;
use sg3_calc::{Status, Value, settle};
use sg3_lang::model::{Kind, Quantity, Range};
use sg3_workbook::write::cells as cells_of_write;

/// What the check says of a row, gravest first.
const NO_NUMBER: &str = "not a number";

const OUT_OF_RANGE: &str = "out of range";

const STATUS: &str = "status?";

const REASON: &str = "reason?";

/// What it says of a row without fault.
pub const FINE: &str = "ok";

/// Draws the check of a row.
pub fn draw_check(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (row, column): (u32, u16),
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    let Some(formula) = build_formula(form, table, row) else {
        return cells_of_write::text(sheet, row, column, "", &form.styles.check);
    };
    let formula = Formula::new(formula).set_result(form.translate_briefly(compute_result(form, filled)));
    sheet.write_formula_with_format(row, column, formula, &form.styles.check)?;
    Ok(())
}

/// A run of cells of a row that hold values of one input.
struct CheckedRun<'a> {
    first: u16,
    last: u16,
    input: &'a Quantity,
}

/// Columns of runs, those joined that lie side by side: a long table has a formula in every row, so it should be short.
fn join_runs<'a>(runs: impl Iterator<Item = &'a CheckedRun<'a>>) -> Vec<(u16, u16)> {
    let mut joined: Vec<(u16, u16)> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some((_, last)) if *last + 1 == run.first => *last = run.last,
            _ => joined.push((run.first, run.last)),
        }
    }
    joined
}

/// The formula; nothing for a table without values.
fn build_formula(form: &FormContext, table: &FormTable, row: u32) -> Option<String> {
    let positions: Vec<u16> = table.value_columns().map(|(number, _)| table.sheet_column(number) as u16).collect();
    let all = cell_range(row, *positions.first()?, *positions.last()?);
    let runs = find_runs(form, table, row);
    let numbers = || runs.iter().filter(|run| matches!(run.input.kind, Kind::Number(_)));
    let faults = [
        (
            add_terms(
                join_runs(numbers())
                    .iter()
                    .map(|(first, last)| count_not_numbers(form, &cell_range(row, *first, *last))),
            ),
            NO_NUMBER,
        ),
        (add_terms(numbers().flat_map(|run| count_out_of_range(row, run))), OUT_OF_RANGE),
        (test_status(form, table, row, &all), STATUS),
        (test_reason(form, table, row), REASON),
    ];
    let faults = faults.into_iter().filter(|(fault, _)| !fault.is_empty());
    let said = |words: &str| format!("\"{}\"", cells_of_write::quoted(&form.translate_briefly(words)));
    let chosen = faults.rev().fold(said(FINE), |rest, (fault, words)| format!("IF({fault},{},{rest})", said(words)));
    let status =
        evidence_cell(table, row, EvidenceField::Status).map(|status| format!(",{status}")).unwrap_or_default();
    Some(format!("IF(COUNTA({all}{status})=0,\"\",{chosen})"))
}

fn find_runs<'a>(form: &'a FormContext, table: &FormTable, row: u32) -> Vec<CheckedRun<'a>> {
    let single = || {
        let at = row.checked_sub(table.first_row())?;
        let input = form.model.quantity(table.fixed_rows().get(at as usize)?.asks?);
        let mut values = table.value_columns().map(|(number, _)| table.sheet_column(number) as u16);
        let first = values.next()?;
        Some(CheckedRun { first, last: values.last().unwrap_or(first), input })
    };
    let of_input = |span: ColumnSpan| {
        Some(CheckedRun { first: span.first, last: span.last, input: form.model.quantity(span.input?) })
    };
    let of_inputs = table.column_spans().into_iter().filter_map(of_input);
    single().into_iter().chain(of_inputs).collect()
}

fn count_not_numbers(form: &FormContext, cells: &str) -> String {
    format!("COUNTA({cells})-COUNT({cells}){}", subtract_absent(form, cells))
}

/// Less the cells that say that there is no value.
fn subtract_absent(form: &FormContext, cells: &str) -> String {
    ["n/a", Status::NotAvailable.words(), Status::NotApplicable.words()]
        .map(|words| format!("-COUNTIF({cells},\"{}\")", cells_of_write::quoted(&form.translate_briefly(words))))
        .concat()
}

/// Amounts of money are in the scale of the sheet, so only bounds of zero hold for them.
fn count_out_of_range(row: u32, run: &CheckedRun) -> Vec<String> {
    let cells = cell_range(row, run.first, run.last);
    let range = run.input.input().and_then(|input| input.range);
    let holds = |(value, _): &(f64, bool)| *value == 0.0 || !unit::is_amount(run.input);
    let count = |sign: &str, (value, itself): (f64, bool)| {
        format!("COUNTIF({cells},\"{sign}{}{value}\")", if itself { "" } else { "=" })
    };
    let Some(Range { least, greatest }) = range else { return Vec::new() };
    let least = least.filter(holds).map(|bound| count("<", bound));
    least.into_iter().chain(greatest.filter(holds).map(|bound| count(">", bound))).collect()
}

fn test_status(form: &FormContext, table: &FormTable, row: u32, all: &str) -> String {
    let Some(status) = evidence_cell(table, row, EvidenceField::Status) else { return String::new() };
    let is_one = |words: &[Status]| {
        let words = words
            .iter()
            .map(|word| format!("{status}=\"{}\"", cells_of_write::quoted(&form.translate_briefly(word.words()))));
        let words: Vec<String> = words.collect();
        if let [only] = &words[..] { only.clone() } else { format!("OR({})", words.join(",")) }
    };
    let nothing = is_one(&[Status::NotAvailable, Status::NotApplicable]);
    let something = is_one(&[Status::Audited, Status::Unaudited, Status::Measured, Status::Estimated]);
    let fault = format!(
        "OR(IF(COUNTA({all}){}>0,{nothing},{something}),AND({},SUMPRODUCT(({all}<>\"\")*({all}<>0))>0))",
        subtract_absent(form, all),
        is_one(&[Status::Nil]),
    );
    // A status of one of several figures says nothing of the others.
    let of_all = evidence_cell(table, row, EvidenceField::Concerns).map(|one| format!("AND({one}=\"\",{fault})"));
    of_all.unwrap_or(fault)
}

fn test_reason(form: &FormContext, table: &FormTable, row: u32) -> String {
    let cells =
        evidence_cell(table, row, EvidenceField::Confidential).zip(evidence_cell(table, row, EvidenceField::Reason));
    cells
        .map(|(claim, reason)| {
            format!("AND({claim}=\"{}\",{reason}=\"\")", cells_of_write::quoted(&form.translate_briefly("yes")))
        })
        .unwrap_or_default()
}

fn add_terms(terms: impl Iterator<Item = String>) -> String {
    let terms: Vec<String> = terms.collect();
    if terms.is_empty() { String::new() } else { format!("{}>0", terms.join("+")) }
}

fn cell_range(row: u32, first: u16, last: u16) -> String {
    match first == last {
        true => row_col_to_cell(row, first),
        false => format!("{}:{}", row_col_to_cell(row, first), row_col_to_cell(row, last)),
    }
}

fn evidence_cell(table: &FormTable, row: u32, fact: EvidenceField) -> Option<String> {
    table.evidence_column(fact).map(|column| row_col_to_cell(row, column as u16))
}

/// What the formula gives for the values with which the form is made.
pub fn compute_result(form: &FormContext, filled: &FilledRow) -> &'static str {
    let values = || filled.values.iter().flatten();
    let status = filled.evidence.status;
    if values().next().is_none() && status.is_none() {
        return "";
    }
    let fits = |(value, asked): (&Option<Value>, &Option<_>)| match (value, asked) {
        (Some(Value::Number(number)), Some((quantity, _))) => is_within(form.model.quantity(*quantity), *number),
        _ => true,
    };
    let disagrees = |value: Option<Value>| settle(value, status).is_err();
    let is_one = !filled.concerns.is_empty();
    match () {
        _ if !filled.values.iter().zip(&filled.asked).all(fits) => OUT_OF_RANGE,
        _ if !is_one && values().next().is_none() && disagrees(None) => STATUS,
        _ if !is_one && values().any(|value| disagrees(Some(value.clone()))) => STATUS,
        _ => FINE,
    }
}

fn is_within(quantity: &Quantity, number: f64) -> bool {
    let range = quantity.input().and_then(|input| input.range);
    range.is_none_or(|range| range.contains(number))
}
