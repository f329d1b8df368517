//! Heads of columns: one or more rows above a table, merged or not.

use super::period::is_year;
use super::table::ColumnHead;
use crate::source::cell::SourceValue;
use crate::source::row::{SourceRow, has_figures};
use crate::source::sheet::SourceSheet;
use crate::weights::tables::{MOST_HEAD_ROWS, MOST_SECTIONS};
use std::ops::Range;

/// Whether a row of numbers is a row of years above a table.
pub(crate) fn are_years(row: &SourceRow, below: &[SourceRow]) -> bool {
    let numbers: Vec<(u32, f64)> =
        row.cells.iter().filter_map(|cell| Some((cell.column, cell.value.number()?))).collect();
    let years = numbers.iter().all(|(_, number)| is_year(*number));
    let columns = below.iter().flat_map(|row| numbers.iter().filter_map(|(column, _)| row.cell(*column)?.number()));
    let is_above_figures = columns.into_iter().any(|number| !is_year(number));
    let doubtful = row.cells.iter().any(|cell| matches!(cell.value, SourceValue::Either(..)));
    let starts_with_words = row.cells.first().is_some_and(|cell| cell.value.label().is_some());
    let is_lone = numbers.len() == 1 && starts_with_words && row.cells.len() <= 2;
    !numbers.is_empty() && years && !doubtful && !is_lone && is_above_figures
}

/// Which of the waiting rows are the head of what stands below; behind it may be headings of its first rows.
pub(crate) fn find_head(sheet: &SourceSheet, waiting: &[&SourceRow], below: &[SourceRow]) -> Range<usize> {
    let none = waiting.len()..waiting.len();
    let sections = waiting.iter().rev().take_while(|row| row.cells.len() == 1 && !is_head(sheet, row, below)).count();
    if sections > MOST_SECTIONS {
        return none;
    }
    let end = waiting.len() - sections;
    let mut start = end;
    let mut next = waiting.get(end).copied().or(below.first()).map_or(0, |row| row.row);
    while start > 0
        && end - start < MOST_HEAD_ROWS
        && next - waiting[start - 1].row <= 2
        && is_head(sheet, waiting[start - 1], below)
    {
        start -= 1;
        next = waiting[start].row;
    }
    if start == end { none } else { start..end }
}

/// Words above figures: a cell over a column of figures, or merged over some, but not one title over everything.
fn is_head(sheet: &SourceSheet, row: &SourceRow, below: &[SourceRow]) -> bool {
    let has_number =
        |column: u32| below.iter().any(|row| row.cell(column).is_some_and(|value| value.number().is_some()));
    let first = below.iter().filter_map(|row| row.cells.first()).map(|cell| cell.column).min().unwrap_or(0);
    let over = row.cells.iter().any(|cell| {
        let merged = sheet.merged.iter().find(|area| area.top == row.row && area.left == cell.column);
        let right = merged.map_or(cell.column, |area| area.right);
        (cell.column..=right.min(cell.column + 64)).any(has_number) && (cell.column > first || row.cells.len() > 1)
    });
    over && !(row.cells.len() == 1 && row.cells[0].column <= first)
}

/// Gives every column what stands above it; what has nothing above has what the table before had.
pub(crate) fn fill_heads(sheet: &SourceSheet, rows: &[&SourceRow], heads: &mut [ColumnHead], inherited: &[ColumnHead]) {
    for head in heads.iter_mut() {
        let words = rows
            .iter()
            .enumerate()
            .filter_map(|(position, row)| text_over(sheet, row, head.column, rows.get(position + 1).copied()));
        head.words = words.collect();
        head.words.dedup();
        if rows.is_empty() {
            let above = inherited.iter().find(|above| above.column == head.column);
            head.words = above.map(|above| above.words.clone()).unwrap_or_default();
        }
    }
}

/// The words over a column in one row of a head.
fn text_over(sheet: &SourceSheet, row: &SourceRow, column: u32, next: Option<&SourceRow>) -> Option<String> {
    if let Some(value) = row.cell(column) {
        return Some(value.text());
    }
    let merged = sheet.merged.iter().find(|area| area.contains(row.row, column));
    if let Some(area) = merged {
        return sheet.cell(area.top, area.left).filter(|_| area.top == row.row).map(SourceValue::text);
    }
    // Written over the first of several columns without merging: it holds for those that have a head of their own below.
    let left = row.cells.iter().rev().find(|cell| cell.column < column)?;
    let is_merged = sheet.merged.iter().any(|area| area.contains(row.row, left.column));
    let is_headed = next.is_some_and(|next| (left.column..=column).all(|column| next.cell(column).is_some()));
    let reaches = is_headed && !has_figures(row);
    (reaches && !is_merged && left.column > row.cells[0].column).then(|| left.value.text())
}
