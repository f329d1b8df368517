//! Lists in sheets of source files: a head of words, and records below it, with or without figures.

use super::lexicon::Lexicon;
use super::list::{ListColumn, SourceList};
use super::table::ColumnHead;
use super::{heads, period, totals};
use crate::rules::row_filter::{Pattern, RowFilter};
use crate::source::cell::{SourceValue, has_content};
use crate::source::file::SourceFile;
use crate::source::sheet::{SourceRow, SourceSheet};
use crate::weights::lists::{LEAST_LIST, MOST_DISTINCT, MOST_GAP};
use std::collections::HashSet;

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
        if !is_head(&sheet.rows, position) {
            position += 1;
            continue;
        }
        let lowest = if is_over_another(sheet, position) { position + 1 } else { position };
        let end = end_of_list(&sheet.rows, lowest);
        lists.extend(build_list(at, sheet, (above, position, lowest, end), lexicon));
        (position, above) = (end, end);
    }
    lists
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
fn end_of_list(rows: &[SourceRow], head: usize) -> usize {
    (head + 1..rows.len()).find(|position| is_behind(rows, head, *position)).unwrap_or(rows.len())
}

fn is_behind(rows: &[SourceRow], head: usize, position: usize) -> bool {
    let gap = rows[position].row - rows[position - 1].row;
    gap > MOST_GAP || gap > 1 && position > head + 1 && is_head(rows, position) && rows[position].cells.len() > 2
}

fn build_list(
    (file, number): (usize, usize),
    sheet: &SourceSheet,
    (above, top, lowest, end): (usize, usize, usize, usize),
    lexicon: &Lexicon,
) -> Option<SourceList> {
    let body = &sheet.rows[lowest + 1..end];
    let (filter, records) = split_records(body, lexicon);
    if records.len() < LEAST_LIST {
        return None;
    }
    let heads: Vec<&SourceRow> = sheet.rows[top..=lowest].iter().collect();
    let mut columns: Vec<ColumnHead> =
        sheet.rows[lowest].cells.iter().map(|cell| ColumnHead { column: cell.column, words: Vec::new() }).collect();
    heads::fill_heads(sheet, &heads, &mut columns, &[]);
    let titles = sheet.rows[above..top].iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.label());
    Some(SourceList {
        file,
        sheet: number,
        titles: titles.map(str::to_owned).collect(),
        head: sheet.rows[lowest].row,
        span: (records[0].row, records[records.len() - 1].row),
        filter,
        columns: columns.into_iter().map(|head| build_column(head, &records)).collect(),
        records: records.len(),
    })
}

fn says_total(row: &SourceRow, lexicon: &Lexicon) -> bool {
    let mut words = row.cells.iter().filter_map(|cell| cell.value.label());
    words.any(|words| totals::says_total(lexicon, words))
}

/// Which rows are records: not the totals, which leave blank a column that all records fill.
fn split_records<'a>(body: &'a [SourceRow], lexicon: &Lexicon) -> (RowFilter, Vec<&'a SourceRow>) {
    let usual = usual_width(body);
    let (totals, others): (Vec<&SourceRow>, Vec<&SourceRow>) =
        body.iter().partition(|row| row.cells.len() < usual && says_total(row, lexicon));
    let records: Vec<&SourceRow> = others.into_iter().filter(|row| row.cells.len() >= 2).collect();
    if totals.is_empty() {
        return (RowFilter::default(), records);
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
            let filter = RowFilter::one(*column, [Pattern::anything()]);
            let records = records.into_iter().filter(|row| filter.holds(row)).collect();
            (filter, records)
        }
        None => (RowFilter::default(), records),
    }
}

fn usual_width(body: &[SourceRow]) -> usize {
    let mut widths: Vec<usize> = body.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

fn build_column(head: ColumnHead, records: &[&SourceRow]) -> ListColumn {
    let mut column = ListColumn { column: head.column, words: head.words, ..ListColumn::default() };
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
