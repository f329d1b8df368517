//! Tables, columns and rows of the form that are no longer there, or there twice.

use crate::layout::table::FormTable;
use crate::read::index::{KnownColumn, TableNumber};
use crate::read::reading::Reading;
use crate::read::seen::SeenKeys;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};

/// The columns of a block, without those whose values stand in another block already.
pub(crate) fn drop_repeated<'a>(
    reading: &mut Reading,
    page: &Page,
    block: &Block,
    columns: Vec<KnownColumn<'a>>,
) -> Vec<KnownColumn<'a>> {
    let (kept, twice): (Vec<KnownColumn>, Vec<KnownColumn>) = columns.into_iter().partition(|known| {
        let is_new = reading.seen.columns.insert((block.key.clone(), known.column.key.clone()));
        // Labels stand in every part of a table that was split; rows that are added may stand in several blocks.
        is_new || known.column.array_input().is_none() || reading.index.tables[known.table].1.is_open()
    });
    if let Some(first) = twice.first() {
        let (sheet, table) = reading.index.tables[first.table];
        let message = format!(
            "the table `{}` appears in the workbook twice; this copy was not read",
            display_title(sheet, table)
        );
        let help = "remove the copy";
        reading.messages.add(reading.cell(page, block.row, first.position).error("duplicate-value", message, help));
    }
    kept
}

/// Reports what was not found. A form of an older version of the model need not have it all.
pub(crate) fn report_missing(reading: &mut Reading, same_version: bool) {
    let severity = if same_version { Severity::Error } else { Severity::Warning };
    for (number, (sheet, table)) in reading.index.tables.clone().into_iter().enumerate() {
        let missing = find_missing_columns(&reading.seen, table);
        let is_whole = missing.len() == table.value_columns().count() && !missing.is_empty();
        let rows = find_missing_rows(&reading.seen, number, table);
        if is_whole || (!rows.is_empty() && rows.len() == table.fixed_rows().len()) {
            report_table(reading, severity, sheet, table);
        } else {
            missing.into_iter().for_each(|heading| report_part(reading, severity, sheet, "column", &heading));
            rows.into_iter().for_each(|label| report_part(reading, Severity::Warning, sheet, "row", &label));
        }
    }
}

fn find_missing_columns(seen: &SeenKeys, table: &FormTable) -> Vec<String> {
    table
        .value_columns()
        .filter(|(_, column)| !seen.columns.contains(&(table.key.clone(), column.key.clone())))
        .map(|(_, column)| column.heading.clone())
        .collect()
}

fn find_missing_rows(seen: &SeenKeys, number: TableNumber, table: &FormTable) -> Vec<String> {
    let rows = table.fixed_rows().iter().enumerate();
    rows.filter(|(position, _)| !seen.rows.contains(&(number, *position)))
        .map(|(_, row)| row.labels.join(", "))
        .collect()
}

/// What people call a table: its title, or that of its sheet.
fn display_title<'a>(sheet: &'a str, table: &'a FormTable) -> &'a str {
    if table.title.is_empty() { sheet } else { &table.title }
}

fn report_table(reading: &mut Reading, severity: Severity, sheet: &str, table: &FormTable) {
    let message = format!("the table `{}` of the form is missing", display_title(sheet, table));
    let help = "copy it back from the blank form, with the hidden first column and the hidden row above the headings";
    report_at_sheet(reading, severity, sheet, message, help);
}

fn report_part(reading: &mut Reading, severity: Severity, sheet: &str, what: &str, label: &str) {
    let message = format!("the {what} `{label}` of the form is missing");
    report_at_sheet(reading, severity, sheet, message, "copy it back from the blank form, with its hidden key");
}

fn report_at_sheet(reading: &mut Reading, severity: Severity, sheet: &str, message: String, help: &str) {
    let place = Place::Data(DataPlace { file: reading.file.to_string(), at: sheet.to_owned() });
    reading.messages.add(Diagnostic::new("wrong-form", severity, place, message).help(help));
}
