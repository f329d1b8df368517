//! A rule of the mapping from a candidate: cells, what is left out, and why, in words that an accountant would use.

use super::candidate::{TableCandidate, TableCells};
use super::search::Search;
use crate::propose::candidate::Candidate;
use crate::propose::choice::{Choice, near_miss, near_misses};
use crate::propose::confidence::whole_per_cent;
use crate::propose::rule::rule_for_cells;
use crate::rules::figure::Figure;
use crate::rules::row_test::RowTest;
use crate::rules::rule::MappingRule;
use crate::understand::concept::Concept;
use crate::weights::OPEN_BELOW;
use crate::weights::figures::{ALIKE_ROW, NO_OTHER_MEMBER, SUMMED};
use sg3_lang::model::Range;
use sg3_workbook::{CellRange, ROWS};
use std::collections::{HashMap, HashSet};

/// What the assignment has taken, and rows beside it that mean the same members.
pub(crate) struct AlikeRows {
    more: HashMap<usize, Vec<usize>>,
}

impl AlikeRows {
    /// Rows that nobody takes, in the block of an input, and that mean one of its members as clearly as the row taken.
    pub(crate) fn of(search: &Search, chosen: &[Option<&TableCandidate>]) -> AlikeRows {
        let taken = chosen.iter().flatten();
        let used: HashSet<TableCells> = taken.clone().map(|candidate| candidate.cells).collect();
        let mut more: HashMap<usize, Vec<usize>> = HashMap::new();
        for candidate in taken.filter(|candidate| !candidate.across) {
            let [(dimension, position)] = search.targets[candidate.target].members[..] else { continue };
            let meaning = &search.tables[candidate.cells.table];
            if meaning.groups[candidate.cells.group].lines.iter().any(|line| meaning.table.lines[*line].is_total) {
                continue;
            }
            let alike = (0..meaning.groups.len()).filter(|group| {
                let is_free =
                    !used.contains(&TableCells { group: *group, ..candidate.cells }) && *group != candidate.cells.group;
                let is_line = meaning.groups[*group].sums.is_none()
                    && meaning.groups[*group].filter.is_empty()
                    && meaning.groups[*group].lines.iter().all(|line| {
                        !meaning.table.lines[*line].is_total && !is_part_of_total(search, candidate, *line)
                    });
                is_free
                    && is_line
                    && is_alike(&meaning.groups[*group].label, &meaning.groups[candidate.cells.group].label)
                    && means_only_member(search, candidate.cells.table, *group, Concept::Member(dimension, position))
            });
            let alike: Vec<usize> = alike.collect();
            if !alike.is_empty() {
                more.insert(candidate.target, alike);
            }
        }
        AlikeRows { more }
    }
}

/// Whether a rule is in a sum that is taken itself.
fn is_part_of_total(search: &Search, candidate: &TableCandidate, line: usize) -> bool {
    let meaning = &search.tables[candidate.cells.table];
    meaning.groups[candidate.cells.group].lines.iter().any(|taken| meaning.table.lines[*taken].parts.contains(&line))
}

/// Whether two labels share most of their words.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (crate::source::tokens::tokens(one), crate::source::tokens::tokens(other));
    let common = one.iter().filter(|word| other.contains(word)).count();
    common * 10 >= one.len().max(other.len()) * 6
}

fn means_only_member(search: &Search, table: usize, group: usize, member: Concept) -> bool {
    let scores = &search.tables[table].of_group(search.lexicon)[group];
    let own = scores.fit(member);
    let other = scores.best(|concept| matches!(concept, Concept::Member(..)) && concept != member);
    own >= ALIKE_ROW && other < own - NO_OTHER_MEMBER
}

