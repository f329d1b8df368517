//! Outputs over time alone: a row for each output, years across.

use super::cell::{dimension, texts};
use super::data::{Grid, UNIT};
use crate::data::{Member, Quantity, Report};
use std::ops::Range;

/// Years beside each other that a reader still takes in, however wide the page.
const MOST_YEARS: usize = 10;
/// Tables of further years below each other; a longer time goes down, in one table.
const MOST_STRETCHES: usize = 2;
/// Characters that a label needs at least, with the frame beside it.
const LABEL: usize = 19;

/// Outputs down, years across, in as many grids as the page needs; nothing if that were too many.
pub(crate) fn grids(report: &Report, outputs: &[&Quantity], page: usize) -> Option<Vec<Grid>> {
    let members = &dimension(report, &outputs[0].dimensions[0]).members;
    let labels = LABEL + column(outputs, |output| &output.name) + column(outputs, unit_of);
    let widths: Vec<usize> = outputs.iter().map(|output| widest(&texts(output))).collect();
    let width = widths.into_iter().max().unwrap_or(0);
    let stretches = stretches(members, page.saturating_sub(labels), width)?;
    Some(stretches.into_iter().map(|years| grid(outputs, members, years)).collect())
}

/// Whether an output goes along time alone, with one unit.
pub(crate) fn is_over_time(report: &Report, output: &Quantity) -> bool {
    let [name] = &output.dimensions[..] else { return false };
    dimension(report, name).time && super::cell::common_unit(&output.cells).is_some()
}

fn grid(outputs: &[&Quantity], members: &[Member], years: Range<usize>) -> Grid {
    let heads = ["Result", "", UNIT].map(|text| vec![text.to_owned()]).into_iter();
    let rows = outputs.iter().map(|output| {
        let start = [output.name.clone(), output.label.clone(), unit_of(output).to_owned()].into_iter();
        start.chain(texts(output)[years.clone()].iter().cloned()).collect()
    });
    Grid {
        title: String::new(),
        head: heads.chain(members[years.clone()].iter().map(head_of_member)).collect(),
        rows: rows.collect(),
        labels: 3,
        ..Grid::default()
    }
}

fn unit_of<'q>(output: &&'q Quantity) -> &'q str {
    output.cells.first().map_or("", |cell| &cell.shown_unit)
}

/// Characters that a column needs, with the frame beside it.
fn column<'q>(outputs: &[&'q Quantity], text: impl Fn(&&'q Quantity) -> &'q str) -> usize {
    outputs.iter().map(|output| text(output).chars().count()).max().unwrap_or(0) + 3
}

/// Members in stretches that fit so many characters, none much longer than the others; nothing if there were too many of them.
pub(crate) fn stretches(members: &[Member], characters: usize, value: usize) -> Option<Vec<Range<usize>>> {
    let heads = members.iter().flat_map(head_of_member).map(|line| line.chars().count()).max().unwrap_or(0);
    let most = (characters / (heads.max(value) + 3)).clamp(1, MOST_YEARS);
    let count = members.len().div_ceil(most).max(1);
    let length = members.len().div_ceil(count).max(1);
    let stretches = (0..count).map(|part| part * length..((part + 1) * length).min(members.len()));
    (count <= MOST_STRETCHES).then(|| stretches.collect())
}

/// Label and key, once where they are the same.
pub(crate) fn head_of_member(member: &Member) -> Vec<String> {
    let mut lines = vec![member.label.clone(), member.key.to_string()];
    lines.dedup();
    lines
}

/// Characters of the widest text.
pub(crate) fn widest(texts: &[String]) -> usize {
    texts.iter().map(|text| text.chars().count()).max().unwrap_or(0)
}
