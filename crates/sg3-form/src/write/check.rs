//! The live check of a row: a formula, and what it gives for the values that the form is made with.

use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_calc::present::unit;
use sg3_calc::{Status, Value, settle};
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::write::cells;

/// What the check says of a row, gravest first.
const NO_NUMBER: &str = "not a number";
const OUT_OF_RANGE: &str = "out of range";
const STATUS: &str = "status?";
const REASON: &str = "reason?";
/// What it says of a row without fault.
pub(crate) const FINE: &str = "ok";

/// Draws the check of a row.
pub(crate) fn draw_check(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (row, column): (u32, u16),
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    let Some(formula) = build_formula(form, table, row) else {
        return cells::write_text(sheet, row, column, "", &form.styles.check);
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
fn join_runs(runs: &[&CheckedRun]) -> Vec<(u16, u16)> {
    let mut joined: Vec<(u16, u16)> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some((_, last)) if *last + 1 == run.first => *last = run.last,
            _ => joined.push((run.first, run.last)),
        }
    }
    joined
}

/// The formula; nothing for a table without values. The gravest fault is named: `IF(a>0,"no number",IF(b>0,"out of
/// range","ok"))`.
fn build_formula(form: &FormContext, table: &FormTable, row: u32) -> Option<String> {
    let positions: Vec<u16> = table.value_columns().map(|(number, _)| table.sheet_column(number) as u16).collect();
    let all = cell_range(row, *positions.first()?, *positions.last()?);
    let runs = find_runs(form, table, row);
    let numbers: Vec<&CheckedRun> = runs.iter().filter(|run| matches!(run.input.kind, Kind::Number(_))).collect();
    let faults = [
        (test_numbers(form, row, &numbers), NO_NUMBER),
        (
            add_terms(
                numbers.iter().flat_map(|run| count_out_of_range(&cell_range(row, run.first, run.last), run.input)),
            ),
            OUT_OF_RANGE,
        ),
        (test_status(form, table, row, &all), STATUS),
        (test_reason(form, table, row), REASON),
    ];
    let faults = faults.into_iter().filter(|(fault, _)| !fault.is_empty());
    let chosen =
        faults.rev().fold(form.quote(FINE), |rest, (fault, words)| format!("IF({fault},{},{rest})", form.quote(words)));
    let status = evidence_cell(table, row, EvidenceField::Status);
    let status = status.map(|status| format!(",{status}")).unwrap_or_default();
    Some(format!("IF(COUNTA({all}{status})=0,\"\",{chosen})"))
}

fn find_runs<'a>(form: &'a FormContext, table: &FormTable, row: u32) -> Vec<CheckedRun<'a>> {
    let arrays = table.column_spans().into_iter().filter_map(|span| {
        Some(CheckedRun { first: span.first, last: span.last, input: form.model.quantity(span.input?) })
    });
    find_scalar_run(form, table, row).into_iter().chain(arrays).collect()
}

/// The cells of the input that the row itself is, in a table whose rows are inputs.
fn find_scalar_run<'a>(form: &'a FormContext, table: &FormTable, row: u32) -> Option<CheckedRun<'a>> {
    let at = row.checked_sub(table.first_row())?;
    let input = form.model.quantity(table.fixed_rows().get(at as usize)?.asks?);
    let mut values = table.value_columns().map(|(number, _)| table.sheet_column(number) as u16);
    let first = values.next()?;
    Some(CheckedRun { first, last: values.last().unwrap_or(first), input })
}

fn test_numbers(form: &FormContext, row: u32, runs: &[&CheckedRun]) -> String {
    let joined = join_runs(runs).into_iter();
    add_terms(joined.map(|(first, last)| count_not_numbers(form, &cell_range(row, first, last))))
}

/// Cells that hold something other than a number or a word for none.
pub(crate) fn count_not_numbers(form: &FormContext, cells: &str) -> String {
    format!("COUNTA({cells})-COUNT({cells}){}", subtract_absent(form, cells))
}

/// Less the cells that say that there is no value.
fn subtract_absent(form: &FormContext, cells: &str) -> String {
    words_for_nothing(form).map(|words| format!("-COUNTIF({cells},{words})")).concat()
}

/// What a cell may say in place of a figure, as texts of a formula in the language of the form.
pub(crate) fn words_for_nothing(form: &FormContext) -> [String; 3] {
    ["n/a", Status::NotAvailable.label(), Status::NotApplicable.label()].map(|words| form.quote(words))
}

