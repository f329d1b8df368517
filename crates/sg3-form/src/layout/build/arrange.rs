//! Tables to sheets: one sheet for a heading, large tables on sheets of their own.

use crate::layout::build::limits::{LONG, WIDE};
use crate::layout::sheet::FormSheet;
use crate::layout::table::FormTable;
use crate::layout::{key, position};
use sg3_calc::present::section::{head, title};
use sg3_lang::Model;
use sg3_workbook::write::sheet_name;

/// Sheets in order of headings; a heading's large tables follow its sheet.
pub(crate) fn arrange_sheets(model: &Model, tables: Vec<(usize, FormTable)>) -> Vec<FormSheet> {
    let mut heads: Vec<usize> = tables.iter().map(|(section, _)| head(model, *section)).collect();
    heads.sort_unstable();
    heads.dedup();
    let mut sheets = Vec::new();
    for head_section in heads {
        let here = tables.iter().filter(|(section, _)| head(model, *section) == head_section);
        let (large, small): (Vec<_>, Vec<_>) = here.cloned().partition(|(_, table)| is_large(table));
        push_shared_sheet(model, head_section, small, &mut sheets);
        large.into_iter().for_each(|(_, table)| push_own_sheet(table, &mut sheets));
    }
    sheets
}

fn is_large(table: &FormTable) -> bool {
    table.is_open() || table.value_columns().count() > WIDE || table.fixed_rows().len() > LONG
}

fn push_shared_sheet(
    model: &Model,
    head_section: usize,
    mut tables: Vec<(usize, FormTable)>,
    sheets: &mut Vec<FormSheet>,
) {
    if tables.is_empty() {
        return;
    }
    tables.sort_by_key(|(section, table)| (*section, rank_table(table)));
    // The first table of a heading needs no title of its own: the sheet is called by it.
    for (section, table) in &mut tables {
        if *section == head_section && rank_table(table) == 0 {
            table.title.clear();
        }
    }
    let title = title(model, head_section);
    push_sheet(title, tables.into_iter().map(|(_, table)| table).collect(), sheets);
}

/// Figures without axes come first, then those by year.
fn rank_table(table: &FormTable) -> u8 {
    if key::are_inputs(&table.key) { u8::from(table.key != key::INPUTS) } else { 2 }
}

fn push_own_sheet(mut table: FormTable, sheets: &mut Vec<FormSheet>) {
    let title = std::mem::take(&mut table.title);
    push_sheet(title, vec![table], sheets);
}

fn push_sheet(title: String, mut tables: Vec<FormTable>, sheets: &mut Vec<FormSheet>) {
    let before: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    position::stack_tables(&mut tables);
    sheets.push(FormSheet { name: sheet_name::make_unique(&title, &before), title, tables });
}
