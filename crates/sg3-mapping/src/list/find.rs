//! Lists in sheets of theirs: a head of words, and records below it, with or without figures.

use crate::foreign::{Foreign, Row, Says, Sheet};
use crate::lexicon::Lexicon;
use crate::rule::{Pattern, Rule};
use crate::table::Head;
use crate::{head, total};
use std::collections::HashSet;

/// A list has at least so many records.
const LEAST: usize = 3;

/// Blank rows within a list.
const GAP: u32 = 4;

/// Words of a column that are kept apart.
const MOST_DISTINCT: usize = 20_000;

/// A list as it was found.
pub struct List {
    /// Number of the file.
    pub file: usize,
    /// Number of the sheet.
    pub sheet: usize,
    /// Words above it, nearest last.
    pub titles: Vec<String>,
    /// The row of the lowest words of its head.
    pub head: u32,
    /// First and last row of its records.
    pub span: (u32, u32),
    /// Which rows are records, if not all.
    pub rule: Rule,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many records it has.
    pub records: usize,
}

/// A column of a list.
pub struct Column {
    /// From zero.
    pub column: u32,
    /// What stands above it, from top to bottom.
    pub words: Vec<String>,
    /// Records that say something in it, and how many of these are numbers, days.
    pub filled: usize,
    /// Numbers among them.
    pub numbers: usize,
    /// Days among them.
    pub days: usize,
    /// What it says, each once, in order.
    pub distinct: Vec<String>,
}

/// All lists of all files.
pub fn lists(files: &[Foreign], lexicon: &Lexicon) -> Vec<List> {
    let sheets = files
        .iter()
        .enumerate()
        .flat_map(|(file, theirs)| theirs.sheets.iter().enumerate().map(move |(number, sheet)| (file, number, sheet)));
    sheets.flat_map(|(file, number, sheet)| of_sheet((file, number), sheet, lexicon)).collect()
}

fn of_sheet(at: (usize, usize), sheet: &Sheet, lexicon: &Lexicon) -> Vec<List> {
    let (mut lists, mut position, mut above) = (Vec::new(), 0, 0);
    while position < sheet.rows.len() {
        if !is_head(&sheet.rows, position) {
            position += 1;
            continue;
        }
        let lowest = if is_over_another(sheet, position) { position + 1 } else { position };
        let end = end(&sheet.rows, lowest);
        lists.extend(list(at, sheet, (above, position, lowest, end), lexicon));
        (position, above) = (end, end);
    }
    lists
}

fn is_word(says: &Says) -> bool {
    says.words().is_some() || says.number().is_some_and(head::is_year)
}

/// Words in at least two columns over records that fill most of the same columns.
fn is_head(rows: &[Row], position: usize) -> bool {
    let row = &rows[position];
    if row.cells.len() < 2 || !row.cells.iter().all(|cell| is_word(&cell.says)) {
        return false;
    }
    let mut widths: Vec<usize> = rows[position + 1..].iter().take(12).map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    usual >= 2 && widths.len() >= LEAST && row.cells.len() * 10 >= usual * 5
}

/// Words merged over several columns, with the words of each below.
fn is_over_another(sheet: &Sheet, position: usize) -> bool {
    let row = sheet.rows[position].row;
    let is_wide = sheet.merged.iter().any(|area| area.top == row && area.right > area.left);
    let next = sheet.rows.get(position + 1);
    is_wide && next.is_some_and(|next| next.row == row + 1 && next.cells.iter().all(|cell| is_word(&cell.says)))
}

/// Behind the last row of a list: before a larger gap, or before another head behind a blank row.
fn end(rows: &[Row], head: usize) -> usize {
    let is_end = |position: &usize| {
        let gap = rows[*position].row - rows[*position - 1].row;
        gap > GAP || gap > 1 && *position > head + 1 && is_head(rows, *position) && rows[*position].cells.len() > 2
    };
    (head + 1..rows.len()).find(is_end).unwrap_or(rows.len())
}

fn list(
    (file, number): (usize, usize),
    sheet: &Sheet,
    (above, top, lowest, end): (usize, usize, usize, usize),
    lexicon: &Lexicon,
) -> Option<List> {
    let body = &sheet.rows[lowest + 1..end];
    let (rule, records) = records(body, lexicon);
    if records.len() < LEAST {
        return None;
    }
    let heads: Vec<&Row> = sheet.rows[top..=lowest].iter().collect();
    let mut columns: Vec<Head> =
        sheet.rows[lowest].cells.iter().map(|cell| Head { column: cell.column, words: Vec::new() }).collect();
    head::heads(sheet, &heads, &mut columns, &[]);
    let titles = sheet.rows[above..top].iter().flat_map(|row| &row.cells).filter_map(|cell| cell.says.words());
    Some(List {
        file,
        sheet: number,
        titles: titles.map(str::to_owned).collect(),
        head: sheet.rows[lowest].row,
        span: (records[0].row, records[records.len() - 1].row),
        rule,
        columns: columns.into_iter().map(|head| column(head, &records)).collect(),
        records: records.len(),
    })
}

/// Which rows are records: not the totals, which leave blank a column that all records fill.
fn records<'a>(body: &'a [Row], lexicon: &Lexicon) -> (Rule, Vec<&'a Row>) {
    let usual = usual_width(body);
    let is_total = |row: &&Row| {
        row.cells.len() < usual
            && row.cells.iter().any(|cell| cell.says.words().is_some_and(|words| total::says_total(lexicon, words)))
    };
    let (totals, others): (Vec<&Row>, Vec<&Row>) = body.iter().partition(is_total);
    let records: Vec<&Row> = others.into_iter().filter(|row| row.cells.len() >= 2).collect();
    if totals.is_empty() {
        return (Rule::default(), records);
    }
    let columns: HashSet<u32> = records.iter().take(40).flat_map(|row| &row.cells).map(|cell| cell.column).collect();
    let mut tells: Vec<u32> = columns
        .into_iter()
        .filter(|column| totals.iter().all(|row| row.cell(*column).is_none()))
        .filter(|column| records.iter().filter(|row| row.cell(*column).is_some()).count() * 100 >= records.len() * 98)
        .collect();
    tells.sort_unstable();
    match tells.first() {
        Some(column) => {
            let rule = Rule::one(*column, [Pattern::anything()]);
            let records = records.into_iter().filter(|row| rule.holds(row)).collect();
            (rule, records)
        }
        None => (Rule::default(), records),
    }
}

fn usual_width(body: &[Row]) -> usize {
    let mut widths: Vec<usize> = body.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

fn column(head: Head, records: &[&Row]) -> Column {
    let mut column =
        Column { column: head.column, words: head.words, filled: 0, numbers: 0, days: 0, distinct: Vec::new() };
    let mut seen: HashSet<String> = HashSet::new();
    for says in records.iter().filter_map(|row| row.cell(head.column)).filter(|says| super::spot::says_something(says))
    {
        column.filled += 1;
        column.numbers += usize::from(says.number().is_some());
        column.days += usize::from(matches!(says, Says::Day(_)));
        if column.distinct.len() < MOST_DISTINCT && seen.insert(says.text()) {
            column.distinct.push(says.text());
        }
    }
    column
}

impl Column {
    /// Whether every record says something else.
    pub fn is_unique(&self, records: usize) -> bool {
        self.filled * 100 >= records * 98 && self.distinct.len() == self.filled
    }

    /// Whether most of it is words.
    pub fn is_words(&self) -> bool {
        self.filled > 0 && (self.numbers + self.days) * 2 < self.filled
    }
}
