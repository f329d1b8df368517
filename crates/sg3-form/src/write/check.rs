//! The live check of a row: a formula, and what it gives for the values that the form is made with.

use super::Form;
use super::annotations::Filled;
use super::shared_annotations::Span;
use crate::layout::Table;
use crate::layout::evidence::Fact;
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
pub fn draw(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (row, column): (u32, u16),
    filled: &Filled,
) -> Result<(), XlsxError> {
    let Some(formula) = formula(form, table, row) else {
        return cells_of_write::text(sheet, row, column, "", &form.styles.check);
    };
    let formula = Formula::new(formula).set_result(form.brief(result(form, filled)));
    sheet.write_formula_with_format(row, column, formula, &form.styles.check)?;
    Ok(())
}

/// A run of cells of a row that hold values of one input.
struct Run<'a> {
    first: u16,
    last: u16,
    input: &'a Quantity,
}

/// Columns of runs, those joined that lie side by side: a long table has a formula in every row, so it should be short.
fn joined<'a>(runs: impl Iterator<Item = &'a Run<'a>>) -> Vec<(u16, u16)> {
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
fn formula(form: &Form, table: &Table, row: u32) -> Option<String> {
    let positions: Vec<u16> = table.value_columns().map(|(number, _)| table.position(number) as u16).collect();
    let all = cells(row, *positions.first()?, *positions.last()?);
    let runs = runs(form, table, row);
    let numbers = || runs.iter().filter(|run| matches!(run.input.kind, Kind::Number(_)));
    let faults = [
        (sum(joined(numbers()).iter().map(|(first, last)| not_numbers(form, &cells(row, *first, *last)))), NO_NUMBER),
        (sum(numbers().flat_map(|run| beyond(row, run))), OUT_OF_RANGE),
        (status_fault(form, table, row, &all), STATUS),
        (reason_fault(form, table, row), REASON),
    ];
    let faults = faults.into_iter().filter(|(fault, _)| !fault.is_empty());
    let said = |words: &str| format!("\"{}\"", cells_of_write::quoted(&form.brief(words)));
    let chosen = faults.rev().fold(said(FINE), |rest, (fault, words)| format!("IF({fault},{},{rest})", said(words)));
    let status = cell(table, row, Fact::Status).map(|status| format!(",{status}")).unwrap_or_default();
    Some(format!("IF(COUNTA({all}{status})=0,\"\",{chosen})"))
}

fn runs<'a>(form: &'a Form, table: &Table, row: u32) -> Vec<Run<'a>> {
    let single = || {
        let at = row.checked_sub(table.first_row())?;
        let input = form.model.quantity(table.fixed_rows().get(at as usize)?.asks?);
        let mut values = table.value_columns().map(|(number, _)| table.position(number) as u16);
        let first = values.next()?;
        Some(Run { first, last: values.last().unwrap_or(first), input })
    };
    let of_input =
        |span: Span| Some(Run { first: span.first, last: span.last, input: form.model.quantity(span.input?) });
    let of_inputs = table.spans().into_iter().filter_map(of_input);
    single().into_iter().chain(of_inputs).collect()
}

fn not_numbers(form: &Form, cells: &str) -> String {
    format!("COUNTA({cells})-COUNT({cells}){}", without_nothing(form, cells))
}

/// Less the cells that say that there is no value.
fn without_nothing(form: &Form, cells: &str) -> String {
    ["n/a", Status::NotAvailable.words(), Status::NotApplicable.words()]
        .map(|words| format!("-COUNTIF({cells},\"{}\")", cells_of_write::quoted(&form.brief(words))))
        .concat()
}

/// Amounts of money are in the scale of the sheet, so only bounds of zero hold for them.
fn beyond(row: u32, run: &Run) -> Vec<String> {
    let cells = cells(row, run.first, run.last);
    let range = run.input.input().and_then(|input| input.range);
    let holds = |(value, _): &(f64, bool)| *value == 0.0 || !unit::is_amount(run.input);
    let count = |sign: &str, (value, itself): (f64, bool)| {
        format!("COUNTIF({cells},\"{sign}{}{value}\")", if itself { "" } else { "=" })
    };
    let Some(Range { least, greatest }) = range else { return Vec::new() };
    let least = least.filter(holds).map(|bound| count("<", bound));
    least.into_iter().chain(greatest.filter(holds).map(|bound| count(">", bound))).collect()
}

fn status_fault(form: &Form, table: &Table, row: u32, all: &str) -> String {
    let Some(status) = cell(table, row, Fact::Status) else { return String::new() };
    let is_one = |words: &[Status]| {
        let words =
            words.iter().map(|word| format!("{status}=\"{}\"", cells_of_write::quoted(&form.brief(word.words()))));
        let words: Vec<String> = words.collect();
        if let [only] = &words[..] { only.clone() } else { format!("OR({})", words.join(",")) }
    };
    let nothing = is_one(&[Status::NotAvailable, Status::NotApplicable]);
    let something = is_one(&[Status::Audited, Status::Unaudited, Status::Measured, Status::Estimated]);
    let fault = format!(
        "OR(IF(COUNTA({all}){}>0,{nothing},{something}),AND({},SUMPRODUCT(({all}<>\"\")*({all}<>0))>0))",
        without_nothing(form, all),
        is_one(&[Status::Nil]),
    );
    // A status of one of several figures says nothing of the others.
    let of_all = cell(table, row, Fact::Concerns).map(|one| format!("AND({one}=\"\",{fault})"));
    of_all.unwrap_or(fault)
}

fn reason_fault(form: &Form, table: &Table, row: u32) -> String {
    let cells = cell(table, row, Fact::Confidential).zip(cell(table, row, Fact::Reason));
    cells
        .map(|(claim, reason)| format!("AND({claim}=\"{}\",{reason}=\"\")", cells_of_write::quoted(&form.brief("yes"))))
        .unwrap_or_default()
}

fn sum(terms: impl Iterator<Item = String>) -> String {
    let terms: Vec<String> = terms.collect();
    if terms.is_empty() { String::new() } else { format!("{}>0", terms.join("+")) }
}

fn cells(row: u32, first: u16, last: u16) -> String {
    match first == last {
        true => row_col_to_cell(row, first),
        false => format!("{}:{}", row_col_to_cell(row, first), row_col_to_cell(row, last)),
    }
}

fn cell(table: &Table, row: u32, fact: Fact) -> Option<String> {
    table.fact(fact).map(|column| row_col_to_cell(row, column as u16))
}

/// What the formula gives for the values with which the form is made.
pub fn result(form: &Form, filled: &Filled) -> &'static str {
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
