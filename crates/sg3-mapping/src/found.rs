//! Everything that was found in files of theirs, with what its words mean.

use crate::foreign::Foreign;
use crate::group::Group;
use crate::lexicon::{Concept, Lexicon};
use crate::table::{Head, Table};
use crate::{group, measure, period, table};
use std::collections::HashMap;

/// What fades with distance: titles, the name of the sheet, of the file.
const OF_SECTION: f64 = 0.95;

const OF_TITLE: f64 = 0.92;

const OF_SHEET: f64 = 0.9;

const OF_FAR_TITLE: f64 = 0.8;

const OF_FILE: f64 = 0.5;

/// Below this a label does not mean a thing.
const LEAST: f64 = 0.3;

/// Concepts with how well words fit them; the best of several words for the same.
pub type Evidence = HashMap<Concept, f64>;

/// A table of theirs, understood.
pub struct Found {
    /// Number of the file.
    pub file: usize,
    /// The table.
    pub table: Table,
    /// Rows that count as one: single lines, or groups of them.
    pub groups: Vec<Group>,
    /// What each group means.
    pub of_group: Vec<Evidence>,
    /// What each column means.
    pub of_head: Vec<Evidence>,
    /// What the table as a whole is about.
    pub about: Evidence,
    /// For each column what is known of its year and kind.
    pub columns: Vec<Column>,
    /// Words around the table that may say a scale, nearest first.
    pub far: Vec<String>,
}

/// What is known of a column.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its year, from its head or else from around.
    pub year: Option<i32>,
    /// Whether the year stands in its own head.
    pub own_year: bool,
    /// Budget, difference, the year before.
    pub is_aside: bool,
    /// Debit, credit, opening balance; a month beside the total of the year.
    pub is_movement: bool,
}

/// All tables of all files.
pub fn find(files: &[Foreign], lexicon: &Lexicon) -> Vec<Found> {
    let mut all = Vec::new();
    for (file, foreign) in files.iter().enumerate() {
        let remarks = remarks(foreign);
        for (number, sheet) in foreign.sheets.iter().enumerate() {
            let tables = table::tables(number, sheet, lexicon);
            let notes: Vec<String> = tables.first().map(|first| first.titles.clone()).unwrap_or_default();
            for table in tables {
                all.push(understand(file, foreign, table, &notes, &remarks, lexicon));
            }
        }
    }
    all
}

/// Words on sheets without any figures, which may speak of all others.
fn remarks(foreign: &Foreign) -> Vec<String> {
    let silent = foreign.sheets.iter().filter(|sheet| !sheet.rows.iter().any(table::has_figures));
    let texts = silent.flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells).filter_map(|cell| cell.says.words());
    texts.take(60).map(str::to_owned).collect()
}

fn understand(
    file: usize,
    foreign: &Foreign,
    table: Table,
    notes: &[String],
    remarks: &[String],
    lexicon: &Lexicon,
) -> Found {
    let sheet = &foreign.sheets[table.sheet];
    let groups = group::groups(sheet, &table, lexicon);
    let of_group = groups.iter().map(|group| of_group(group, lexicon)).collect();
    let of_head: Vec<Evidence> = table.heads.iter().map(|head| of_head(head, lexicon)).collect();
    let near: Vec<&str> = table.titles.iter().rev().map(String::as_str).collect();
    let around: Vec<&str> =
        near.iter().copied().chain([&*sheet.name]).chain(notes.iter().map(String::as_str)).collect();
    let year = around.iter().find_map(|text| period::year(text)).or_else(|| period::year(foreign.name()));
    let plan = around.iter().take(2).any(|text| period::is_plan(lexicon, text));
    let mut columns: Vec<Column> = table.heads.iter().map(|head| column(head, year, plan, lexicon)).collect();
    beside_totals(&table, &of_head, &mut columns, lexicon);
    let all = around.iter().copied().chain(remarks.iter().map(String::as_str));
    let says = |text: &&str| measure::measure(lexicon, text) != measure::Measure::default();
    let far = all.filter(says).map(str::to_owned).collect();
    let about = about(&near, &sheet.name, foreign.name(), lexicon);
    Found { file, table, groups, of_group, of_head, about, columns, far }
}

