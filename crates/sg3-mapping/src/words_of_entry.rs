//! A line of the mapping from a candidate: cells, what is left out, and why, in words that an accountant would use.

use crate::candidate::{Candidate, Search, fit};
use crate::entry::{Entry, Figure};
use crate::lexicon::Concept;
use crate::propose::OPEN_BELOW;
use sg3_workbook::{Area, ROWS, address};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A row that is meant for the same member must be so clear.
const ALIKE: f64 = 0.62;

/// A sum of rows that nobody has summed is less sure.
const SUMMED: f64 = 0.9;

/// Near misses that are told.
const MISSES: usize = 2;

const WORTH_TELLING: f64 = 0.35;

/// What the assignment has taken, and rows beside it that mean the same members.
pub struct Taken {
    more: HashMap<usize, Vec<usize>>,
}

impl Taken {
    /// Rows that nobody takes, in the block of an input, and that mean one of its members as clearly as the row taken.
    pub fn of(search: &Search, candidates: &[Candidate], chosen: &[Option<usize>]) -> Taken {
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
                    && found.groups[*group].rule.is_empty()
                    && found.groups[*group]
                        .lines
                        .iter()
                        .all(|line| !found.table.lines[*line].is_total && !is_part_of_total(search, candidate, *line));
                is_free
                    && is_line
                    && is_alike(&found.groups[*group].label, &found.groups[candidate.group].label)
                    && means_only(search, candidate.table, *group, Concept::Member(dimension, position))
            });
            let alike: Vec<usize> = alike.collect();
            if !alike.is_empty() {
                more.insert(candidate.target, alike);
            }
        }
        Taken { more }
    }
}

/// Whether a line is in a sum that is taken itself.
fn is_part_of_total(search: &Search, candidate: &Candidate, line: usize) -> bool {
    let found = &search.found[candidate.table];
    found.groups[candidate.group].lines.iter().any(|taken| found.table.lines[*taken].parts.contains(&line))
}

/// Whether two labels share most of their words.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (crate::words::words(one), crate::words::words(other));
    let common = one.iter().filter(|word| other.contains(word)).count();
    common * 10 >= one.len().max(other.len()) * 6
}

fn means_only(search: &Search, table: usize, group: usize, member: Concept) -> bool {
    let evidence = &search.found[table].of_group[group];
    let own = fit(evidence, member);
    let other = evidence.iter().filter(|(concept, _)| matches!(concept, Concept::Member(..)) && **concept != member);
    own >= ALIKE && other.map(|(_, fit)| *fit).fold(0.0, f64::max) < own - 0.1
}

/// The line of a figure with its candidate.
pub fn entry(
    search: &Search,
    candidates: &[Candidate],
    position: usize,
    sure: f64,
    ranked: &[usize],
    taken: &Taken,
) -> Entry {
    let candidate = &candidates[position];
    let found = &search.found[candidate.table];
    let group = &found.groups[candidate.group];
    let more = taken.more.get(&candidate.target).filter(|_| group.rule.is_empty());
    let sure = if more.is_some() { sure * SUMMED } else { sure };
    if sure < OPEN_BELOW {
        return open(search, candidates, candidate.target, ranked);
    }
    let mut lines = group.lines.clone();
    lines.extend(more.into_iter().flatten().flat_map(|group| found.groups[*group].lines.iter().copied()));
    let head = &found.table.heads[candidate.head];
    let (cells, left_out) = cells(search, candidate, &lines);
    let first = &found.table.lines[lines[0]];
    let sheet = &search.files[found.file].sheets[found.table.sheet];
    Entry {
        figure: figure(search, candidate.target),
        member_label: member_label(search, candidate.target),
        file: search.files[found.file].name().to_owned(),
        sheet: sheet.name.to_string(),
        cells,
        left_out,
        rows: group.rule.clone(),
        label: group.label.clone(),
        label_at: (group.rule.is_empty() && !first.label.is_empty()).then_some((first.row, first.label_column)),
        heading: head.words.join(" · "),
        factor: candidate.measure.factor,
        is_negative: candidate.sum < 0.0 && is_never_negative(search, candidate.target),
        currency: candidate.measure.currency.clone().unwrap_or_default(),
        confidence: Some((sure * 100.0).round() / 100.0),
        why: why(search, candidate, &lines),
        near: near(search, candidates, ranked, Some(position)),
        ..Entry::default()
    }
}

