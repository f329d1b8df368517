//! Which columns of a table say what a row is, and which hold its figures.

use crate::foreign::{Row, Says};
use crate::lexicon::Lexicon;
use crate::measure;
use crate::table::{Head, Line, Table, has_figures};
use std::collections::{BTreeMap, HashSet};

/// Accounts have codes of at least so many digits.
const LEAST_DIGITS: usize = 2;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Figures,
    Words,
    Units,
    Codes,
    Nothing,
}

#[derive(Default)]
struct Count<'a> {
    numbers: usize,
    whole: usize,
    texts: usize,
    distinct: HashSet<String>,
    sample: Vec<&'a str>,
}

/// The tables that stand side by side in some rows, without the words of their heads.
pub fn bands(number: usize, body: &[&Row], lexicon: &Lexicon) -> Vec<Table> {
    let columns = columns(body, lexicon);
    let bands = split(&columns);
    bands.into_iter().map(|band| table(number, body, &band)).filter(|table| !table.lines.is_empty()).collect()
}

fn columns(body: &[&Row], lexicon: &Lexicon) -> Vec<(u32, Holds)> {
    let mut counts: BTreeMap<u32, Count> = BTreeMap::new();
    for cell in body.iter().flat_map(|row| &row.cells) {
        count(counts.entry(cell.column).or_default(), &cell.says);
    }
    let rows = body.iter().filter(|row| has_figures(row)).count();
    let mut columns: Vec<(u32, Holds)> =
        counts.iter().map(|(column, count)| (*column, holds(count, lexicon))).collect();
    let is_code = |position: usize| {
        let (column, _) = columns[position];
        let next = columns.get(position + 1).is_some_and(|(_, holds)| *holds == Holds::Words);
        let more = columns[position + 1..].iter().any(|(_, holds)| *holds == Holds::Figures);
        let before = columns[..position].iter().any(|(_, holds)| *holds == Holds::Figures);
        let count = &counts[&column];
        let distinct = count.distinct.len() * 10 >= count.numbers * 9;
        next && more && !before && count.whole == count.numbers && distinct && rows >= 3
    };
    let first = columns.iter().position(|(_, holds)| *holds == Holds::Figures).filter(|position| is_code(*position));
    if let Some(position) = first {
        columns[position].1 = Holds::Codes;
    }
    columns
}

fn count<'a>(count: &mut Count<'a>, says: &'a Says) {
    match says {
        Says::Number(number) | Says::Typed(_, number) => {
            count.numbers += 1;
            count.whole += usize::from(number.fract() == 0.0 && *number >= 1.0);
            if count.distinct.len() < 20_000 {
                count.distinct.insert(number.to_string());
            }
        }
        Says::Either(..) => count.numbers += 1,
        Says::Words(text) if says.words().is_some() => {
            count.texts += 1;
            if count.sample.len() < 40 {
                count.sample.push(text);
            }
        }
        Says::Day(_) => count.texts += 1,
        Says::Words(_) | Says::Error(_) => {}
    }
}

fn holds(count: &Count, lexicon: &Lexicon) -> Holds {
    let units =
        count.sample.iter().filter(|text| text.chars().count() <= 24 && measure::is_unit(lexicon, text)).count();
    match () {
        () if count.numbers == 0 && count.texts == 0 => Holds::Nothing,
        () if count.numbers >= count.texts => Holds::Figures,
        () if units * 10 >= count.sample.len() * 7 && units > 0 => Holds::Units,
        () => Holds::Words,
    }
}

/// A column of words between figures begins another table beside the first.
fn split(columns: &[(u32, Holds)]) -> Vec<Vec<(u32, Holds)>> {
    let mut bands: Vec<Vec<(u32, Holds)>> = vec![Vec::new()];
    for (position, (column, holds)) in columns.iter().enumerate() {
        let band = bands.last_mut().expect("there is always one");
        let has_figures = band.iter().any(|(_, holds)| *holds == Holds::Figures);
        let has_words = band.iter().any(|(_, holds)| *holds == Holds::Words);
        let more = columns[position..].iter().any(|(_, holds)| *holds == Holds::Figures);
        match *holds == Holds::Words && has_figures && has_words && more {
            true => bands.push(vec![(*column, *holds)]),
            false => band.push((*column, *holds)),
        }
    }
    bands
}