/// The rule of a figure with its candidate.
pub(crate) fn draft_rule(
    search: &Search,
    choice: &Choice<TableCandidate>,
    candidate: &TableCandidate,
    sure: f64,
    taken: &AlikeRows,
) -> MappingRule {
    let meaning = &search.tables[candidate.cells.table];
    let group = &meaning.groups[candidate.cells.group];
    let more = taken.more.get(&candidate.target).filter(|_| group.filter.is_empty());
    let sure = if more.is_some() { sure * SUMMED } else { sure };
    if sure < OPEN_BELOW {
        return open_rule(search, choice, candidate.target);
    }
    let mut lines = group.lines.clone();
    lines.extend(more.into_iter().flatten().flat_map(|group| meaning.groups[*group].lines.iter().copied()));
    let (cells, left_out) = cell_ranges(search, candidate, &lines);
    let first = &meaning.table.lines[lines[0]];
    let others = choice.of_figure(candidate.target);
    MappingRule {
        member_label: member_label(search, candidate.target),
        left_out,
        rows: group.filter.clone(),
        label: group.label.clone(),
        label_at: (group.filter.is_empty() && !first.label.is_empty()).then_some((first.row, first.label_column)),
        heading: meaning.table.heads[candidate.cells.head].words.join(" · "),
        factor: candidate.measure.factor,
        is_negative: candidate.sum < 0.0 && is_written_as_negative(search, candidate),
        currency: candidate.measure.currency.clone().unwrap_or_default(),
        confidence: Some(whole_per_cent(sure)),
        why: explain(search, candidate, &lines),
        near: near_misses(others, Some(candidate.cells()), |other| describe(search, other)),
        ..rule_for_cells(&search.files[meaning.file], meaning.table.sheet, figure_of(search, candidate.target), cells)
    }
}

/// The rule of a figure that nothing fits well enough.
pub(crate) fn open_rule(search: &Search, choice: &Choice<TableCandidate>, target: usize) -> MappingRule {
    let near = near_misses(choice.of_figure(target), None, |other| describe(search, other));
    let (figure, member_label) = (figure_of(search, target), member_label(search, target));
    MappingRule { figure, member_label, near, ..MappingRule::default() }
}

fn figure_of(search: &Search, target: usize) -> Figure {
    search.targets[target].figure.clone()
}

/// What the source calls a member that rows of the source make.
fn member_label(search: &Search, target: usize) -> String {
    let target = &search.targets[target];
    let quantity = search.model.quantity(target.quantity);
    let listed = quantity
        .axes
        .iter()
        .zip(&target.figure.place)
        .find(|(axis, _)| search.model.dimension(axis.dimension).is_from_data());
    listed
        .and_then(|(axis, key)| search.members.of(axis.dimension)?.iter().find(|(other, _)| other == key))
        .map(|(_, label)| label.clone())
        .unwrap_or_default()
}

/// Whether an amount below zero only says that it is spent: no such amount is possible, or none is usual and its column is full of them.
fn is_written_as_negative(search: &Search, candidate: &TableCandidate) -> bool {
    let quantity = search.model.quantity(search.targets[candidate.target].quantity);
    let never = |range: Range| range.least.is_some_and(|(least, _)| least >= 0.0);
    quantity.input().and_then(|input| input.range).is_some_and(never)
        || quantity.plausible.as_ref().is_some_and(|plausible| never(plausible.range))
            && is_column_negative(search, candidate)
}

/// Whether most amounts of the column are below zero: a credit stands alone among costs.
fn is_column_negative(search: &Search, candidate: &TableCandidate) -> bool {
    let groups = 0..search.tables[candidate.cells.table].groups.len();
    let sums = groups.filter_map(|group| search.sum(TableCells { group, ..candidate.cells }));
    let (below, others): (Vec<f64>, Vec<f64>) = sums.partition(|sum| *sum < 0.0);
    below.len() > others.len()
}

