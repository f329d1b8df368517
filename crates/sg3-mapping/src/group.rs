//! Rows that count as one: a single line; all records of one value; all lines whose labels are parts of one input.

use crate::foreign::Sheet;
use crate::lexicon::{Concept, Lexicon};
use crate::period;
use crate::rule::{Condition, Pattern, Rule};
use crate::table::{Line, Table};
use sg3_lang::model::QuantityId;
use std::collections::{BTreeMap, BTreeSet};

/// A table of records has at least so many rows, and so many for each value.
const RECORDS: usize = 24;

const FOR_EACH: usize = 3;

/// A ledger has at least so many accounts.
const LEDGER: usize = 25;

/// How well a label must fit to be a part of an input.
const FITS: f64 = 0.5;

/// Rows that count as one.
#[derive(Debug, Clone)]
pub struct Group {
    /// Lines, by position in the table.
    pub lines: Vec<usize>,
    /// What picks them, if not their addresses.
    pub rule: Rule,
    /// What they are called.
    pub label: String,
    /// Headings that they stand under.
    pub section: Vec<String>,
    /// What they are counted in.
    pub unit: String,
    /// The input that all of them are parts of.
    pub sums: Option<QuantityId>,
    /// How well they fit it.
    pub fit: f64,
    /// The share of lines around it of which it is known what they are: a sum may lack those that are not.
    pub complete: f64,
}

/// All groups of a table.
pub fn groups(sheet: &Sheet, table: &Table, lexicon: &Lexicon) -> Vec<Group> {
    let records = records(sheet, table);
    if !records.is_empty() {
        return records;
    }
    let stems = stems(table);
    let in_stems: BTreeSet<usize> = stems.iter().flat_map(|group| group.lines.iter().copied()).collect();
    let singles = table.lines.iter().enumerate().filter(|(number, _)| !in_stems.contains(number));
    let singles = singles.map(|(number, line)| single(number, line));
    singles.chain(stems).chain(sums(table, lexicon)).collect()
}

fn single(number: usize, line: &Line) -> Group {
    Group {
        lines: vec![number],
        rule: Rule::default(),
        label: line.label.clone(),
        section: line.section.clone(),
        unit: line.unit.clone(),
        sums: None,
        fit: 1.0,
        complete: 1.0,
    }
}