/// The line of a figure that nothing fits well enough.
pub fn open(search: &Search, candidates: &[Candidate], target: usize, ranked: &[usize]) -> Entry {
    let near = near(search, candidates, ranked, None);
    let (figure, member_label) = (figure(search, target), member_label(search, target));
    Entry { figure, member_label, near, ..Entry::default() }
}

fn figure(search: &Search, target: usize) -> Figure {
    search.targets[target].figure.clone()
}

/// What they call a member that their rows make.
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
fn cells(search: &Search, candidate: &Candidate, lines: &[usize]) -> (Vec<Area>, Vec<Area>) {
    let found = &search.found[candidate.table];
    let (all, rule) = (&found.table.lines, &found.groups[candidate.group].rule);
    let column = found.table.heads[candidate.head].column;
    let cell = |line: &usize| Area::cell(all[*line].row, column);
    if !rule.is_empty() {
        let sheet = &search.files[found.file].sheets[found.table.sheet];
        let is_left_out = |line: &usize| {
            all[*line].is_total && sheet.between(all[*line].row, all[*line].row).iter().any(|row| rule.holds(row))
        };
        let left_out = (0..all.len()).filter(is_left_out).map(|line| cell(&line)).collect();
        return (vec![Area { top: 0, left: column, bottom: ROWS - 1, right: column }], left_out);
    }
    let mut parts: Vec<usize> = Vec::new();
    let mut left_out: Vec<Area> = Vec::new();
    let mut waiting: Vec<usize> = lines.to_vec();
    while let Some(line) = waiting.pop() {
        match all[line].parts.is_empty() {
            true => parts.push(line),
            false => {
                left_out.push(cell(&line));
                waiting.extend(&all[line].parts);
            }
        }
    }
    let has_number =
        |line: &usize| search.files[found.file].number(found.table.sheet, all[*line].row, column).is_some();
    parts.retain(has_number);
    left_out.sort_unstable();
    (ranges(parts.iter().map(|line| all[*line].row).collect(), column), left_out)
}

/// Rows one below the other as one range.
fn ranges(mut rows: Vec<u32>, column: u32) -> Vec<Area> {
    rows.sort_unstable();
    rows.dedup();
    let mut ranges: Vec<Area> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some(last) if last.bottom + 1 == row => last.bottom = row,
            _ => ranges.push(Area::cell(row, column)),
        }
    }
    ranges
}

fn why(search: &Search, candidate: &Candidate, lines: &[usize]) -> String {
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
    match (lines.len(), found.table.lines[lines[0]].parts.len(), group.rule.is_empty()) {
        (1, 0, _) => {}
        (1, parts, _) => reasons.push(format!("{parts} parts taken instead of their sum")),
        (rows, _, true) => reasons.push(format!("sum of {rows} source rows")),
        (rows, _, false) => reasons.push(format!("{rows} rows by rule")),
    }
    reasons.join("; ")
}

fn near(search: &Search, candidates: &[Candidate], ranked: &[usize], chosen: Option<usize>) -> String {
    let spot = |candidate: &Candidate| (candidate.table, candidate.group, candidate.head);
    let mut seen: BTreeMap<(usize, usize, usize), ()> = BTreeMap::new();
    seen.extend(chosen.map(|position| (spot(&candidates[position]), ())));
    let mut told = Vec::new();
    for candidate in
        ranked.iter().map(|position| &candidates[*position]).filter(|candidate| candidate.score >= WORTH_TELLING)
    {
        if told.len() < MISSES && seen.insert(spot(candidate), ()).is_none() {
            told.push(miss(search, candidate));
        }
    }
    told.join("; ")
}

/// `“Interurbain” Trafic!C8 (41 %)`
fn miss(search: &Search, candidate: &Candidate) -> String {
    let found = &search.found[candidate.table];
    let group = &found.groups[candidate.group];
    let (row, column) = (found.table.lines[group.lines[0]].row, found.table.heads[candidate.head].column);
    let sheet = &search.files[found.file].sheets[found.table.sheet];
    let at =
        if sheet.is_text { format!("line {}", row + 1) } else { format!("{}!{}", sheet.name, address(row, column)) };
    format!("“{}” {at} ({:.0} %)", group.label, 100.0 * candidate.score)
}
