//! Everything that was found in source files, with what its words mean.

use super::concept::Concept;
use super::dictionary::words::MOVEMENT;
use super::groups::Group;
use super::lexicon::Lexicon;
use super::scores::Scores;
use super::table::{ColumnHead, SourceTable};
use super::text_measure::TextMeasure;
use super::{groups, measure, period, table_finder, totals};
use crate::source::file::SourceFile;
use crate::source::row;
use crate::weights::tables::{
    LEAST_MEANT, MEMBER_OF_SECTION, OF_FAR_TITLE, OF_FILE, OF_SECTION, OF_SHEET, OF_TITLE, OF_UPPER_HEAD,
    OF_WHOLE_LABEL, SAYS_MORE,
};
use crate::weights::words::NAMES_MOVEMENT;
use std::cell::OnceCell;

/// A table of the source, understood.
pub(crate) struct TableMeaning {
    /// Number of the file.
    pub(crate) file: usize,
    /// The table.
    pub(crate) table: SourceTable,
    /// Rows that count as one: single lines, or groups of them.
    pub(crate) groups: Vec<Group>,
    /// What each group means.
    of_group: OnceCell<Vec<Scores>>,
    /// What each column means.
    pub(crate) of_head: Vec<Scores>,
    /// What the table as a whole is about.
    pub(crate) about: Scores,
    /// For each column what is known of its year and kind.
    pub(crate) columns: Vec<ColumnRole>,
    /// Words around the table that may say a scale, nearest first.
    pub(crate) far: Vec<String>,
}

/// What is known of a column.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnRole {
    /// Its year, from its head or else from around.
    pub(crate) year: Option<i32>,
    /// Whether the year stands in its own head.
    pub(crate) own_year: bool,
    /// Budget, difference, the year before.
    pub(crate) is_aside: bool,
    /// Debit, credit, opening balance; a month beside the total of the year.
    pub(crate) is_movement: bool,
}

/// All tables of all files.
pub(crate) fn interpret_tables(files: &[SourceFile], lexicon: &Lexicon) -> Vec<TableMeaning> {
    let mut all = Vec::new();
    for (file, source) in files.iter().enumerate() {
        let remarks = collect_remarks(source);
        for (number, sheet) in source.sheets.iter().enumerate() {
            let tables = table_finder::find_tables(number, sheet, lexicon);
            let notes: Vec<String> = tables.first().map(|first| first.titles.clone()).unwrap_or_default();
            for table in tables {
                all.push(interpret_table(file, source, table, &notes, &remarks, lexicon));
            }
        }
    }
    all
}

/// Words on sheets without any figures, which may speak of all others.
fn collect_remarks(source: &SourceFile) -> Vec<String> {
    let silent = source.sheets.iter().filter(|sheet| !sheet.rows.iter().any(row::has_figures));
    let texts = silent.flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells).filter_map(|cell| cell.value.label());
    texts.take(60).map(str::to_owned).collect()
}

fn interpret_table(
    file: usize,
    source: &SourceFile,
    table: SourceTable,
    notes: &[String],
    remarks: &[String],
    lexicon: &Lexicon,
) -> TableMeaning {
    let sheet = &source.sheets[table.sheet];
    let groups = groups::group_rows(sheet, &table, lexicon);
    let of_head: Vec<Scores> = table.heads.iter().map(|head| score_head(head, lexicon)).collect();
    let near: Vec<&str> = table.titles.iter().rev().map(String::as_str).collect();
    let around: Vec<&str> =
        near.iter().copied().chain([&*sheet.name]).chain(notes.iter().map(String::as_str)).collect();
    let year = around.iter().find_map(|text| period::year(text)).or_else(|| period::year(source.name()));
    let plan = around.iter().take(2).any(|text| period::is_plan(lexicon, text));
    let mut columns: Vec<ColumnRole> = table.heads.iter().map(|head| column_role(head, year, plan, lexicon)).collect();
    mark_movements(&table, &of_head, &mut columns, lexicon);
    let all = around.iter().copied().chain(remarks.iter().map(String::as_str));
    let measured = all.filter(|text| *measure::measure_of(lexicon, text) != TextMeasure::default());
    let far = measured.map(str::to_owned).collect();
    let about = score_surroundings(&near, &sheet.name, source.name(), lexicon);
    TableMeaning { file, table, groups, of_group: OnceCell::new(), of_head, about, columns, far }
}

