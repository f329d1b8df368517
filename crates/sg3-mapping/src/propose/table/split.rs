//! Rows of the source that several members share: split by a key of the source where there is one, and a question where there is none.

use super::search::Search;
use super::target::Target;
use crate::rules::figure::Figure;
use crate::rules::rule::MappingRule;
use crate::rules::share::{KeyCell, Share};
use crate::source::cell::SourceValue;
use crate::source::sheet::SourceSheet;
use crate::understand::concept::Concept;
use crate::understand::dictionary::words::KEY;
use crate::understand::measure::UnitKind;
use crate::understand::shared_rows::is_shared;
use crate::understand::table::ColumnHead;
use crate::understand::table_meaning::TableMeaning;
use crate::weights::figures::{BY_ANY_KEY, BY_NAMED_KEY, KEY_MEMBER, SHARES_ADD_UP};
use crate::weights::words::NAMES_SHARED;
use sg3_workbook::CellRange;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A row that nobody takes, beside rows that are members, in the column of an input.
struct SharedRow<'a> {
    found: &'a TableMeaning,
    line: usize,
    column: u32,
    heading: String,
    input: &'a str,
    /// The members of the input that have rows of their own, with the rule of each.
    members: Vec<(Arc<str>, &'a Target, &'a MappingRule)>,
}

/// A key: what it is called, the cell of each member, and their total.
struct SplitKey {
    words: String,
    cells: Vec<(u32, u32)>,
    total: Option<(u32, u32)>,
    sheet: usize,
    is_named: bool,
}

impl SplitKey {
    fn cell(&self, sheets: &[SourceSheet], at: (u32, u32)) -> KeyCell {
        KeyCell { sheet: Some(sheets[self.sheet].name.to_string()), at }
    }
}

/// Rules that split what is shared by the best key of the source.
pub(crate) fn split_shared(search: &Search, rules: &[MappingRule]) -> Vec<MappingRule> {
    let rows = shared_rows(search, rules);
    rows.iter().flat_map(|row| split_rules(search, row, rules)).collect()
}

fn shared_rows<'a>(search: &'a Search, rules: &'a [MappingRule]) -> Vec<SharedRow<'a>> {
    let targets: BTreeMap<&Figure, &Target> = search.targets.iter().map(|target| (&target.figure, target)).collect();
    let mut rows = Vec::new();
    for found in search.tables {
        for (number, line) in found.table.lines.iter().enumerate() {
            if !line.is_total && is_shared(search.lexicon, &line.label) {
                let heads = found.table.heads.iter();
                rows.extend(heads.filter_map(|head| shared_row(search, found, (number, head), (rules, &targets))));
            }
        }
    }
    rows.retain(|row| row.members.len() > 1);
    rows
}

/// A row in a column, if it holds a figure there that nobody takes.
fn shared_row<'a>(
    search: &'a Search,
    found: &'a TableMeaning,
    (line, head): (usize, &ColumnHead),
    (rules, targets): (&'a [MappingRule], &BTreeMap<&Figure, &'a Target>),
) -> Option<SharedRow<'a>> {
    let (row, column) = (found.table.lines[line].row, head.column);
    search.files[found.file].number(found.table.sheet, row, column)?;
    let beside: Vec<&MappingRule> = rules.iter().filter(|rule| takes_column(search, found, rule, column)).collect();
    if beside.iter().any(|rule| rule.cells.iter().any(|area| area.contains(row, column))) {
        return None;
    }
    let input = beside.first().map_or("", |rule| &rule.figure.input);
    let of_input = beside.into_iter().filter(|rule| rule.figure.input == input);
    let members =
        of_input.filter_map(|rule| Some((rule.figure.place[0].clone(), *targets.get(&rule.figure)?, rule))).collect();
    Some(SharedRow { found, line, column, heading: head.words.join(" · "), input, members })
}

/// Whether a rule takes cells of a column of a table, for one member.
fn takes_column(search: &Search, found: &TableMeaning, rule: &MappingRule, column: u32) -> bool {
    let source = &search.files[found.file];
    let is_here = rule.file == source.name() && rule.sheet == *source.sheets[found.table.sheet].name;
    let mut of_column = rule.cells.iter().filter(|area| area.left == column && area.right == column);
    is_here
        && rule.figure.place.len() == 1
        && !rule.is_list()
        && rule.share == Share::All
        && of_column.any(|area| found.table.lines.iter().any(|line| line.row == area.top))
}

