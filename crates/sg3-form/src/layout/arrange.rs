//! Tables to sheets: one sheet for a heading, large tables on sheets of their own.

use super::{Sheet, Table, key, position};
use sg3_calc::present::section::{head, title};
use sg3_lang::Model;
use sg3_workbook::write::sheet_name;

/// A table with more columns than this has a sheet of its own.
pub const WIDE: usize = 14;

/// A table with more rows than this has a sheet of its own.
const LONG: usize = 60;

/// Sheets in order of headings; a heading's large tables follow its sheet.
pub fn sheets(model: &Model, tables: Vec<(usize, Table)>) -> Vec<Sheet> {
    let mut heads: Vec<usize> = tables.iter().map(|(section, _)| head(model, *section)).collect();
    heads.sort_unstable();
    heads.dedup();
    let mut sheets = Vec::new();
    for head_section in heads {
        let here = tables.iter().filter(|(section, _)| head(model, *section) == head_section);
        let (large, small): (Vec<_>, Vec<_>) = here.cloned().partition(|(_, table)| is_large(table));
        shared(model, head_section, small, &mut sheets);
        large.into_iter().for_each(|(_, table)| own(table, &mut sheets));
    }
    sheets
}

fn is_large(table: &Table) -> bool {
    table.is_open() || table.value_columns().count() > WIDE || table.fixed_rows().len() > LONG
}

fn shared(model: &Model, head_section: usize, mut tables: Vec<(usize, Table)>, sheets: &mut Vec<Sheet>) {
    if tables.is_empty() {
        return;
    }
    tables.sort_by_key(|(section, table)| (*section, rank(table)));
    for (section, table) in &mut tables {
        if *section == head_section && rank(table) == 0 {
            table.title.clear();
        }
    }
    let title = title(model, head_section);
    push(title, tables.into_iter().map(|(_, table)| table).collect(), sheets);
}

/// Figures without axes come first, then those by year.
fn rank(table: &Table) -> u8 {
    match key::are_inputs(&table.key) {
        true => u8::from(table.key != key::INPUTS),
        false => 2,
    }
}

fn own(mut table: Table, sheets: &mut Vec<Sheet>) {
    let title = std::mem::take(&mut table.title);
    push(title, vec![table], sheets);
}

fn push(title: String, mut tables: Vec<Table>, sheets: &mut Vec<Sheet>) {
    let before: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    position::stack(&mut tables);
    sheets.push(Sheet { name: sheet_name::unique(&title, &before), title, tables });
}
