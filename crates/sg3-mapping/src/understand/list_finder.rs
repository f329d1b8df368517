//! Lists in sheets of source files: a head of words, and records below it, with or without figures.

use super::coded_label::is_code;
use super::lexicon::Lexicon;
use super::list::{ListColumn, SourceList};
use super::records::{repeats_head, split_records};
use super::table::ColumnHead;
use super::{heads, period};
use crate::source::cell::{SourceValue, has_content};
use crate::source::file::SourceFile;
use crate::source::row::SourceRow;
use crate::source::sheet::SourceSheet;
use crate::weights::lists::{LEAST_HEADLESS, LEAST_LIST, MOST_DISTINCT, MOST_GAP};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

/// All lists of all files.
pub(crate) fn find_lists(files: &[SourceFile], lexicon: &Lexicon) -> Vec<SourceList> {
    let sheets = files
        .iter()
        .enumerate()
        .flat_map(|(file, source)| source.sheets.iter().enumerate().map(move |(number, sheet)| (file, number, sheet)));
    sheets.flat_map(|(file, number, sheet)| lists_of_sheet((file, number), sheet, lexicon)).collect()
}

fn lists_of_sheet(at: (usize, usize), sheet: &SourceSheet, lexicon: &Lexicon) -> Vec<SourceList> {
    let (mut lists, mut position, mut above) = (Vec::new(), 0, 0);
    while position < sheet.rows.len() {
        let Some(heads) = heads_at(sheet, position) else {
            position += 1;
            continue;
        };
        let end = end_of_list(&sheet.rows, heads.clone());
        lists.extend(build_list(at, sheet, (above, heads, end), lexicon));
        (position, above) = (end, end);
    }
    lists
}

/// The rows of a head that begins here; none of them if a list begins without a head.
fn heads_at(sheet: &SourceSheet, position: usize) -> Option<Range<usize>> {
    if is_head(&sheet.rows, position) {
        return Some(position..position + if is_over_another(sheet, position) { 2 } else { 1 });
    }
    is_headless(&sheet.rows[position..]).then_some(position..position)
}

/// Many rows of a code, words and numbers in the same columns.
fn is_headless(rows: &[SourceRow]) -> bool {
    let columns = |row: &SourceRow| row.cells.iter().map(|cell| cell.column).collect::<Vec<u32>>();
    let [code, name, numbers @ ..] = &rows[0].cells[..] else { return false };
    let is_record = is_code(&code.value.shown()) && name.value.label().is_some();
    let are_numbers = !numbers.is_empty() && numbers.iter().all(|cell| cell.value.number().is_some());
    let alike = rows.iter().take(LEAST_HEADLESS).filter(|row| columns(row) == columns(&rows[0]));
    is_record && are_numbers && alike.count() == LEAST_HEADLESS
}

fn is_word(value: &SourceValue) -> bool {
    value.label().is_some() || value.number().is_some_and(period::is_year)
}

/// Words in at least two columns over records that fill most of the same columns.
fn is_head(rows: &[SourceRow], position: usize) -> bool {
    let row = &rows[position];
    if row.cells.len() < 2 || !row.cells.iter().all(|cell| is_word(&cell.value)) {
        return false;
    }
    let mut widths: Vec<usize> = rows[position + 1..].iter().take(12).map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    usual >= 2 && widths.len() >= LEAST_LIST && row.cells.len() * 10 >= usual * 5
}

/// Words merged over several columns, with the words of each below.
fn is_over_another(sheet: &SourceSheet, position: usize) -> bool {
    let row = sheet.rows[position].row;
    let is_wide = sheet.merged.iter().any(|area| area.top == row && area.right > area.left);
    let next = sheet.rows.get(position + 1);
    is_wide && next.is_some_and(|next| next.row == row + 1 && next.cells.iter().all(|cell| is_word(&cell.value)))
}

/// Behind the last row of a list: before a larger gap, or before another head behind a blank row.
fn end_of_list(rows: &[SourceRow], heads: Range<usize>) -> usize {
    let first = heads.end;
    let heads: Vec<&SourceRow> = rows[heads].iter().collect();
    (first + 1..rows.len()).find(|position| is_behind(rows, &heads, *position)).unwrap_or(rows.len())
}

/// The same head on the next page begins no other list.
fn is_behind(rows: &[SourceRow], heads: &[&SourceRow], position: usize) -> bool {
    let gap = rows[position].row - rows[position - 1].row;
    let is_other_head =
        || is_head(rows, position) && rows[position].cells.len() > 2 && !repeats_head(heads, &rows[position]);
    gap > MOST_GAP || (gap > 1 && is_other_head())
}

fn build_list(
    (file, number): (usize, usize),
    sheet: &SourceSheet,
    (above, heads, end): (usize, Range<usize>, usize),
    lexicon: &Lexicon,
) -> Option<SourceList> {
    let titles = sheet.rows[above..heads.start].iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.label());
    let body = &sheet.rows[heads.end..end];
    let heads: Vec<&SourceRow> = sheet.rows[heads].iter().collect();
    let (filter, records) = split_records(&heads, body, lexicon);
    if records.len() < LEAST_LIST {
        return None;
    }
    let shown = if heads.is_empty() { &records[..1] } else { &heads };
    let headed: BTreeSet<u32> = shown.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    let mut columns: Vec<ColumnHead> =
        headed.into_iter().map(|column| ColumnHead { column, words: Vec::new() }).collect();
    heads::fill_heads(sheet, &heads, &mut columns, &[]);
    Some(SourceList {
        file,
        sheet: number,
        titles: titles.map(str::to_owned).collect(),
        head: heads.last().map_or(records[0].row, |row| row.row),
        span: (records[0].row, records[records.len() - 1].row),
        filter,
        columns: columns.into_iter().map(|head| build_column(head, &heads, &records)).collect(),
        count: records.len(),
    })
}

fn build_column(head: ColumnHead, heads: &[&SourceRow], records: &[&SourceRow]) -> ListColumn {
    let own = heads.iter().rev().find(|row| row.cell(head.column).is_some()).map(|row| row.row);
    let mut column = ListColumn { column: head.column, words: head.words, head: own, ..ListColumn::default() };
    let mut seen: HashSet<String> = HashSet::new();
    for value in records.iter().filter_map(|row| row.cell(head.column)).filter(|value| has_content(value)) {
        column.filled += 1;
        column.numbers += usize::from(value.number().is_some());
        column.days += usize::from(matches!(value, SourceValue::Day(_)));
        if column.distinct.len() == MOST_DISTINCT {
            continue;
        }
        let text = value.text();
        if !seen.contains(&text) {
            column.distinct.push(text.clone());
            seen.insert(text);
        }
    }
    column
}
