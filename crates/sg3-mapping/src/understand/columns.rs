//! Which columns of a table say what a row is, and which hold its figures.

use super::lexicon::Lexicon;
use super::measure;
use super::table::{ColumnHead, SourceTable, TableRow};
use crate::source::cell::SourceValue;
use crate::source::row::{SourceRow, has_figures};
use crate::weights::tables::{LEAST_DIGITS, MOST_CODES};
use std::collections::{BTreeMap, HashSet};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    Figures,
    Words,
    Units,
    Codes,
    Nothing,
}

#[derive(Default)]
struct ColumnCount<'a> {
    numbers: usize,
    whole: usize,
    texts: usize,
    sample: Vec<&'a str>,
}

/// The tables that stand side by side in some rows, without the words of their heads.
pub(crate) fn split_bands(number: usize, body: &[&SourceRow], lexicon: &Lexicon) -> Vec<SourceTable> {
    let columns = classify_columns(body, lexicon);
    let bands = split_side_by_side(&columns);
    bands.into_iter().map(|band| build_table(number, body, &band)).filter(|table| !table.lines.is_empty()).collect()
}

fn classify_columns(body: &[&SourceRow], lexicon: &Lexicon) -> Vec<(u32, ColumnKind)> {
    let mut counts: BTreeMap<u32, ColumnCount> = BTreeMap::new();
    for cell in body.iter().flat_map(|row| &row.cells) {
        count_value(counts.entry(cell.column).or_default(), &cell.value);
    }
    let rows = body.iter().filter(|row| has_figures(row)).count();
    let mut columns: Vec<(u32, ColumnKind)> =
        counts.iter().map(|(column, count)| (*column, classify(count, lexicon))).collect();
    let first = columns.iter().position(|(_, holds)| *holds == ColumnKind::Figures);
    if let Some(position) = first.filter(|first| rows >= 3 && stands_before_words(&columns, *first)) {
        let column = columns[position].0;
        let count = &counts[&column];
        if count.whole == count.numbers && are_distinct(body, column, count.numbers) {
            columns[position].1 = ColumnKind::Codes;
        }
    }
    columns
}

/// Whether the first column of numbers has words beside it and figures behind them, as codes have.
fn stands_before_words(columns: &[(u32, ColumnKind)], first: usize) -> bool {
    let is_before_words = columns.get(first + 1).is_some_and(|(_, holds)| *holds == ColumnKind::Words);
    is_before_words && columns[first + 1..].iter().any(|(_, holds)| *holds == ColumnKind::Figures)
}

/// Whether nearly every number of a column is another, as codes are.
fn are_distinct(body: &[&SourceRow], column: u32, numbers: usize) -> bool {
    let all = body.iter().filter_map(|row| row.cell(column)?.number());
    let distinct: HashSet<u64> = all.map(f64::to_bits).collect();
    distinct.len().min(MOST_CODES) * 10 >= numbers * 9
}

fn count_value<'a>(count: &mut ColumnCount<'a>, value: &'a SourceValue) {
    match value {
        SourceValue::Number(number) | SourceValue::Typed(_, number) => {
            count.numbers += 1;
            count.whole += usize::from(number.fract() == 0.0 && *number >= 1.0);
        }
        SourceValue::Either(..) => count.numbers += 1,
        SourceValue::Words(text) if value.label().is_some() => {
            count.texts += 1;
            if count.sample.len() < 40 {
                count.sample.push(text);
            }
        }
        SourceValue::Day(_) => count.texts += 1,
        SourceValue::Words(_) | SourceValue::Error(_) | SourceValue::Uncalculated => {}
    }
}

fn classify(count: &ColumnCount, lexicon: &Lexicon) -> ColumnKind {
    let units =
        count.sample.iter().filter(|text| text.chars().count() <= 24 && measure::is_unit(lexicon, text)).count();
    if count.numbers == 0 && count.texts == 0 {
        ColumnKind::Nothing
    } else if count.numbers >= count.texts {
        ColumnKind::Figures
    } else if units * 10 >= count.sample.len() * 7 && units > 0 {
        ColumnKind::Units
    } else {
        ColumnKind::Words
    }
}

/// A column of words between figures begins another table beside the first.
fn split_side_by_side(columns: &[(u32, ColumnKind)]) -> Vec<Vec<(u32, ColumnKind)>> {
    let mut bands: Vec<Vec<(u32, ColumnKind)>> = vec![Vec::new()];
    for (position, (column, holds)) in columns.iter().enumerate() {
        let band = bands.last_mut().expect("there is always one");
        let has_figures = band.iter().any(|(_, holds)| *holds == ColumnKind::Figures);
        let has_words = band.iter().any(|(_, holds)| *holds == ColumnKind::Words);
        let more = columns[position..].iter().any(|(_, holds)| *holds == ColumnKind::Figures);
        if *holds == ColumnKind::Words && has_figures && has_words && more {
            bands.push(vec![(*column, *holds)]);
        } else {
            band.push((*column, *holds));
        }
    }
    bands
}

