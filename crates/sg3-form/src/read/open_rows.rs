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
pub fn read_rows(reading: &mut Reading, page: &Page, block: &Block, table: &FormTable, columns: &[KnownColumn]) {
    let holds_values = |known: &&KnownColumn| matches!(known.column.content, ColumnContent::Values(_));
    let mut values: Vec<KnownColumn> = columns.iter().filter(holds_values).copied().collect();
    for row in block.rows(page).iter().filter(|row| row.has_text(block.column, |mark| mark == key::UNITS)) {
        units::drop_changed_units(reading, page, row, &mut values);
    }
    let beside = TableAnnotations::of(reading, page, block, &values);
    let most = block.rows(page).iter().map(|row| row.cells.len().min(values.len())).sum();
    reading.reserve(most);
    let mut tally = ColumnTally::default();
    for row in filter_data_rows(page, block).filter(|row| is_filled(row, &values, false)) {
        if let Some(members) = find_members(reading, page, block, row, table, columns, &mut tally) {
            read_row(reading, page, row, (&values, &beside), &members, &mut tally);
        }
    }
    tally.report(&mut reading.messages);
}

fn read_row(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    (values, beside): (&[KnownColumn], &TableAnnotations),
    members: &[Arc<str>],
    tally: &mut ColumnTally,
) {
    let said = beside.read_row(reading, page, row, values, None);
    status::check_status(reading, page, row, values, &said);
    for (value, said) in values.iter().zip(&said) {
        let asked = reading.index.tables[value.table].1.input_at(value.column, None, members);
        if let Some(asked) = asked {
            reading.keep_last_year((page, row), value.last_year, &asked);
            reading.read_cell((page, row), value.position, asked, said, tally);
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
        return reading.rows.get(&(page.number, row.row)).map(|key| vec![key.clone()]);
    }
    let axes = table.axes.iter().enumerate();
    let members: Vec<Option<Arc<str>>> = axes
        .map(|(axis, of)| {
            let at = find_position(columns, &ColumnContent::Code(axis)).unwrap_or(block.column);
            codes::find_member(reading, row.words(at), &reading.cell(page, row.row, at), of.dimension, tally)
        })
        .collect();
    members.into_iter().collect()
}

/// Rows of the filler: those without a mark of the form.
pub(crate) fn filter_data_rows<'a>(page: &'a Page, block: &'a Block) -> impl Iterator<Item = &'a PageRow> {
    block.rows(page).iter().filter(move |row| !row.has_text(block.column, |mark| mark.starts_with(key::MARK)))
}

/// Whether any of the columns says something; numbers that were there from the start do not.
pub(crate) fn is_filled(row: &PageRow, columns: &[KnownColumn], but_number: bool) -> bool {
    let is_number = |known: &KnownColumn| but_number && matches!(known.column.content, ColumnContent::Code(_));
    let counts = |known: &&KnownColumn| !is_number(known) && !known.column.is_evidence();
    columns.iter().filter(counts).any(|known| row.cell(known.position).is_some_and(|cell| !cell.is_blank()))
}

pub(crate) fn find_position(columns: &[KnownColumn], holds: &ColumnContent) -> Option<u32> {
    columns.iter().find(|known| known.column.content == *holds).map(|known| known.position)
}
