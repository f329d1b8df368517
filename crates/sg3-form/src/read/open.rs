//! Tables to which the filler adds rows: members that they list, and values by code or by row.

use super::block::Block;
use super::codes::Codes;
use super::evidence::Beside;
use super::grid::{Page, PageRow};
use super::index::Known;
use super::matcher::fold;
use super::tally::Tally;
use super::{Reading, codes, status, units};
use crate::layout::column_content::Holds;
use crate::layout::{Open, Rows, Table, key};
use sg3_calc::MemberEntry;
use sg3_lang::model::DimensionId;
use std::sync::Arc;

/// Reads the members of all dimensions that the workbook lists, before any value.
pub fn members(reading: &mut Reading, blocks: &[(&Page, Block)]) {
    for (page, block) in blocks {
        let listing = reading.index.table(block).and_then(|(_, table)| Some((table, table.lists()?)));
        if let Some((table, dimension)) = listing {
            list(reading, page, block, table, dimension);
            if codes::is_referred_to(reading, dimension) {
                reading.matchers.add(dimension, &reading.layer.members);
            }
        }
    }
}

fn list(reading: &mut Reading, page: &Page, block: &Block, table: &Table, dimension: DimensionId) {
    let columns = reading.index.columns(block);
    let Some(code) = position(&columns, &Holds::Code(0)) else { return };
    let is_numbered = table.rows == Rows::Open(Open::Numbered(dimension));
    let written = || data_rows(page, block).filter_map(|row| row.words(code)).map(|code| fold(&code)).collect();
    let mut codes = Codes::of(block.rows(page).len());
    reading.rows.reserve(block.rows(page).len());
    for row in data_rows(page, block).filter(|row| is_filled(row, &columns, is_numbered)) {
        let cell = reading.cell(page, row.row, code);
        let key = match is_numbered {
            true => Some(codes.number(reading, row.words(code), &cell, dimension, &written)),
            false => codes.code(reading, row.words(code), &cell),
        };
        let Some(key) = key else { continue };
        if let Some(taken) = &mut reading.taken {
            taken.insert((page.number, row.row, code));
        }
        reading.rows.insert((page.number, row.row), key.clone());
        let words = |holds| position(&columns, &holds).and_then(|position| row.words(position));
        let label = words(Holds::Label(0)).unwrap_or_else(|| key.to_string());
        let unit = words(Holds::Unit);
        reading.layer.members.push(MemberEntry { dimension, key, label, unit, origin: cell.origin() });
    }
}

/// Reads the values of every row.
pub fn read(reading: &mut Reading, page: &Page, block: &Block, table: &Table, columns: &[Known]) {
    let holds_values = |known: &&Known| matches!(known.column.holds, Holds::Values(_));
    let mut values: Vec<Known> = columns.iter().filter(holds_values).copied().collect();
    for row in block.rows(page).iter().filter(|row| row.has_text(block.column, |mark| mark == key::UNITS)) {
        units::check_columns(reading, page, row, &mut values);
    }
    let beside = Beside::of(reading, page, block, &values);
    let most = block.rows(page).iter().map(|row| row.cells.len().min(values.len())).sum();
    reading.expect(most);
    let mut tally = Tally::default();
    for row in data_rows(page, block).filter(|row| is_filled(row, &values, false)) {
        if let Some(members) = place(reading, page, block, row, table, columns, &mut tally) {
            row_values(reading, page, row, (&values, &beside), &members, &mut tally);
        }
    }
    tally.tell(&mut reading.messages);
}

fn row_values(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    (values, beside): (&[Known], &Beside),
    members: &[Arc<str>],
    tally: &mut Tally,
) {
    let said = beside.row(reading, page, row, values, None);
    status::check(reading, page, row, values, &said);
    for (value, said) in values.iter().zip(&said) {
        let asked = reading.index.tables[value.table].1.asked(value.column, None, members);
        if let Some(asked) = asked {
            reading.last_year((page, row), value.last_year, &asked);
            reading.ask((page, row), value.position, asked, said, tally);
        }
    }
}

/// The members that a row is at, for each axis of its table.
fn place(
    reading: &mut Reading,
    page: &Page,
    block: &Block,
    row: &PageRow,
    table: &Table,
    columns: &[Known],
    tally: &mut Tally,
) -> Option<Vec<Arc<str>>> {
    if table.lists().is_some() {
        return reading.rows.get(&(page.number, row.row)).map(|key| vec![key.clone()]);
    }
    let axes = table.axes.iter().enumerate();
    let members: Vec<Option<Arc<str>>> = axes
        .map(|(axis, of)| {
            let at = position(columns, &Holds::Code(axis)).unwrap_or(block.column);
            codes::find(reading, row.words(at), &reading.cell(page, row.row, at), of.dimension, tally)
        })
        .collect();
    members.into_iter().collect()
}

/// Rows of the filler: those without a mark of the form.
fn data_rows<'a>(page: &'a Page, block: &'a Block) -> impl Iterator<Item = &'a PageRow> {
    block.rows(page).iter().filter(move |row| !row.has_text(block.column, |mark| mark.starts_with(key::MARK)))
}

/// Whether any of the columns says something; numbers that were there from the start do not.
fn is_filled(row: &PageRow, columns: &[Known], but_number: bool) -> bool {
    let is_number = |known: &Known| but_number && matches!(known.column.holds, Holds::Code(_));
    let counts = |known: &&Known| !is_number(known) && !known.column.is_evidence();
    columns.iter().filter(counts).any(|known| row.cell(known.position).is_some_and(|cell| !cell.is_blank()))
}

fn position(columns: &[Known], holds: &Holds) -> Option<u32> {
    columns.iter().find(|known| known.column.holds == *holds).map(|known| known.position)
}