/// Cells out of the range of an input. Amounts of money are in the scale of the sheet, so only bounds of zero hold for them: 500 may be 500,000 of "at
/// least 1,000".
pub(crate) fn count_out_of_range(cells: &str, input: &Quantity) -> Vec<String> {
    let Some(range) = input.input().and_then(|input| input.range) else { return Vec::new() };
    [("<", range.least), (">", range.greatest)]
        .into_iter()
        .filter_map(|(sign, bound)| Some((sign, bound?)))
        .filter(|(_, (bound, _))| *bound == 0.0 || !unit::is_amount(input))
        .map(|(sign, (bound, itself))| format!("COUNTIF({cells},\"{sign}{}{bound}\")", if itself { "" } else { "=" }))
        .collect()
}

/// A status must agree with what is there: "not available" with no figure, "measured" with one, "nil" with zero or
/// none.
fn test_status(form: &FormContext, table: &FormTable, row: u32, all: &str) -> String {
    let Some(status) = evidence_cell(table, row, EvidenceField::Status) else { return String::new() };
    let nothing = test_words(form, &status, &[Status::NotAvailable, Status::NotApplicable]);
    let something =
        test_words(form, &status, &[Status::Audited, Status::Unaudited, Status::Measured, Status::Estimated]);
    let fault = format!(
        "OR(IF(COUNTA({all}){}>0,{nothing},{something}),AND({},SUMPRODUCT(({all}<>\"\")*({all}<>0))>0))",
        subtract_absent(form, all),
        test_words(form, &status, &[Status::Nil]),
    );
    // A status of one of several figures says nothing of the others.
    let of_all = evidence_cell(table, row, EvidenceField::Concerns).map(|one| format!("AND({one}=\"\",{fault})"));
    of_all.unwrap_or(fault)
}

/// `E5="nil"`, or `OR(E5="audited",E5="measured")`.
fn test_words(form: &FormContext, cell: &str, statuses: &[Status]) -> String {
    let tests: Vec<String> = statuses.iter().map(|status| format!("{cell}={}", form.quote(status.label()))).collect();
    if let [only] = &tests[..] { only.clone() } else { format!("OR({})", tests.join(",")) }
}

fn test_reason(form: &FormContext, table: &FormTable, row: u32) -> String {
    let claim = evidence_cell(table, row, EvidenceField::Confidential);
    let cells = claim.zip(evidence_cell(table, row, EvidenceField::Reason));
    cells.map(|(claim, reason)| format!("AND({claim}={},{reason}=\"\")", form.quote("yes"))).unwrap_or_default()
}

fn add_terms(terms: impl Iterator<Item = String>) -> String {
    let terms: Vec<String> = terms.collect();
    if terms.is_empty() { String::new() } else { format!("{}>0", terms.join("+")) }
}

fn cell_range(row: u32, first: u16, last: u16) -> String {
    if first == last {
        row_col_to_cell(row, first)
    } else {
        format!("{}:{}", row_col_to_cell(row, first), row_col_to_cell(row, last))
    }
}

fn evidence_cell(table: &FormTable, row: u32, field: EvidenceField) -> Option<String> {
    table.evidence_column(field).map(|column| row_col_to_cell(row, column as u16))
}

/// What the formula gives for the values with which the form is made.
pub(crate) fn compute_result(form: &FormContext, filled: &FilledRow) -> &'static str {
    let status = filled.evidence.status;
    let values: Vec<&Value> = filled.values.iter().flatten().collect();
    if values.is_empty() && status.is_none() {
        ""
    } else if !are_within(form, filled) {
        OUT_OF_RANGE
    } else if filled.concerns.is_empty() && disagrees(&values, status) {
        STATUS
    } else {
        FINE
    }
}

fn are_within(form: &FormContext, filled: &FilledRow) -> bool {
    filled.values.iter().zip(&filled.asked).all(|(value, asked)| match (value, asked) {
        (Some(Value::Number(number)), Some((quantity, _))) => is_within(form.model.quantity(*quantity), *number),
        _ => true,
    })
}

fn is_within(quantity: &Quantity, number: f64) -> bool {
    let range = quantity.input().and_then(|input| input.range);
    range.is_none_or(|range| range.contains(number))
}

/// Whether a status is about nothing, or says another thing than any of the values.
fn disagrees(values: &[&Value], status: Option<Status>) -> bool {
    let any = values.iter().any(|value| settle(Some((*value).clone()), status).is_err());
    any || (values.is_empty() && settle(None, status).is_err())
}