fn of_group(group: &Group, lexicon: &Lexicon) -> Evidence {
    let mut evidence = Evidence::new();
    let section = group.section.join(" ");
    learn(&mut evidence, lexicon, &group.label, 1.0);
    if !section.is_empty() {
        learn(&mut evidence, lexicon, &format!("{section} {}", group.label), 0.98);
        let mut around = Evidence::new();
        learn(&mut around, lexicon, &section, OF_SECTION);
        // The heading above says what all its rows are of; what a row says itself goes before it.
        for (concept, fit) in around {
            let is_quantity = matches!(concept, Concept::Quantity(_) | Concept::Part(_));
            let known = evidence.entry(concept).or_insert(0.0);
            *known = known.max(if is_quantity { fit } else { fit * 0.9 });
        }
    }
    if let Some(quantity) = group.sums {
        evidence.retain(|concept, _| !matches!(concept, Concept::Quantity(_) | Concept::Part(_)));
        evidence.insert(Concept::Quantity(quantity), group.fit);
    }
    evidence
}

fn of_head(head: &Head, lexicon: &Lexicon) -> Evidence {
    let mut evidence = Evidence::new();
    learn(&mut evidence, lexicon, &head.words.join(" "), 1.0);
    head.words.iter().rev().enumerate().for_each(|(level, words)| {
        learn(&mut evidence, lexicon, words, if level == 0 { 0.98 } else { 0.95 });
    });
    evidence
}

fn about(near: &[&str], sheet: &str, file: &str, lexicon: &Lexicon) -> Evidence {
    let mut evidence = Evidence::new();
    for (distance, title) in near.iter().enumerate().take(6) {
        learn(&mut evidence, lexicon, title, if distance == 0 { OF_TITLE } else { OF_FAR_TITLE });
    }
    learn(&mut evidence, lexicon, sheet, OF_SHEET);
    learn(&mut evidence, lexicon, file, OF_FILE);
    evidence
}

fn learn(evidence: &mut Evidence, lexicon: &Lexicon, text: &str, weight: f64) {
    if text.chars().count() > 200 {
        return;
    }
    for (concept, fit) in lexicon.meaning(text).iter().filter(|(_, fit)| *fit >= LEAST) {
        let known = evidence.entry(*concept).or_insert(0.0);
        *known = known.max(fit * weight);
    }
}

/// Columns of which another is the total count through it, unless they say something of their own.
fn beside_totals(table: &Table, of_head: &[Evidence], columns: &mut [Column], lexicon: &Lexicon) {
    let is_total = |head: &Head| head.words.iter().any(|text| crate::total::says_total(lexicon, text));
    let totals = table.heads.iter().filter(|head| is_total(head)).count();
    if totals == 0 || table.heads.len() - totals < 3 {
        return;
    }
    let says_more =
        |evidence: &Evidence| evidence.iter().any(|(concept, fit)| !matches!(concept, Concept::Word(_)) && *fit >= 0.5);
    for ((head, evidence), column) in table.heads.iter().zip(of_head).zip(columns) {
        column.is_movement |= !is_total(head) && !says_more(evidence);
    }
}

fn column(head: &Head, around: Option<i32>, plan: bool, lexicon: &Lexicon) -> Column {
    let own = head.words.iter().rev().find_map(|text| period::year(text));
    let says = |is: &dyn Fn(&str) -> bool| head.words.iter().any(|text| is(text));
    let aside = says(&|text| period::is_plan(lexicon, text) || period::is_before(lexicon, text));
    let movement = says(&|text| lexicon.says(text, crate::dictionary::words::MOVEMENT) >= 0.6);
    Column {
        year: own.or(around),
        own_year: own.is_some(),
        is_aside: aside || (plan && own.is_none()),
        is_movement: movement,
    }
}

impl Found {
    /// How the figures of a group in a column fit what is wanted.
    pub fn measured(&self, group: usize, head: usize, wanted: measure::Wanted, lexicon: &Lexicon) -> measure::Fit {
        let (group, head) = (&self.groups[group], &self.table.heads[head]);
        let near = [&*group.unit].into_iter().filter(|unit| !unit.is_empty());
        let near: Vec<&str> = near.chain(head.words.iter().rev().map(String::as_str)).chain([&*group.label]).collect();
        let sections = group.section.iter().rev().map(String::as_str);
        let far: Vec<&str> = sections.chain(self.far.iter().map(String::as_str)).collect();
        measure::fit(lexicon, &near, &far, wanted)
    }
}