fn columns_of_kind(band: &[(u32, ColumnKind)], wanted: ColumnKind) -> impl Iterator<Item = u32> + '_ {
    band.iter().filter(move |(_, holds)| *holds == wanted).map(|(column, _)| *column)
}

fn build_table(number: usize, body: &[&SourceRow], band: &[(u32, ColumnKind)]) -> SourceTable {
    let figures: Vec<u32> = columns_of_kind(band, ColumnKind::Figures).collect();
    let all: Vec<u32> = columns_of_kind(band, ColumnKind::Words).collect();
    let before: Vec<u32> =
        all.iter().copied().filter(|column| figures.first().is_some_and(|first| column < first)).collect();
    let labels = if before.is_empty() { all } else { before };
    let heads = figures.iter().map(|column| ColumnHead { column: *column, words: Vec::new() }).collect();
    let (codes, units) =
        (columns_of_kind(band, ColumnKind::Codes).next(), columns_of_kind(band, ColumnKind::Units).next());
    let mut table = SourceTable { sheet: number, titles: Vec::new(), heads, codes, labels, lines: Vec::new() };
    let mut under = Headings::default();
    for row in body {
        if figures.iter().any(|column| {
            row.cell(*column).is_some_and(|value| value.number().is_some() || matches!(value, SourceValue::Either(..)))
        }) {
            table.lines.push(build_row(row, &table, units, &mut under));
        } else {
            under.heading(row, &table);
        }
    }
    table
}

/// The headings that a row stands under.
#[derive(Default)]
struct Headings {
    section: Vec<String>,
    /// Whether the last row was a heading.
    fresh: bool,
    /// The words of the first column of labels, which hold for rows that leave it blank.
    group: String,
}

impl Headings {
    fn heading(&mut self, row: &SourceRow, table: &SourceTable) {
        let words: Vec<&str> = row
            .cells
            .iter()
            .filter(|cell| Some(cell.column) != table.codes)
            .filter_map(|cell| cell.value.label())
            .collect();
        let [words] = words[..] else { return };
        if !self.fresh {
            self.section.clear();
        }
        self.section.push(words.to_owned());
        self.fresh = true;
    }
}

fn build_row(row: &SourceRow, table: &SourceTable, units: Option<u32>, under: &mut Headings) -> TableRow {
    under.fresh = false;
    let labels = table.labels.iter();
    let texts: Vec<(u32, String)> = labels.filter_map(|column| Some((*column, label_text(row, *column)?))).collect();
    let mut section = under.section.clone();
    match (table.labels.len() > 1, texts.first()) {
        (true, Some((column, words))) if *column == table.labels[0] => under.group = words.clone(),
        (true, Some(_)) if !under.group.is_empty() => section.push(under.group.clone()),
        _ => {}
    }
    let label = texts.iter().map(|(_, text)| &**text).collect::<Vec<_>>().join(" ");
    let (written, label) = split_code(&label);
    let code = table.codes.and_then(|column| label_text(row, column)).or(written);
    let label_column = texts.last().map_or(table.codes.unwrap_or(0), |(column, _)| *column);
    let unit = units.and_then(|column| label_text(row, column)).unwrap_or_default();
    TableRow { row: row.row, code, label, label_column, section, unit, parts: Vec::new(), is_total: false }
}

/// What a cell says of its row: words, a number or a day.
fn label_text(row: &SourceRow, column: u32) -> Option<String> {
    let value = row.cell(column)?;
    let says_something = value.label().is_some() || value.number().is_some() || matches!(value, SourceValue::Day(_));
    says_something.then(|| value.text())
}

/// `6011 Salaries` is an account with its name.
fn split_code(label: &str) -> (Option<String>, String) {
    let digits = label.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0);
    let rest = label[digits..].trim_start_matches([' ', '-', '.', ':', '–', '\u{a0}']);
    let is_code = digits >= LEAST_DIGITS && rest.len() < label.len() - digits && !rest.is_empty();
    if is_code && !super::period::is_year(label[..digits].parse().unwrap_or(0.0)) {
        (Some(label[..digits].to_owned()), rest.to_owned())
    } else {
        (None, label.to_owned())
    }
}
