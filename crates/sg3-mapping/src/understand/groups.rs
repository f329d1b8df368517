//! Rows that count as one: a single line; all records of one value; all lines whose labels are parts of one input.

use super::concept::Concept;
use super::lexicon::Lexicon;
use super::period;
use super::table::{SourceTable, TableRow};
use crate::rules::row_filter::{Condition, Pattern, RowFilter};
use crate::source::sheet::SourceSheet;
use crate::weights::tables::{
    AS_GOOD_A_PART, LEAST_ACCOUNTS, LEAST_RECORDS, PART_OF_INPUT, RECORDS_FOR_EACH, SUM_AT_LEAST, SUM_BY_PARTS,
};
use sg3_lang::model::QuantityId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows that count as one.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// Lines, by position in the table.
    pub(crate) lines: Vec<usize>,
    /// What picks them, if not their addresses.
    pub(crate) filter: RowFilter,
    /// What they are called.
    pub(crate) label: String,
    /// Headings that they stand under.
    pub(crate) section: Vec<String>,
    /// What they are counted in.
    pub(crate) unit: String,
    /// The input that all of them are parts of.
    pub(crate) sums: Option<QuantityId>,
    /// How well they fit it.
    pub(crate) fit: f64,
    /// The share of lines around it of which it is known what they are: a sum may lack those that are not.
    pub(crate) complete: f64,
}

/// All groups of a table.
pub(crate) fn group_rows(sheet: &SourceSheet, table: &SourceTable, lexicon: &Lexicon) -> Vec<Group> {
    let records = group_records(sheet, table);
    if !records.is_empty() {
        return records;
    }
    let stems = group_stems(table);
    let in_stems: BTreeSet<usize> = stems.iter().flat_map(|group| group.lines.iter().copied()).collect();
    let singles = table.lines.iter().enumerate().filter(|(number, _)| !in_stems.contains(number));
    let singles = singles.map(|(number, line)| single_row(number, line));
    singles.chain(stems).chain(sum_groups(table, lexicon)).collect()
}

fn single_row(number: usize, line: &TableRow) -> Group {
    Group {
        lines: vec![number],
        filter: RowFilter::default(),
        label: line.label.clone(),
        section: line.section.clone(),
        unit: line.unit.clone(),
        sums: None,
        fit: 1.0,
        complete: 1.0,
    }
}

/// Rows below each other that differ only behind the last comma or dash: `Trunk calls, business`. Only where most rows do.
fn group_stems(table: &SourceTable) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, line) in table.lines.iter().enumerate().filter(|(_, line)| !line.is_total) {
        let Some(stem) = stem(&line.label) else { continue };
        match groups.last_mut().filter(|last| last.label == stem && last.section == line.section) {
            Some(last) => last.lines.push(number),
            None => groups.push(Group { label: stem.to_owned(), ..single_row(number, line) }),
        }
    }
    groups.retain(|group| group.lines.len() > 1);
    let inside: usize = groups.iter().map(|group| group.lines.len()).sum();
    let all = table.lines.iter().filter(|line| !line.is_total).count();
    if inside * 10 >= all * 6 { groups } else { Vec::new() }
}

fn stem(label: &str) -> Option<&str> {
    let at = label.rfind([',', '–', ':', '/', '،', '，'])?;
    Some(label[..at].trim()).filter(|stem| stem.chars().count() >= 4)
}

/// A table of records: for every column of few words a group for each of them.
fn group_records(sheet: &SourceSheet, table: &SourceTable) -> Vec<Group> {
    if table.lines.len() < LEAST_RECORDS {
        return Vec::new();
    }
    let by_column: Vec<(u32, BTreeMap<String, Vec<usize>>)> =
        table.labels.iter().map(|column| (*column, values_of_column(sheet, table, *column))).collect();
    // A column of names that differ from row to row makes it a list, not records.
    if by_column.is_empty()
        || by_column.iter().any(|(_, values)| !values.is_empty() && values.len() * 2 > table.lines.len())
    {
        return Vec::new();
    }
    let years = latest_year(&by_column);
    let few = by_column.iter().filter(|(_, values)| are_few(values, table.lines.len()));
    let groups =
        few.filter(|(column, _)| years.as_ref().is_none_or(|years| years.0 != *column)).flat_map(|(column, values)| {
            values.iter().map(|(value, lines)| record_group(*column, value, lines, years.as_ref()))
        });
    groups.collect()
}

/// Whether a column of records says few things, each in many of them.
fn are_few(values: &BTreeMap<String, Vec<usize>>, lines: usize) -> bool {
    let rows: usize = values.values().map(Vec::len).sum();
    values.len() > 1 && values.len() * RECORDS_FOR_EACH <= rows && rows * 10 >= lines * 9
}

fn values_of_column(sheet: &SourceSheet, table: &SourceTable, column: u32) -> BTreeMap<String, Vec<usize>> {
    let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, line) in table.lines.iter().enumerate() {
        if let Some(value) = sheet.cell(line.row, column) {
            values.entry(value.text()).or_default().push(number);
        }
    }
    values
}

/// The column whose values are periods, with the last of several years and the lines of it.
fn latest_year(by_column: &[(u32, BTreeMap<String, Vec<usize>>)]) -> Option<(u32, i32, BTreeSet<usize>)> {
    by_column.iter().find_map(|(column, values)| {
        let years: Option<BTreeSet<i32>> = values.keys().map(|text| period::year(text)).collect();
        let last = years.filter(|years| !years.is_empty())?.into_iter().max()?;
        let lines = values
            .iter()
            .filter(|(text, _)| period::year(text) == Some(last))
            .flat_map(|(_, lines)| lines.iter().copied());
        Some((*column, last, lines.collect()))
    })
}

