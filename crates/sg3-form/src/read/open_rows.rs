//! Tables to which the filler adds rows: members that they list, and values by code or by row.

use crate::layout::column::ColumnContent;
use crate::layout::key;
use crate::layout::table::FormTable;
use crate::read::evidence::TableAnnotations;
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::read::tally::ColumnTally;
use crate::read::{codes, status, units};
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use std::sync::Arc;

/// Reads the values of every row.
pub(crate) fn read_rows(reading: &mut Reading, page: &Page, block: &Block, table: &FormTable, columns: &[KnownColumn]) {
    let mut values: Vec<KnownColumn> =
        columns.iter().filter(|known| known.column.array_input().is_some()).copied().collect();
    for row in block.rows(page).iter().filter(|row| row.has_text(block.column, |mark| mark == key::UNITS)) {
        units::drop_changed_units(reading, page, row, &mut values);
    }
    let annotations = TableAnnotations::of(reading, page, block, &values);
    let most = block.rows(page).iter().map(|row| row.cells.len().min(values.len())).sum();
    reading.reserve(most);
    let mut tally = ColumnTally::default();
    for row in block.data_rows(page).filter(|row| is_filled(row, &values, false)) {
        if let Some(members) = find_members(reading, page, block, row, table, columns, &mut tally) {
            read_row(reading, page, row, (&values, &annotations), &members, &mut tally);
        }
    }
    tally.report(&mut reading.messages);
}

fn read_row(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    (values, annotations): (&[KnownColumn], &TableAnnotations),
    members: &[Arc<str>],
    tally: &mut ColumnTally,
) {
    let annotations = annotations.read_row(reading, page, row, values, None);
    status::check_status(reading, page, row, values, &annotations);
    for (value, annotation) in values.iter().zip(&annotations) {
        let asked = reading.index.tables[value.table].1.input_at(value.column, None, members);
        if let Some(asked) = asked {
            reading.keep_last_year((page, row), value.last_year, &asked);
            reading.read_cell((page, row), value.position, asked, annotation, tally);
        }
    }
}

/// The members that a row is at, for each axis of its table.
fn find_members(
    reading: &mut Reading,
    page: &Page,
    block: &Block,
    row: &PageRow,
    table: &FormTable,
    columns: &[KnownColumn],
    tally: &mut ColumnTally,
) -> Option<Vec<Arc<str>>> {
    if table.listed_dimension().is_some() {
        return reading.listed_rows.get(&(page.number, row.row)).map(|key| vec![key.clone()]);
    }
    let mut members = Vec::new();
    for (position, axis) in table.axes.iter().enumerate() {
        let at = find_position(columns, &ColumnContent::Code(position)).unwrap_or(block.column);
        let cell = reading.cell(page, row.row, at);
        members.push(codes::find_member(reading, row.text_or_code(at), &cell, axis.dimension, tally));
    }
    // Only now: each code that is missing or unknown has been reported.
    members.into_iter().collect()
}

/// Whether any of the columns says something; numbers that were there from the start do not.
pub(crate) fn is_filled(row: &PageRow, columns: &[KnownColumn], but_number: bool) -> bool {
    columns.iter().any(|known| {
        let is_number = but_number && matches!(known.column.content, ColumnContent::Code(_));
        !is_number && !known.column.is_evidence() && row.is_filled(known.position)
    })
}

pub(crate) fn find_position(columns: &[KnownColumn], content: &ColumnContent) -> Option<u32> {
    columns.iter().find(|known| known.column.content == *content).map(|known| known.position)
}
