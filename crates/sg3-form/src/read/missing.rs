//! Tables, columns and rows of the form that are no longer there, or there twice.

use super::Reading;
use super::block::Block;
use super::grid::Page;
use super::index::{Known, TableNumber};
use crate::layout::Table;
use crate::layout::column_content::{Column, Holds};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use std::collections::HashSet;

/// What was found of the layout.
#[derive(Default)]
pub struct Seen {
    /// Keys of columns, with those of their tables.
    columns: HashSet<(String, String)>,
    rows: HashSet<(TableNumber, usize)>,
}

impl Seen {
    /// A row of a table was found.
    pub fn row(&mut self, table: TableNumber, position: usize) {
        self.rows.insert((table, position));
    }
}

/// The columns of a block, without those whose values stand in another block already.
pub fn first_seen<'a>(reading: &mut Reading, page: &Page, block: &Block, columns: Vec<Known<'a>>) -> Vec<Known<'a>> {
    let can_repeat = |known: &Known| {
        !matches!(known.column.holds, Holds::Values(_)) || reading.index.tables[known.table].1.is_open()
    };
    let (kept, twice): (Vec<Known>, Vec<Known>) = columns.into_iter().partition(|known| {
        let is_new = reading.seen.columns.insert((block.key.clone(), known.column.key.clone()));
        is_new || can_repeat(known)
    });
    if let Some(first) = twice.first() {
        let (sheet, table) = reading.index.tables[first.table];
        let message =
            format!("the table `{}` appears in the workbook twice; this copy was not read", title(sheet, table));
        let help = "remove the copy";
        reading.messages.add(reading.cell(page, block.row, first.position).error("duplicate-value", message, help));
    }
    kept
}

/// Tells what was not found. A form of an older version of the model need not have it all.
pub fn tell(reading: &mut Reading, same_version: bool) {
    let severity = if same_version { Severity::Error } else { Severity::Warning };
    for (number, (sheet, table)) in reading.index.tables.clone().into_iter().enumerate() {
        let missing = missing_columns(&reading.seen, table);
        let is_whole = missing.len() == table.value_columns().count() && !missing.is_empty();
        let rows = missing_rows(&reading.seen, number, table);
        match is_whole || (!rows.is_empty() && rows.len() == table.fixed_rows().len()) {
            true => whole(reading, severity, sheet, table),
            false => {
                missing.into_iter().for_each(|heading| part(reading, severity, sheet, "column", &heading));
                rows.into_iter().for_each(|label| part(reading, Severity::Warning, sheet, "row", &label));
            }
        }
    }
}

fn missing_columns(seen: &Seen, table: &Table) -> Vec<String> {
    let is_seen = |column: &Column| seen.columns.contains(&(table.key.clone(), column.key.clone()));
    table.value_columns().filter(|(_, column)| !is_seen(column)).map(|(_, column)| column.heading.clone()).collect()
}

fn missing_rows(seen: &Seen, number: TableNumber, table: &Table) -> Vec<String> {
    let rows = table.fixed_rows().iter().enumerate();
    rows.filter(|(position, _)| !seen.rows.contains(&(number, *position)))
        .map(|(_, row)| row.labels.join(", "))
        .collect()
}

/// What people call a table: its title, or that of its sheet.
fn title<'a>(sheet: &'a str, table: &'a Table) -> &'a str {
    if table.title.is_empty() { sheet } else { &table.title }
}

fn whole(reading: &mut Reading, severity: Severity, sheet: &str, table: &Table) {
    let message = format!("the table `{}` of the form is missing", title(sheet, table));
    let help = "copy it back from the blank form, with the hidden first column and the hidden row above the headings";
    tell_of(reading, severity, sheet, message, help);
}

fn part(reading: &mut Reading, severity: Severity, sheet: &str, what: &str, label: &str) {
    let message = format!("the {what} `{label}` of the form is missing");
    tell_of(reading, severity, sheet, message, "copy it back from the blank form, with its hidden key");
}

fn tell_of(reading: &mut Reading, severity: Severity, sheet: &str, message: String, help: &str) {
    let place = Place::Data(DataPlace { file: reading.file.to_string(), at: sheet.to_owned() });
    reading.messages.add(Diagnostic::new("wrong-form", severity, place, message).help(help));
}