fn record_group(column: u32, value: &str, lines: &[usize], years: Option<&(u32, i32, BTreeSet<usize>)>) -> Group {
    let mut filter = RowFilter::one(column, [Pattern::exact(value)]);
    let lines = match years {
        Some((of_year, year, within)) => {
            let condition = Condition::one(*of_year, [Pattern::prefix(&year.to_string())]);
            filter.conditions.push(condition);
            lines.iter().copied().filter(|line| within.contains(line)).collect()
        }
        None => lines.to_vec(),
    };
    Group {
        lines,
        filter,
        label: value.to_owned(),
        section: Vec::new(),
        unit: String::new(),
        sums: None,
        fit: 1.0,
        complete: 1.0,
    }
}

/// For every input of which several lines are parts: all of them together, in each section and in the whole table.
fn sum_groups(table: &SourceTable, lexicon: &Lexicon) -> Vec<Group> {
    let mut by_input: BTreeMap<QuantityId, Vec<(usize, f64)>> = BTreeMap::new();
    for (number, line) in table.lines.iter().enumerate().filter(|(_, line)| !line.is_total) {
        for (quantity, fit) in inputs_of_part(&line.label, lexicon) {
            by_input.entry(quantity).or_default().push((number, fit));
        }
    }
    let all = table.lines.iter().filter(|line| !line.is_total).count();
    let known: BTreeSet<usize> = by_input.values().flatten().map(|(line, _)| *line).collect();
    let complete = known.len() as f64 / all.max(1) as f64;
    let several = by_input.into_iter().filter(|(_, lines)| lines.len() > 1);
    several.map(|(quantity, lines)| Group { complete, ..sum_group(table, quantity, &lines) }).collect()
}

/// The inputs that a label is a part of: those that fit best, and well enough.
fn inputs_of_part(label: &str, lexicon: &Lexicon) -> Vec<(QuantityId, f64)> {
    let meaning = lexicon.meaning(label);
    let inputs = meaning.iter().filter_map(|(concept, fit)| match concept {
        Concept::Quantity(quantity) | Concept::Part(quantity) => Some((*quantity, *fit)),
        _ => None,
    });
    let found: Vec<(QuantityId, f64)> = inputs.collect();
    let best = found.iter().map(|(_, fit)| *fit).fold(0.0, f64::max);
    found.into_iter().filter(|(_, fit)| *fit >= PART_OF_INPUT && *fit >= best - AS_GOOD_A_PART).collect()
}

fn sum_group(table: &SourceTable, quantity: QuantityId, lines: &[(usize, f64)]) -> Group {
    let fit = lines.iter().map(|(_, fit)| fit).sum::<f64>() / lines.len() as f64;
    let numbers: Vec<usize> = lines.iter().map(|(line, _)| *line).collect();
    let (filter, numbers) = filter_by_code(table, &numbers).unwrap_or((RowFilter::default(), numbers));
    let (first, last) = (&table.lines[numbers[0]], &table.lines[numbers[numbers.len() - 1]]);
    let words = format!("{} … {}", first.label, last.label);
    // The words of rows are parts; what they are the sum of stands in no label.
    Group {
        lines: numbers,
        filter,
        label: words,
        section: Vec::new(),
        unit: String::new(),
        sums: Some(quantity),
        fit: SUM_AT_LEAST + SUM_BY_PARTS * fit,
        complete: 1.0,
    }
}

/// Accounts of a ledger by the shortest beginnings that hold mostly these lines.
fn filter_by_code(table: &SourceTable, lines: &[usize]) -> Option<(RowFilter, Vec<usize>)> {
    let column = table.codes?;
    let coded: Vec<(usize, &str)> = table
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_total)
        .filter_map(|(number, line)| Some((number, line.code.as_deref()?)))
        .collect();
    if coded.len() < LEAST_ACCOUNTS {
        return None;
    }
    let wanted: BTreeSet<usize> = lines.iter().copied().collect();
    let mut prefixes: Vec<String> = Vec::new();
    // Accounts share their first digits: each beginning is weighed once.
    let mut known_mostly: HashMap<&str, bool> = HashMap::new();
    for (number, code) in &coded {
        let known = prefixes.iter().any(|prefix| code.starts_with(&**prefix));
        if wanted.contains(number) && !known {
            let mut mostly = code_prefixes(code)
                .filter(|prefix| *known_mostly.entry(prefix).or_insert_with(|| is_mostly(&coded, &wanted, prefix)));
            prefixes.extend(mostly.next().map(str::to_owned));
        }
    }
    let taken: Vec<usize> = coded
        .iter()
        .filter(|(_, code)| prefixes.iter().any(|prefix| code.starts_with(&**prefix)))
        .map(|(number, _)| *number)
        .collect();
    prefixes.sort_unstable();
    (!taken.is_empty()).then(|| (RowFilter::one(column, prefixes.iter().map(|prefix| Pattern::prefix(prefix))), taken))
}

/// Its first letter, its first two, its first three.
fn code_prefixes(code: &str) -> impl Iterator<Item = &str> {
    code.char_indices().skip(1).map(|(end, _)| end).chain([code.len()]).take(3).map(|end| &code[..end])
}

/// Most accounts that begin so are wanted; all but a few, where the beginning is a single digit.
fn is_mostly(coded: &[(usize, &str)], wanted: &BTreeSet<usize>, prefix: &str) -> bool {
    let begin: Vec<usize> =
        coded.iter().filter(|(_, code)| code.starts_with(prefix)).map(|(number, _)| *number).collect();
    let inside = begin.iter().filter(|number| wanted.contains(number)).count();
    let purity = if prefix.chars().count() == 1 { 95 } else { 70 };
    inside * 100 >= begin.len() * purity
}