fn score_group(group: &Group, lexicon: &Lexicon) -> Scores {
    let mut scores = Scores::default();
    let section = group.section.join(" ");
    add_scores(&mut scores, lexicon, &group.label, 1.0);
    if !section.is_empty() {
        add_scores(&mut scores, lexicon, &format!("{section} {}", group.label), OF_WHOLE_LABEL);
        let mut around = Scores::default();
        add_scores(&mut around, lexicon, &section, OF_SECTION);
        // The heading above says what all its rows are of; what a row says itself goes before it.
        for (concept, fit) in around.iter() {
            let is_quantity = matches!(concept, Concept::Quantity(_) | Concept::Part(_));
            scores.raise(concept, if is_quantity { fit } else { fit * MEMBER_OF_SECTION });
        }
    }
    if let Some(quantity) = group.sums {
        scores.retain(|concept| !matches!(concept, Concept::Quantity(_) | Concept::Part(_)));
        scores.raise(Concept::Quantity(quantity), group.fit);
    }
    scores
}

fn score_head(head: &ColumnHead, lexicon: &Lexicon) -> Scores {
    let mut scores = Scores::default();
    add_scores(&mut scores, lexicon, &head.words.join(" "), 1.0);
    head.words.iter().rev().enumerate().for_each(|(level, words)| {
        add_scores(&mut scores, lexicon, words, if level == 0 { OF_WHOLE_LABEL } else { OF_UPPER_HEAD });
    });
    scores
}

fn score_surroundings(near: &[&str], sheet: &str, file: &str, lexicon: &Lexicon) -> Scores {
    let mut scores = Scores::default();
    for (distance, title) in near.iter().enumerate().take(6) {
        add_scores(&mut scores, lexicon, title, if distance == 0 { OF_TITLE } else { OF_FAR_TITLE });
    }
    add_scores(&mut scores, lexicon, sheet, OF_SHEET);
    add_scores(&mut scores, lexicon, file, OF_FILE);
    scores
}

fn add_scores(scores: &mut Scores, lexicon: &Lexicon, text: &str, weight: f64) {
    if text.chars().count() > 200 {
        return;
    }
    for (concept, fit) in lexicon.meaning(text).iter().filter(|(_, fit)| *fit >= LEAST_MEANT) {
        scores.raise(*concept, fit * weight);
    }
}

/// Columns of which another is the total count through it, unless they say something of their own.
fn mark_movements(table: &SourceTable, of_head: &[Scores], columns: &mut [ColumnRole], lexicon: &Lexicon) {
    let totals = table.heads.iter().filter(|head| is_total(head, lexicon)).count();
    if totals == 0 || table.heads.len() - totals < 3 {
        return;
    }
    for ((head, scores), column) in table.heads.iter().zip(of_head).zip(columns) {
        column.is_movement |=
            !is_total(head, lexicon) && scores.best(|concept| !matches!(concept, Concept::Word(_))) < SAYS_MORE;
    }
}

fn is_total(head: &ColumnHead, lexicon: &Lexicon) -> bool {
    head.words.iter().any(|text| totals::says_total(lexicon, text))
}

fn column_role(head: &ColumnHead, around: Option<i32>, plan: bool, lexicon: &Lexicon) -> ColumnRole {
    let own = head.words.iter().rev().find_map(|text| period::year(text));
    let mut words = head.words.iter();
    let is_aside = words.clone().any(|text| period::is_plan(lexicon, text) || period::is_before(lexicon, text));
    ColumnRole {
        year: own.or(around),
        own_year: own.is_some(),
        is_aside: is_aside || (plan && own.is_none()),
        is_movement: words.any(|text| lexicon.fit_of_word(text, MOVEMENT) >= NAMES_MOVEMENT),
    }
}

impl TableMeaning {
    /// What each group means; understood when a proposal first asks, because totals are held against parts without it.
    pub(crate) fn of_group(&self, lexicon: &Lexicon) -> &[Scores] {
        self.of_group.get_or_init(|| self.groups.iter().map(|group| score_group(group, lexicon)).collect())
    }

    /// How the figures of a group in a column fit what is wanted.
    pub(crate) fn measured(
        &self,
        group: usize,
        head: usize,
        wanted: measure::UnitKind,
        lexicon: &Lexicon,
    ) -> measure::MeasureFit {
        let (group, head) = (&self.groups[group], &self.table.heads[head]);
        let near = [&*group.unit].into_iter().filter(|unit| !unit.is_empty());
        let near: Vec<&str> = near.chain(head.words.iter().rev().map(String::as_str)).chain([&*group.label]).collect();
        let sections = group.section.iter().rev().map(String::as_str);
        let far: Vec<&str> = sections.chain(self.far.iter().map(String::as_str)).collect();
        measure::fit_measure(lexicon, &near, &far, wanted)
    }
}
