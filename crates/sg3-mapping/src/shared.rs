//! Rows of theirs that several members share: split by a key of theirs where there is one, and a question where there is none.

use crate::candidate::{Search, fit};
use crate::dictionary::words::{KEY, SHARED};
use crate::entry::{Entry, Figure};
use crate::found::Found;
use crate::lexicon::{Concept, Lexicon};
use crate::measure::Wanted;
use crate::share::{KeyCell, Share};
use crate::target::Target;
use sg3_workbook::Area;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How well a label must fit the words for what is shared, or for a key.
const SAYS: f64 = 0.6;

/// How clearly a row of a key must mean its member.
const MEANT: f64 = 0.6;

/// A split is never certain: which key is right, is for people to say.
const BY_NAMED_KEY: f64 = 0.68;

const BY_ANY_KEY: f64 = 0.55;

/// Shares that add up to one.
const ONE: f64 = 1e-6;

/// Whether a label says that its row is of several.
pub fn is_shared(lexicon: &Lexicon, label: &str) -> bool {
    label.chars().count() <= 120 && lexicon.says(label, SHARED) >= SAYS
}

/// A row that nobody takes, beside rows that are members, in the column of an input.
struct Row<'a> {
    found: &'a Found,
    line: usize,
    column: u32,
    heading: String,
    input: &'a str,
    /// The members of the input that have rows of their own, with the line of each.
    members: Vec<(Arc<str>, &'a Target, &'a Entry)>,
}

/// A key: what it is called, the cell of each member, and their total.
struct Key {
    words: String,
    cells: Vec<(u32, u32)>,
    total: Option<(u32, u32)>,
    sheet: usize,
    is_named: bool,
}

/// Lines that split what is shared by the best key of theirs.
pub fn split(search: &Search, entries: &[Entry]) -> Vec<Entry> {
    let rows = rows(search, entries);
    rows.iter().flat_map(|row| lines(search, row, entries)).collect()
}

fn rows<'a>(search: &'a Search, entries: &'a [Entry]) -> Vec<Row<'a>> {
    let targets: BTreeMap<&Figure, &Target> = search.targets.iter().map(|target| (&target.figure, target)).collect();
    let mut rows = Vec::new();
    for found in search.found {
        let shared = found
            .table
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.is_total && is_shared(search.lexicon, &line.label));
        for (number, line) in shared {
            for head in &found.table.heads {
                let here = |entry: &&Entry| is_of(search, found, entry, head.column);
                let beside: Vec<&Entry> = entries.iter().filter(here).collect();
                let is_free =
                    !beside.iter().any(|entry| entry.cells.iter().any(|area| area.contains(line.row, head.column)));
                let is_figure = search.files[found.file].number(found.table.sheet, line.row, head.column).is_some();
                if is_free && is_figure {
                    let of_input = beside.first().map(|entry| entry.figure.input.as_str()).unwrap_or_default();
                    let of = beside.into_iter().filter(|entry| entry.figure.input == of_input);
                    let members = of
                        .filter_map(|entry| Some((entry.figure.place[0].clone(), *targets.get(&entry.figure)?, entry)));
                    let (members, heading): (Vec<_>, _) = (members.collect(), head.words.join(" · "));
                    rows.push(Row { found, line: number, column: head.column, heading, input: of_input, members });
                }
            }
        }
    }
    rows.retain(|row| row.members.len() > 1);
    rows
}

/// Whether a line takes cells of a column of a table, for one member.
fn is_of(search: &Search, found: &Found, entry: &Entry, column: u32) -> bool {
    let theirs = &search.files[found.file];
    let is_here = entry.file == theirs.name() && entry.sheet == *theirs.sheets[found.table.sheet].name;
    let is_row = |row: u32| found.table.lines.iter().any(|line| line.row == row);
    let is_one = |area: &Area| area.left == column && area.right == column && is_row(area.top);
    is_here
        && entry.figure.place.len() == 1
        && !entry.is_list()
        && entry.share == Share::All
        && entry.cells.iter().any(is_one)
}