fn split_rules(search: &Search, row: &SharedRow, rules: &[MappingRule]) -> Vec<MappingRule> {
    let mut keys = split_keys(search, row, rules);
    keys.sort_by_key(|key| !key.is_named);
    let Some(key) = keys.first() else { return Vec::new() };
    let line = &row.found.table.lines[row.line];
    let sheets = &search.files[row.found.file].sheets;
    let near = keys.iter().skip(1).take(2).map(|other| format!("by “{}”", other.words));
    let near = near.collect::<Vec<_>>().join("; ");
    let members = row.members.iter().zip(&key.cells).map(|((member, _, beside), at)| MappingRule {
        figure: Figure { input: row.input.to_owned(), place: vec![member.clone()] },
        cells: vec![CellRange::cell(line.row, row.column)],
        label: line.label.clone(),
        label_at: Some((line.row, line.label_column)),
        heading: row.heading.clone(),
        share: Share::Key(key.cell(sheets, *at), key.total.map(|total| key.cell(sheets, total))),
        confidence: Some(if key.is_named { BY_NAMED_KEY } else { BY_ANY_KEY }),
        why: format!("“{}” is shared; split by “{}”", line.label, key.words),
        near: near.clone(),
        left_out: Vec::new(),
        ..(*beside).clone()
    });
    members.collect()
}

/// Columns of the source in the same file that have a figure, other than money, for every member.
fn split_keys(search: &Search, row: &SharedRow, rules: &[MappingRule]) -> Vec<SplitKey> {
    let tables = search.tables.iter().filter(|found| found.file == row.found.file);
    let mut keys = Vec::new();
    for found in tables {
        for (position, head) in found.table.heads.iter().enumerate() {
            let is_taken = rules.iter().any(|rule| takes_column(search, found, rule, head.column));
            let is_money = found.measured(0, position, UnitKind::Money, search.lexicon).agrees == Some(true);
            if !is_taken && !is_money && !found.columns[position].is_aside {
                keys.extend(split_key(search, row, found, head.column));
            }
        }
    }
    keys
}

fn split_key(search: &Search, row: &SharedRow, found: &TableMeaning, column: u32) -> Option<SplitKey> {
    let sheet = &search.files[found.file].sheets[found.table.sheet];
    let rows: Option<Vec<u32>> = row.members.iter().map(|(_, target, _)| member_row(search, found, target)).collect();
    let rows = rows?;
    let amounts: Option<Vec<f64>> = rows.iter().map(|row| sheet.cell(*row, column)?.number()).collect();
    let sum: f64 = amounts?.into_iter().sum();
    let total = found.table.lines.iter().filter(|line| line.is_total).find(|line| {
        let all = sheet.cell(line.row, column).and_then(SourceValue::number);
        all.is_some_and(|all| (all - sum).abs() <= sum.abs() * SHARES_ADD_UP)
    });
    let adds_up = (sum - 1.0).abs() <= SHARES_ADD_UP;
    if total.is_none() && !adds_up {
        return None;
    }
    let words = found.table.heads.iter().find(|head| head.column == column)?.words.join(" · ");
    let titles = found.table.titles.iter().map(String::as_str);
    let is_named =
        titles.chain([&*words, &*sheet.name]).any(|text| search.lexicon.fit_of_word(text, KEY) >= NAMES_SHARED);
    Some(SplitKey {
        words: if words.is_empty() { sheet.name.to_string() } else { words },
        cells: rows.into_iter().map(|row| (row, column)).collect(),
        total: total.filter(|_| !adds_up).map(|line| (line.row, column)),
        sheet: found.table.sheet,
        is_named,
    })
}

/// The row of a table that means the member of a target best, if clearly.
fn member_row(search: &Search, found: &TableMeaning, target: &Target) -> Option<u32> {
    let (dimension, position) = *target.members.first()?;
    let member = Concept::Member(dimension, position);
    let scored = found.groups.iter().zip(found.of_group(search.lexicon));
    let single = scored.filter(|(group, _)| group.lines.len() == 1);
    let (group, scores) = single.max_by(|(_, a), (_, b)| a.fit(member).total_cmp(&b.fit(member)))?;
    (scores.fit(member) >= KEY_MEMBER).then(|| found.table.lines[group.lines[0]].row)
}
