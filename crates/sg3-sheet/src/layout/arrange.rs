//! Tables to sheets: one sheet for a heading, large tables on sheets of their own.

use super::{Sheet, Table, key, name, position};
use sg3_lang::Model;

/// A table with more columns than this has a sheet of its own.
pub const WIDE: usize = 14;
/// A table with more rows than this has a sheet of its own.
const LONG: usize = 60;
/// Headings deeper than this share the sheet of the heading above them.
const SHEET_LEVEL: u8 = 2;

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

/// The heading whose sheet a section is on: itself, or the nearest above that is not too deep.
pub(crate) fn head(model: &Model, section: usize) -> usize {
    let Some(own) = model.sections.get(section) else { return 0 };
    let before = (0..=section).rev().take_while(|other| model.sections[*other].instance == own.instance);
    let limit = if own.instance.is_empty() { SHEET_LEVEL } else { 1 };
    let mut candidates = before.filter(|other| model.sections[*other].level <= limit);
    candidates.next().unwrap_or(section)
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
    sheets.push(Sheet { name: name::unique(&title, &before), title, tables });
}

/// The heading; the title of the whole document is no name for one of its sheets.
pub(crate) fn title(model: &Model, section: usize) -> String {
    match model.sections.get(section) {
        Some(section) if section.level > 1 || !section.instance.is_empty() => section.title.clone(),
        _ => "General".to_owned(),
    }
}
