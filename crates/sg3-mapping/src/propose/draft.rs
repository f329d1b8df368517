//! A rule of the mapping from a candidate: cells, what is left out, and why, in words that an accountant would use.

use super::candidate::{Candidate, Search};
use crate::rules::figure::Figure;
use crate::rules::rule::MappingRule;
use crate::understand::concept::Concept;
use crate::weights::OPEN_BELOW;
use crate::weights::figures::{ALIKE_ROW, NEAR_MISSES, NO_OTHER_MEMBER, SUMMED, WORTH_TELLING};
use sg3_workbook::{CellRange, ROWS, format_address};
use std::collections::{HashMap, HashSet};

/// What the assignment has taken, and rows beside it that mean the same members.
pub(crate) struct AlikeRows {
    more: HashMap<usize, Vec<usize>>,
}

impl AlikeRows {
    /// Rows that nobody takes, in the block of an input, and that mean one of its members as clearly as the row taken.
    pub(crate) fn of(search: &Search, candidates: &[Candidate], chosen: &[Option<usize>]) -> AlikeRows {
        let taken: Vec<&Candidate> = chosen.iter().flatten().map(|position| &candidates[*position]).collect();
        let used: HashSet<(usize, usize, usize)> = taken.iter().map(|c| (c.table, c.group, c.head)).collect();
        let mut more: HashMap<usize, Vec<usize>> = HashMap::new();
        for candidate in taken.iter().filter(|candidate| !candidate.across) {
            let [(dimension, position)] = search.targets[candidate.target].members[..] else { continue };
            let found = &search.found[candidate.table];
            if found.groups[candidate.group].lines.iter().any(|line| found.table.lines[*line].is_total) {
                continue;
            }
            let alike = (0..found.groups.len()).filter(|group| {
                let is_free = !used.contains(&(candidate.table, *group, candidate.head)) && *group != candidate.group;
                let is_line = found.groups[*group].sums.is_none()
                    && found.groups[*group].filter.is_empty()
                    && found.groups[*group]
                        .lines
                        .iter()
                        .all(|line| !found.table.lines[*line].is_total && !is_part_of_total(search, candidate, *line));
                is_free
                    && is_line
                    && is_alike(&found.groups[*group].label, &found.groups[candidate.group].label)
                    && means_only_member(search, candidate.table, *group, Concept::Member(dimension, position))
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
fn is_part_of_total(search: &Search, candidate: &Candidate, line: usize) -> bool {
    let found = &search.found[candidate.table];
    found.groups[candidate.group].lines.iter().any(|taken| found.table.lines[*taken].parts.contains(&line))
}

/// Whether two labels share most of their words.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (crate::source::tokens::tokens(one), crate::source::tokens::tokens(other));
    let common = one.iter().filter(|word| other.contains(word)).count();
    common * 10 >= one.len().max(other.len()) * 6
}

fn means_only_member(search: &Search, table: usize, group: usize, member: Concept) -> bool {
    let evidence = &search.found[table].of_group(search.lexicon)[group];
    let own = evidence.fit(member);
    let other = evidence.best(|concept| matches!(concept, Concept::Member(..)) && concept != member);
    own >= ALIKE_ROW && other < own - NO_OTHER_MEMBER
}

/// The rule of a figure with its candidate.
pub(crate) fn draft_rule(
    search: &Search,
    candidates: &[Candidate],
    position: usize,
    sure: f64,
    ranked: &[usize],
    taken: &AlikeRows,
) -> MappingRule {
    let candidate = &candidates[position];
    let found = &search.found[candidate.table];
    let group = &found.groups[candidate.group];
    let more = taken.more.get(&candidate.target).filter(|_| group.filter.is_empty());
    let sure = if more.is_some() { sure * SUMMED } else { sure };
    if sure < OPEN_BELOW {
        return open_rule(search, candidates, candidate.target, ranked);
    }
    let mut lines = group.lines.clone();
    lines.extend(more.into_iter().flatten().flat_map(|group| found.groups[*group].lines.iter().copied()));
    let head = &found.table.heads[candidate.head];
    let (cells, left_out) = cell_ranges(search, candidate, &lines);
    let first = &found.table.lines[lines[0]];
    let sheet = &search.files[found.file].sheets[found.table.sheet];
    MappingRule {
        figure: figure_of(search, candidate.target),
        member_label: member_label(search, candidate.target),
        file: search.files[found.file].name().to_owned(),
        sheet: sheet.name.to_string(),
        cells,
        left_out,
        rows: group.filter.clone(),
        label: group.label.clone(),
        label_at: (group.filter.is_empty() && !first.label.is_empty()).then_some((first.row, first.label_column)),
        heading: head.words.join(" · "),
        factor: candidate.measure.factor,
        is_negative: candidate.sum < 0.0 && is_never_negative(search, candidate.target),
        currency: candidate.measure.currency.clone().unwrap_or_default(),
        confidence: Some((sure * 100.0).round() / 100.0),
        why: explain(search, candidate, &lines),
        near: near_misses(search, candidates, ranked, Some(position)),
        ..MappingRule::default()
    }
}

/// The rule of a figure that nothing fits well enough.
pub(crate) fn open_rule(search: &Search, candidates: &[Candidate], target: usize, ranked: &[usize]) -> MappingRule {
    let near = near_misses(search, candidates, ranked, None);
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

fn is_never_negative(search: &Search, target: usize) -> bool {
    let range = search.model.quantity(search.targets[target].quantity).input().and_then(|input| input.range);
    range.and_then(|range| range.least).is_some_and(|(least, _)| least >= 0.0)
}

/// Cells to add, in ranges, and those among or above them that are left out.
fn cell_ranges(search: &Search, candidate: &Candidate, lines: &[usize]) -> (Vec<CellRange>, Vec<CellRange>) {
    let found = &search.found[candidate.table];
    let (all, filter) = (&found.table.lines, &found.groups[candidate.group].filter);
    let column = found.table.heads[candidate.head].column;
    let cell = |line: &usize| CellRange::cell(all[*line].row, column);
    if !filter.is_empty() {
        let sheet = &search.files[found.file].sheets[found.table.sheet];
        let is_left_out = |line: &usize| {
            all[*line].is_total && sheet.between(all[*line].row, all[*line].row).iter().any(|row| filter.holds(row))
        };
        let left_out = (0..all.len()).filter(is_left_out).map(|line| cell(&line)).collect();
        return (vec![CellRange { top: 0, left: column, bottom: ROWS - 1, right: column }], left_out);
    }
    let mut parts: Vec<usize> = Vec::new();
    let mut left_out: Vec<CellRange> = Vec::new();
    let mut waiting: Vec<usize> = lines.to_vec();
    while let Some(line) = waiting.pop() {
        if all[line].parts.is_empty() {
            parts.push(line);
        } else {
            left_out.push(cell(&line));
            waiting.extend(&all[line].parts);
        }
    }
    let has_number =
        |line: &usize| search.files[found.file].number(found.table.sheet, all[*line].row, column).is_some();
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

fn explain(search: &Search, candidate: &Candidate, lines: &[usize]) -> String {
    let found = &search.found[candidate.table];
    let (group, head) = (&found.groups[candidate.group], &found.table.heads[candidate.head]);
    let column = &found.columns[candidate.head];
    let mut reasons = vec![format!("words fit {:.0} %", 100.0 * libm::sqrt(candidate.fits.0 * candidate.fits.1))];
    if !group.section.is_empty() {
        reasons.push(format!("under “{}”", group.section.join(" / ")));
    }
    if let (true, Some(title)) = (head.words.is_empty(), found.table.titles.last()) {
        reasons.push(format!("below “{title}”"));
    }
    if let (Some(year), false) = (column.year, column.own_year) {
        reasons.push(format!("of {year}"));
    }
    reasons.extend(candidate.measure.said.as_ref().map(|said| format!("scale from “{said}”")));
    if candidate.measure.agrees.is_none() && candidate.measure.said.is_none() {
        reasons.push("no unit or scale is stated".to_owned());
    }
    match (lines.len(), found.table.lines[lines[0]].parts.len(), group.filter.is_empty()) {
        (1, 0, _) => {}
        (1, parts, _) => reasons.push(format!("{parts} parts taken instead of their sum")),
        (rows, _, true) => reasons.push(format!("sum of {rows} source rows")),
        (rows, _, false) => reasons.push(format!("{rows} rows by rule")),
    }
    reasons.join("; ")
}

fn near_misses(search: &Search, candidates: &[Candidate], ranked: &[usize], chosen: Option<usize>) -> String {
    let mut seen: HashSet<(usize, usize, usize)> =
        chosen.map(|position| candidates[position].cells()).into_iter().collect();
    let likely = ranked.iter().map(|position| &candidates[*position]).filter(|other| other.score >= WORTH_TELLING);
    let others = likely.filter(|candidate| seen.insert(candidate.cells())).take(NEAR_MISSES);
    others.map(|candidate| near_miss(search, candidate)).collect::<Vec<_>>().join("; ")
}

/// `“Interurbain” Trafic!C8 (41 %)`
fn near_miss(search: &Search, candidate: &Candidate) -> String {
    let found = &search.found[candidate.table];
    let group = &found.groups[candidate.group];
    let (row, column) = (found.table.lines[group.lines[0]].row, found.table.heads[candidate.head].column);
    let sheet = &search.files[found.file].sheets[found.table.sheet];
    let at = if sheet.is_text {
        format!("line {}", row + 1)
    } else {
        format!("{}!{}", sheet.name, format_address(row, column))
    };
    format!("“{}” {at} ({:.0} %)", group.label, 100.0 * candidate.score)
}