fn table(number: usize, body: &[&Row], band: &[(u32, Holds)]) -> Table {
    let of = |wanted: Holds| band.iter().filter(move |(_, holds)| *holds == wanted).map(|(column, _)| *column);
    let figures: Vec<u32> = of(Holds::Figures).collect();
    let all: Vec<u32> = of(Holds::Words).collect();
    let before: Vec<u32> =
        all.iter().copied().filter(|column| figures.first().is_some_and(|first| column < first)).collect();
    let labels = if before.is_empty() { all } else { before };
    let heads = figures.iter().map(|column| Head { column: *column, words: Vec::new() }).collect();
    let (codes, units) = (of(Holds::Codes).next(), of(Holds::Units).next());
    let mut table = Table { sheet: number, titles: Vec::new(), heads, codes, labels, lines: Vec::new() };
    let mut under = Under::default();
    for row in body {
        match figures.iter().any(|column| {
            row.cell(*column).is_some_and(|says| says.number().is_some() || matches!(says, Says::Either(..)))
        }) {
            true => table.lines.push(line(row, &table, units, &mut under)),
            false => under.heading(row, &table),
        }
    }
    table
}

/// The headings that a row stands under.
#[derive(Default)]
struct Under {
    section: Vec<String>,
    /// Whether the last row was a heading.
    fresh: bool,
    /// The words of the first column of labels, which hold for rows that leave it blank.
    group: String,
}

impl Under {
    fn heading(&mut self, row: &Row, table: &Table) {
        let words: Vec<&str> = row
            .cells
            .iter()
            .filter(|cell| Some(cell.column) != table.codes)
            .filter_map(|cell| cell.says.words())
            .collect();
        let [words] = words[..] else { return };
        if !self.fresh {
            self.section.clear();
        }
        self.section.push(words.to_owned());
        self.fresh = true;
    }
}

fn line(row: &Row, table: &Table, units: Option<u32>, under: &mut Under) -> Line {
    under.fresh = false;
    let text = |column: u32| {
        row.cell(column)
            .filter(|says| says.words().is_some() || says.number().is_some() || matches!(says, Says::Day(_)))
            .map(Says::text)
    };
    let texts: Vec<(u32, String)> = table.labels.iter().filter_map(|column| Some((*column, text(*column)?))).collect();
    let mut section = under.section.clone();
    match (table.labels.len() > 1, texts.first()) {
        (true, Some((column, words))) if *column == table.labels[0] => under.group = words.clone(),
        (true, Some(_)) if !under.group.is_empty() => section.push(under.group.clone()),
        _ => {}
    }
    let label = texts.iter().map(|(_, text)| &**text).collect::<Vec<_>>().join(" ");
    let (written, label) = coded(&label);
    let code = table.codes.and_then(text).or(written);
    let label_column = texts.last().map_or(table.codes.unwrap_or(0), |(column, _)| *column);
    let unit = units.and_then(text).unwrap_or_default();
    Line { row: row.row, code, label, label_column, section, unit, parts: Vec::new(), is_total: false }
}

/// `6011 Salaries` is an account with its name.
fn coded(label: &str) -> (Option<String>, String) {
    let digits = label.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0);
    let rest = label[digits..].trim_start_matches([' ', '-', '.', ':', '–', '\u{a0}']);
    let is_code = digits >= LEAST_DIGITS && rest.len() < label.len() - digits && !rest.is_empty();
    match is_code && !crate::head::is_year(label[..digits].parse().unwrap_or(0.0)) {
        true => (Some(label[..digits].to_owned()), rest.to_owned()),
        false => (None, label.to_owned()),
    }
}
