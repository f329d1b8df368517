//! Sums among the rows of a table: told by their words in any language, and by arithmetic.

use super::dictionary::words::TOTAL;
use super::lexicon::Lexicon;
use super::table::SourceTable;
use crate::source::cell::SourceValue;
use crate::source::sheet::SourceSheet;
use crate::weights::reconcile::OF_SUM;
use crate::weights::tables::{DIGITS_OF_SUM, LEAST_TOTAL, TOTAL_REACH};
use crate::weights::words::NAMES_TOTAL;

/// An item of a column that is in no sum yet.
#[derive(Clone, Copy)]
struct Item {
    line: usize,
    values: [f64; 3],
}

/// Marks the lines that are sums and finds what they are sums of.
pub(crate) fn mark_totals(sheet: &SourceSheet, table: &mut SourceTable, lexicon: &Lexicon) {
    let columns = fullest_columns(sheet, table);
    let mut open: Vec<Item> = Vec::new();
    for line in 0..table.lines.len() {
        let row = table.lines[line].row;
        let values = columns.map(|column| column.and_then(|column| sheet.cell(row, column)?.number()));
        let said = says_total(lexicon, &table.lines[line].label);
        let found = find_parts(&open, &values, said);
        match found.filter(|from| said || is_no_coincidence(table, line, &open[*from..], &values)) {
            Some(from) => {
                table.lines[line].parts = open.split_off(from).iter().map(|item| item.line).collect();
                table.lines[line].is_total = true;
            }
            None => table.lines[line].is_total = said,
        }
        open.push(Item { line, values: values.map(|value| value.unwrap_or(0.0)) });
    }
    mark_leading_accounts(sheet, table, columns[0]);
}

/// Whether a sum that no word announces is more than one of round amounts: 1000 and 2000 are 3000 in many a ledger. Either the
/// row is told apart from its parts, or its figures have more digits than as many rows hit by chance.
fn is_no_coincidence(table: &SourceTable, line: usize, parts: &[Item], values: &[Option<f64>; 3]) -> bool {
    let row = &table.lines[line];
    let mut rows = parts.iter().map(|part| &table.lines[part.line]);
    let stands_apart = (row.code.is_none() && rows.clone().all(|part| part.code.is_some()))
        || (row.label.is_empty() && rows.all(|part| !part.label.is_empty()));
    let digits: usize = values.iter().flatten().map(|value| count_digits(*value)).sum();
    stands_apart || digits >= DIGITS_OF_SUM + table.lines.len().ilog10() as usize
}

/// Digits of an amount up to the last that is not zero.
fn count_digits(value: f64) -> usize {
    let digits: String = format!("{:.2}", value.abs()).chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// An account whose code begins those of the accounts below it, and whose figure is their sum.
fn mark_leading_accounts(sheet: &SourceSheet, table: &mut SourceTable, column: Option<u32>) {
    let Some(column) = column else { return };
    let number =
        |table: &SourceTable, line: usize| sheet.cell(table.lines[line].row, column).and_then(SourceValue::number);
    for line in (0..table.lines.len().saturating_sub(1)).rev() {
        let Some(code) = table.lines[line].code.clone().filter(|_| !table.lines[line].is_total) else { continue };
        let below = table.lines[line + 1..].iter().take_while(|other| match &other.code {
            Some(other) => other.len() > code.len() && other.starts_with(&*code),
            None => other.is_total,
        });
        let below = below.count();
        let parts: Vec<usize> = (line + 1..=line + below).filter(|part| !table.lines[*part].is_total).collect();
        let sum: f64 = parts.iter().filter_map(|part| number(table, *part)).sum();
        if parts.len() > 1
            && number(table, line).is_some_and(|value| value != 0.0 && (value - sum).abs() <= sum.abs() * OF_SUM)
        {
            table.lines[line].parts = parts;
            table.lines[line].is_total = true;
        }
    }
}

/// Whether a label says that its row is a sum.
pub(crate) fn says_total(lexicon: &Lexicon, label: &str) -> bool {
    label.chars().count() <= 120 && lexicon.fit_of_word(label, TOTAL) >= NAMES_TOTAL
}

/// The three columns with most figures.
fn fullest_columns(sheet: &SourceSheet, table: &SourceTable) -> [Option<u32>; 3] {
    let columns = table.heads.iter().take(12).map(|head| head.column);
    let mut columns: Vec<(usize, u32)> = columns.map(|column| (count_figures(sheet, table, column), column)).collect();
    columns.sort_by_key(|(filled, column)| (std::cmp::Reverse(*filled), *column));
    let mut found = columns.into_iter().filter(|(filled, _)| *filled > 0).map(|(_, column)| column);
    std::array::from_fn(|_| found.next())
}

/// Figures of a column, in the first rows of a table.
fn count_figures(sheet: &SourceSheet, table: &SourceTable, column: u32) -> usize {
    let lines = table.lines.iter().take(2_000);
    lines.filter(|line| sheet.cell(line.row, column).and_then(SourceValue::number).is_some()).count()
}

/// From where on the open items add up to the values that there are; a single item is no sum unless the words say so.
fn find_parts(open: &[Item], values: &[Option<f64>; 3], said: bool) -> Option<usize> {
    let significant = values.iter().flatten().any(|value| value.abs() >= LEAST_TOTAL);
    let reach = if said { open.len() } else { TOTAL_REACH.min(open.len()) };
    if values.iter().all(Option::is_none) || !(said || significant) {
        return None;
    }
    let (mut sums, mut sizes) = ([0.0; 3], [0.0; 3]);
    for from in (open.len() - reach..open.len()).rev() {
        let item = &open[from];
        // Whatever reaches over a row without figures is no sum that arithmetic alone may find.
        if !said && item.values.iter().all(|value| *value == 0.0) {
            return None;
        }
        for column in 0..3 {
            sums[column] += item.values[column];
            sizes[column] += item.values[column].abs();
        }
        let taken = open.len() - from;
        let rounded = if said { taken } else { 0 };
        let adds_up = (0..3).all(|column| {
            values[column].is_none_or(|value| is_equal_but_for_rounding(sums[column], value, sizes[column], rounded))
        });
        if adds_up && (said || taken >= 2) {
            return Some(from);
        }
    }
    None
}

/// Equal but for rounding: printed thousands add up to within half a unit for each of so many.
fn is_equal_but_for_rounding(sum: f64, value: f64, size: f64, rounded: usize) -> bool {
    let rounding =
        if sum.fract() == 0.0 && value.fract() == 0.0 && size > 10_000.0 { 0.5 * rounded.min(4) as f64 } else { 0.0 };
    (sum - value).abs() <= rounding + size * OF_SUM
}