/// Cells to add, in ranges, and those among or above them that are left out.
fn cell_ranges(search: &Search, candidate: &TableCandidate, lines: &[usize]) -> (Vec<CellRange>, Vec<CellRange>) {
    let meaning = &search.tables[candidate.cells.table];
    let (all, filter) = (&meaning.table.lines, &meaning.groups[candidate.cells.group].filter);
    let column = meaning.table.heads[candidate.cells.head].column;
    if !filter.is_empty() {
        let sheet = &search.files[meaning.file].sheets[meaning.table.sheet];
        let totals = all.iter().filter(|line| line.is_total);
        let left_out = totals
            .filter(|line| sheet.between(line.row, line.row).iter().any(|row| RowTest::of(filter, &[]).holds(row)));
        let left_out = left_out.map(|line| CellRange::cell(line.row, column)).collect();
        return (vec![CellRange { top: 0, left: column, bottom: ROWS - 1, right: column }], left_out);
    }
    let mut parts: Vec<usize> = Vec::new();
    let mut left_out: Vec<CellRange> = Vec::new();
    let mut waiting: Vec<usize> = lines.to_vec();
    while let Some(line) = waiting.pop() {
        if all[line].parts.is_empty() {
            parts.push(line);
        } else {
            left_out.push(CellRange::cell(all[line].row, column));
            waiting.extend(&all[line].parts);
        }
    }
    let has_number =
        |line: &usize| search.files[meaning.file].number(meaning.table.sheet, all[*line].row, column).is_some();
    parts.retain(has_number);
    left_out.sort_unstable();
    (ranges(parts.iter().map(|line| all[*line].row).collect(), column), left_out)
}

/// Rows one below the other as one range.
fn ranges(mut rows: Vec<u32>, column: u32) -> Vec<CellRange> {
    rows.sort_unstable();
    rows.dedup();
    let mut ranges: Vec<CellRange> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some(last) if last.bottom + 1 == row => last.bottom = row,
            _ => ranges.push(CellRange::cell(row, column)),
        }
    }
    ranges
}

fn explain(search: &Search, candidate: &TableCandidate, lines: &[usize]) -> String {
    let meaning = &search.tables[candidate.cells.table];
    let (group, head) = (&meaning.groups[candidate.cells.group], &meaning.table.heads[candidate.cells.head]);
    let column = &meaning.columns[candidate.cells.head];
    let mut reasons = vec![format!("words fit {:.0} %", 100.0 * libm::sqrt(candidate.fits.0 * candidate.fits.1))];
    if !group.section.is_empty() {
        reasons.push(format!("under “{}”", group.section.join(" / ")));
    }
    if let (true, Some(title)) = (head.words.is_empty(), meaning.table.titles.last()) {
        reasons.push(format!("below “{title}”"));
    }
    if let (Some(year), false) = (column.year, column.own_year) {
        reasons.push(format!("of {year}"));
    }
    reasons.extend(candidate.measure.said.as_ref().map(|said| format!("scale from “{said}”")));
    if candidate.measure.agrees.is_none() && candidate.measure.said.is_none() {
        reasons.push("no unit or scale is stated".to_owned());
    }
    match (lines.len(), meaning.table.lines[lines[0]].parts.len(), group.filter.is_empty()) {
        (1, 0, _) => {}
        (1, parts, _) => reasons.push(format!("{parts} parts taken instead of their sum")),
        (rows, _, true) => reasons.push(format!("sum of {rows} source rows")),
        (rows, _, false) => reasons.push(format!("{rows} rows by rule")),
    }
    reasons.join("; ")
}

/// A near miss, by the label of its rows and its first cell.
fn describe(search: &Search, candidate: &TableCandidate) -> String {
    let meaning = &search.tables[candidate.cells.table];
    let group = &meaning.groups[candidate.cells.group];
    let column = meaning.table.heads[candidate.cells.head].column;
    let at = search.files[meaning.file].at(meaning.table.sheet, meaning.table.lines[group.lines[0]].row, column);
    near_miss(&group.label, &at, candidate.score)
}
