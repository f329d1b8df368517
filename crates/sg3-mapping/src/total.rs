//! Sums among the rows of a table: told by their words in any language, and by arithmetic.

use crate::dictionary::words::TOTAL;
use crate::foreign::{Says, Sheet};
use crate::lexicon::Lexicon;
use crate::table::{Line, Table};

/// Without a word for it, a sum is looked for among so many rows above.
const REACH: usize = 60;

/// Figures smaller than this are sums of others by chance.
const LEAST: f64 = 1_000.0;

/// How well a label must fit the words for a sum.
const FITS: f64 = 0.6;

/// An item of a column that is in no sum yet.
#[derive(Clone, Copy)]
struct Item {
    line: usize,
    values: [f64; 3],
}

/// Marks the lines that are sums and finds what they are sums of.
pub fn find(sheet: &Sheet, table: &mut Table, lexicon: &Lexicon) {
    let columns = columns(sheet, table);
    let mut open: Vec<Item> = Vec::new();
    for line in 0..table.lines.len() {
        let row = table.lines[line].row;
        let values = columns.map(|column| column.and_then(|column| sheet.cell(row, column)?.number()));
        let said = says_total(lexicon, &table.lines[line].label);
        match parts(&open, &values, said) {
            Some(from) => {
                table.lines[line].parts = open.split_off(from).iter().map(|item| item.line).collect();
                table.lines[line].is_total = true;
            }
            None => table.lines[line].is_total = said,
        }
        open.push(Item { line, values: values.map(|value| value.unwrap_or(0.0)) });
    }
    leading(sheet, table, columns[0]);
}

/// An account whose code begins those of the accounts below it, and whose figure is their sum.
fn leading(sheet: &Sheet, table: &mut Table, column: Option<u32>) {
    let Some(column) = column else { return };
    let number = |table: &Table, line: usize| sheet.cell(table.lines[line].row, column).and_then(Says::number);
    for line in (0..table.lines.len().saturating_sub(1)).rev() {
        let Some(code) = table.lines[line].code.clone().filter(|_| !table.lines[line].is_total) else { continue };
        let is_below = |other: &Line| {
            other.code.as_ref().is_some_and(|other| other.len() > code.len() && other.starts_with(&*code))
        };
        let below = table.lines[line + 1..]
            .iter()
            .take_while(|other| is_below(other) || other.code.is_none() && other.is_total)
            .count();
        let parts: Vec<usize> = (line + 1..=line + below).filter(|part| !table.lines[*part].is_total).collect();
        let sum: f64 = parts.iter().filter_map(|part| number(table, *part)).sum();
        if parts.len() > 1
            && number(table, line).is_some_and(|value| value != 0.0 && (value - sum).abs() <= sum.abs() * 1e-9)
        {
            table.lines[line].parts = parts;
            table.lines[line].is_total = true;
        }
    }
}

/// Whether a label says that its row is a sum.
pub fn says_total(lexicon: &Lexicon, label: &str) -> bool {
    label.chars().count() <= 120 && lexicon.says(label, TOTAL) >= FITS
}

/// The three columns with most figures.
fn columns(sheet: &Sheet, table: &Table) -> [Option<u32>; 3] {
    let filled = |column: u32| {
        table
            .lines
            .iter()
            .take(2_000)
            .filter(|line| sheet.cell(line.row, column).and_then(|says| says.number()).is_some())
            .count()
    };
    let mut columns: Vec<(usize, u32)> =
        table.heads.iter().take(12).map(|head| (filled(head.column), head.column)).collect();
    columns.sort_by_key(|(filled, column)| (std::cmp::Reverse(*filled), *column));
    let mut found = columns.into_iter().filter(|(filled, _)| *filled > 0).map(|(_, column)| column);
    std::array::from_fn(|_| found.next())
}

/// From where on the open items add up to the values that there are; a single item is no sum unless the words say so.
fn parts(open: &[Item], values: &[Option<f64>; 3], said: bool) -> Option<usize> {
    let significant = values.iter().flatten().any(|value| value.abs() >= LEAST);
    let reach = if said { open.len() } else { REACH.min(open.len()) };
    if values.iter().all(Option::is_none) || !(said || significant) {
        return None;
    }
    let (mut sums, mut sizes) = ([0.0; 3], [0.0; 3]);
    for from in (open.len() - reach..open.len()).rev() {
        let taken = open.len() - from;
        for column in 0..3 {
            sums[column] += open[from].values[column];
            sizes[column] += open[from].values[column].abs();
        }
        let rounded = if said { taken } else { 0 };
        let agrees =
            |column: usize| values[column].is_none_or(|value| close(sums[column], value, sizes[column], rounded));
        let is_filled = |item: &Item| item.values.iter().any(|value| *value != 0.0);
        let is_sum = said || (taken >= 2 && open[from..].iter().all(is_filled));
        if is_sum && (0..3).all(agrees) {
            return Some(from);
        }
    }
    None
}

/// Equal but for rounding: printed thousands add up to within half a unit for each of so many.
fn close(sum: f64, value: f64, size: f64, rounded: usize) -> bool {
    let rounding =
        if sum.fract() == 0.0 && value.fract() == 0.0 && size > 10_000.0 { 0.5 * rounded.min(4) as f64 } else { 0.0 };
    (sum - value).abs() <= rounding + size * 1e-9
}