fn lines(search: &Search, row: &Row, entries: &[Entry]) -> Vec<Entry> {
    let mut keys = keys(search, row, entries);
    keys.sort_by_key(|key| !key.is_named);
    let Some(key) = keys.first() else { return Vec::new() };
    let line = &row.found.table.lines[row.line];
    let sheets = &search.files[row.found.file].sheets;
    let cell = |at: (u32, u32)| KeyCell { sheet: Some(sheets[key.sheet].name.to_string()), at };
    let near = keys.iter().skip(1).take(2).map(|other| format!("by “{}”", other.words));
    let near = near.collect::<Vec<_>>().join("; ");
    let of = |((member, _, beside), at): (&(Arc<str>, &Target, &Entry), &(u32, u32))| Entry {
        figure: Figure { input: row.input.to_owned(), place: vec![member.clone()] },
        cells: vec![Area::cell(line.row, row.column)],
        label: line.label.clone(),
        label_at: Some((line.row, line.label_column)),
        heading: row.heading.clone(),
        share: Share::Key(cell(*at), key.total.map(cell)),
        confidence: Some(if key.is_named { BY_NAMED_KEY } else { BY_ANY_KEY }),
        why: format!("“{}” is shared; split by “{}”", line.label, key.words),
        near: near.clone(),
        left_out: Vec::new(),
        ..(*beside).clone()
    };
    row.members.iter().zip(&key.cells).map(of).collect()
}

/// Columns of theirs in the same file that have a figure, other than money, for every member.
fn keys(search: &Search, row: &Row, entries: &[Entry]) -> Vec<Key> {
    let tables = search.found.iter().filter(|found| found.file == row.found.file);
    let mut keys = Vec::new();
    for found in tables {
        for (position, head) in found.table.heads.iter().enumerate() {
            let is_taken = entries.iter().any(|entry| is_of(search, found, entry, head.column));
            let is_money = found.measured(0, position, Wanted::Money, search.lexicon).agrees == Some(true);
            if !is_taken && !is_money && !found.columns[position].is_aside {
                keys.extend(key(search, row, found, head.column));
            }
        }
    }
    keys
}

fn key(search: &Search, row: &Row, found: &Found, column: u32) -> Option<Key> {
    let number = |at: u32| search.files[found.file].number(found.table.sheet, at, column);
    let cells: Option<Vec<(u32, u32)>> = row
        .members
        .iter()
        .map(|(_, target, _)| {
            let (dimension, position) = *target.members.first()?;
            let meant = |group: &usize| fit(&found.of_group[*group], Concept::Member(dimension, position));
            let best = (0..found.groups.len())
                .filter(|group| found.groups[*group].lines.len() == 1)
                .max_by(|a, b| meant(a).total_cmp(&meant(b)))?;
            let at = found.table.lines[found.groups[best].lines[0]].row;
            (meant(&best) >= MEANT).then_some(())?;
            number(at).map(|_| (at, column))
        })
        .collect();
    let cells = cells?;
    let sum: f64 = cells.iter().filter_map(|(at, _)| number(*at)).sum();
    let is_total = |line: &&crate::table::Line| {
        line.is_total && number(line.row).is_some_and(|all| (all - sum).abs() <= sum.abs() * ONE)
    };
    let total = found.table.lines.iter().find(is_total).map(|line| (line.row, column));
    let words = found.table.heads.iter().find(|head| head.column == column)?.words.join(" · ");
    let sheet = &search.files[found.file].sheets[found.table.sheet].name;
    let around = found.table.titles.iter().map(String::as_str).chain([&*words, &**sheet]);
    let is_named = around.into_iter().any(|text| search.lexicon.says(text, KEY) >= SAYS);
    let adds_up = (sum - 1.0).abs() <= ONE;
    let words = if words.is_empty() { sheet.to_string() } else { words };
    (total.is_some() || adds_up).then(|| Key {
        words,
        cells,
        total: total.filter(|_| !adds_up),
        sheet: found.table.sheet,
        is_named,
    })
}