/// Rows below each other that differ only behind the last comma or dash: `Trunk calls, business`. Only where most rows do.
fn stems(table: &Table) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, line) in table.lines.iter().enumerate().filter(|(_, line)| !line.is_total) {
        let Some(stem) = stem(&line.label) else { continue };
        match groups.last_mut().filter(|last| last.label == stem && last.section == line.section) {
            Some(last) => last.lines.push(number),
            None => groups.push(Group { label: stem.to_owned(), ..single(number, line) }),
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
fn records(sheet: &Sheet, table: &Table) -> Vec<Group> {
    if table.lines.len() < RECORDS {
        return Vec::new();
    }
    let by_column: Vec<(u32, BTreeMap<String, Vec<usize>>)> =
        table.labels.iter().map(|column| (*column, values(sheet, table, *column))).collect();
    let is_few = |values: &BTreeMap<String, Vec<usize>>| {
        let rows: usize = values.values().map(Vec::len).sum();
        values.len() > 1 && values.len() * FOR_EACH <= rows && rows * 10 >= table.lines.len() * 9
    };
    // A column of names that differ from row to row makes it a list, not records.
    if by_column.is_empty()
        || by_column.iter().any(|(_, values)| !values.is_empty() && values.len() * 2 > table.lines.len())
    {
        return Vec::new();
    }
    let years = years(&by_column);
    let few = by_column.iter().filter(|(_, values)| is_few(values));
    let groups =
        few.filter(|(column, _)| years.as_ref().is_none_or(|years| years.0 != *column)).flat_map(|(column, values)| {
            values.iter().map(|(value, lines)| record_group(*column, value, lines, years.as_ref()))
        });
    groups.collect()
}

fn values(sheet: &Sheet, table: &Table, column: u32) -> BTreeMap<String, Vec<usize>> {
    let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, line) in table.lines.iter().enumerate() {
        if let Some(says) = sheet.cell(line.row, column) {
            values.entry(says.text()).or_default().push(number);
        }
    }
    values
}

/// The column whose values are periods, with the last of several years and the lines of it.
fn years(by_column: &[(u32, BTreeMap<String, Vec<usize>>)]) -> Option<(u32, i32, BTreeSet<usize>)> {
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
    let mut rule = Rule::one(column, [Pattern::exact(value)]);
    let lines = match years {
        Some((of_year, year, within)) => {
            let condition =
                Condition { column: *of_year, any: vec![Pattern::prefix(&year.to_string())], not: Vec::new() };
            rule.conditions.push(condition);
            lines.iter().copied().filter(|line| within.contains(line)).collect()
        }
        None => lines.to_vec(),
    };
    Group {
        lines,
        rule,
        label: value.to_owned(),
        section: Vec::new(),
        unit: String::new(),
        sums: None,
        fit: 1.0,
        complete: 1.0,
    }
}

/// For every input of which several lines are parts: all of them together, in each section and in the whole table.
fn sums(table: &Table, lexicon: &Lexicon) -> Vec<Group> {
    let mut by_input: BTreeMap<QuantityId, Vec<(usize, f64)>> = BTreeMap::new();
    for (number, line) in table.lines.iter().enumerate().filter(|(_, line)| !line.is_total) {
        for (quantity, fit) in part_of(&line.label, lexicon) {
            by_input.entry(quantity).or_default().push((number, fit));
        }
    }
    let all = table.lines.iter().filter(|line| !line.is_total).count();
    let known: BTreeSet<usize> = by_input.values().flatten().map(|(line, _)| *line).collect();
    let complete = known.len() as f64 / all.max(1) as f64;
    let several = by_input.into_iter().filter(|(_, lines)| lines.len() > 1);
    several.map(|(quantity, lines)| Group { complete, ..sum(table, quantity, &lines) }).collect()
}

/// The inputs that a label is a part of: those that fit best, and well enough.
fn part_of(label: &str, lexicon: &Lexicon) -> Vec<(QuantityId, f64)> {
    let meaning = lexicon.meaning(label);
    let of = |(concept, fit): &(Concept, f64)| match concept {
        Concept::Quantity(quantity) | Concept::Part(quantity) => Some((*quantity, *fit)),
        _ => None,
    };
    let found: Vec<(QuantityId, f64)> = meaning.iter().filter_map(of).collect();
    let best = found.iter().map(|(_, fit)| *fit).fold(0.0, f64::max);
    found.into_iter().filter(|(_, fit)| *fit >= FITS && *fit >= best - 0.02).collect()
}

fn sum(table: &Table, quantity: QuantityId, lines: &[(usize, f64)]) -> Group {
    let fit = lines.iter().map(|(_, fit)| fit).sum::<f64>() / lines.len() as f64;
    let numbers: Vec<usize> = lines.iter().map(|(line, _)| *line).collect();
    let (rule, numbers) = by_code(table, &numbers).unwrap_or((Rule::default(), numbers));
    let label = |line: usize| table.lines[line].label.clone();
    let words = format!("{} … {}", label(numbers[0]), label(numbers[numbers.len() - 1]));
    // The words of rows are parts; what they are the sum of stands in no label.
    Group {
        lines: numbers,
        rule,
        label: words,
        section: Vec::new(),
        unit: String::new(),
        sums: Some(quantity),
        fit: 0.55 + 0.4 * fit,
        complete: 1.0,
    }
}

/// Accounts of a ledger by the shortest beginnings that hold mostly these lines.
fn by_code(table: &Table, lines: &[usize]) -> Option<(Rule, Vec<usize>)> {
    let column = table.codes?;
    let coded: Vec<(usize, &str)> = table
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_total)
        .filter_map(|(number, line)| Some((number, line.code.as_deref()?)))
        .collect();
    if coded.len() < LEDGER {
        return None;
    }
    let wanted: BTreeSet<usize> = lines.iter().copied().collect();
    let mut prefixes: Vec<String> = Vec::new();
    for (number, code) in &coded {
        let known = prefixes.iter().any(|prefix| code.starts_with(&**prefix));
        if wanted.contains(number) && !known {
            prefixes.extend(beginnings(code).find(|prefix| is_mostly(&coded, &wanted, prefix)).map(str::to_owned));
        }
    }
    let taken: Vec<usize> = coded
        .iter()
        .filter(|(_, code)| prefixes.iter().any(|prefix| code.starts_with(&**prefix)))
        .map(|(number, _)| *number)
        .collect();
    prefixes.sort_unstable();
    (!taken.is_empty()).then(|| (Rule::one(column, prefixes.iter().map(|prefix| Pattern::prefix(prefix))), taken))
}

/// Its first letter, its first two, its first three.
fn beginnings(code: &str) -> impl Iterator<Item = &str> {
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
